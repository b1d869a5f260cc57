import { expect, it } from 'vitest';
import type { LicenseClosingPlan } from '../../../../src/domain/closing';
import { TitleClosed, TitlesClash } from '../../../../src/domain/content/content-errors';
import { NotClosedSo } from '../../../../src/domain/license/closing-errors';
import { ChangedSince } from '../../../../src/service/changed-since';
import { closeTitle } from '../../../../src/service/content/close-title';
import { assignOffer } from '../../../../src/service/content/content-service';
import { VersionAhead } from '../../../../src/service/errors';
import { closeLicenses, TooManyLicenses } from '../../../../src/service/license/close-license';
import { generateOffers } from '../../../../src/service/license/generate-offers';
import { reopenLicenses } from '../../../../src/service/license/reopen-licenses';
import { undoChange } from '../../../../src/service/license/undo-change';
import { aCommand } from '../../../builders/command-builders';
import { anOfferData, days } from '../../../builders/license-builders';
import { GivenTitles } from '../given-titles';

const spring = anOfferData({ name: 'SPR', window: days('2026-03-01', '2026-04-30') });
const may = anOfferData({ name: 'MAY', window: days('2026-05-01', '2026-05-31') });
const END: LicenseClosingPlan = { kind: 'ended', lastDay: '2026-03-15', reason: 'Terminated' };
const VOID: LicenseClosingPlan = { kind: 'void', reason: 'Recorded twice' };

/** Two licenses for other countries, closed in one command; one title had an offer of both, the others of one. */
async function givenClosed(plan: LicenseClosingPlan = END) {
  const given = await GivenTitles.begin();
  const one = await given.license([spring, may], { territories: ['US'] });
  const other = await given.license([spring, may], { territories: ['CA'] });
  const both = await given.title([
    { licenseId: one, offer: may },
    { licenseId: other, offer: may },
  ]);
  const ofOne = await given.title([
    { licenseId: one, offer: spring },
    { licenseId: one, offer: may },
  ]);
  const ofOther = await given.title([{ licenseId: other, offer: may }]);
  const before = contents(given);
  const licenses = [one, other].map((licenseId) => ({ licenseId, expectedVersion: 2 }));
  const { closed } = await closeLicenses({ ...aCommand(), plan, licenses }, given.unitOfWork);
  const answered = closed.map(({ id, version }) => ({ licenseId: id, expectedVersion: version }));
  const undo = (which = answered) =>
    reopenLicenses({ ...aCommand(), licenses: which }, given.unitOfWork);
  return { given, one, other, both, ofOne, ofOther, before, answered, undo };
}

/** What licenses and titles have, without their versions and histories. */
function contents({ unitOfWork }: GivenTitles) {
  const { licenses, contents: titles } = unitOfWork.contents;
  return JSON.parse(
    JSON.stringify({ licenses, titles }, (name, value: unknown) =>
      name === 'version' ? undefined : value,
    ),
  ) as unknown;
}

it.each([
  ['ended', END, 'offers-reassigned'],
  ['voided', VOID, 'title-reopened'],
])('gives back everything that one command %s, by one command', async (_, plan, kind) => {
  const { given, one, other, both, ofOne, ofOther, before, undo } = await givenClosed(plan);
  expect(given.stored(both).closing?.kind).toBe('retired');

  const answer = await undo();

  expect(contents(given)).toEqual(before);
  expect(answer.reopened).toEqual([one, other].map((id) => ({ id, version: 4 })));
  for (const id of [both, ofOther])
    expect(given.history(id).at(-1)?.change.kind).toBe('title-reopened');
  expect(given.history(ofOne).at(-1)?.change.kind).toBe(kind);
  const keys = [one, other, both, ofOne, ofOther].map((id) => given.history(id).at(-1)?.key);
  expect(new Set(keys).size).toBe(1);
});

it('names every license that has changed since, and undoes nothing', async () => {
  const { given, one, other, undo } = await givenClosed();
  const offers = [anOfferData({ name: 'JAN', window: days('2026-01-01', '2026-01-31') })];
  for (const licenseId of [one, other])
    await generateOffers(
      { ...given.licenseCommand(licenseId), plan: { kind: 'at', offers } },
      given.unitOfWork,
    );

  const refusal = await given.refusal(ChangedSince, undo);

  expect(refusal.things.map(({ what, id }) => [what, id])).toEqual([
    ['license', one],
    ['license', other],
  ]);
  for (const { name } of refusal.things) expect(refusal.message).toContain(name);
});

it('names the title that somebody made void since, and undoes nothing', async () => {
  const { given, both, undo } = await givenClosed();
  const closing = { kind: 'void', reason: 'Registered twice' } as const;
  await closeTitle({ ...given.command(both), closing }, given.unitOfWork);

  const refusal = await given.refusal(TitleClosed, undo);

  expect(refusal.message).toContain(given.stored(both).details.title);
});

it('C2: sees what the licenses have after the undo, where a title got an offer of one of them since', async () => {
  const given = await GivenTitles.begin();
  const april = anOfferData({ name: 'APR', window: days('2026-04-01', '2026-04-30') });
  const february = anOfferData({ name: 'FEB', window: days('2026-02-01', '2026-02-28') });
  const cut = await given.license([spring]);
  const gone = await given.license([february, april]);
  const title = await given.title([
    { licenseId: gone, offer: february },
    { licenseId: gone, offer: april },
  ]);
  const licenses = [cut, gone].map((licenseId) => ({ licenseId, expectedVersion: 2 }));
  await closeLicenses({ ...aCommand(), plan: END, licenses }, given.unitOfWork);
  const shorter = { ...spring, window: days('2026-03-01', '2026-03-15') };
  const chosen = { licenseId: cut, offer: shorter };
  await assignOffer({ ...given.command(title), chosen }, given.unitOfWork);

  await given.refusal(TitlesClash, () =>
    reopenLicenses(
      {
        ...aCommand(),
        licenses: licenses.map(({ licenseId }) => ({ licenseId, expectedVersion: 3 })),
      },
      given.unitOfWork,
    ),
  );
});

it('is undone license by license as well, and then names what was taken back already', async () => {
  const { given, one, answered, undo } = await givenClosed();
  await undoChange(given.licenseCommand(one), given.unitOfWork);

  const refusal = await given.refusal(ChangedSince, undo);

  expect(refusal.things.map(({ id }) => id)).toEqual([one]);
  await undo(answered.slice(1));
});

it('takes back nothing but closings, and only what there is', async () => {
  const { given, one, answered, undo } = await givenClosed();
  await undo();
  const again = answered.map((license) => ({ ...license, expectedVersion: 4 }));

  await given.refusal(NotClosedSo, () => undo(again));
  await given.refusal(VersionAhead, () => undo([{ licenseId: one, expectedVersion: 9 }]));
  await given.refusal(TooManyLicenses, () => undo([]));
});
