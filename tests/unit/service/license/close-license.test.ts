import { describe, expect, it } from 'vitest';
import type { LicenseClosingPlan } from '../../../../src/domain/closing';
import { TitleClosed, TitlesJoined } from '../../../../src/domain/content/content-errors';
import { EndNotEarlier } from '../../../../src/domain/license/closing-errors';
import { closeTitle } from '../../../../src/service/content/close-title';
import {
  closeLicense,
  closeLicenses,
  TooManyLicenses,
} from '../../../../src/service/license/close-license';
import { previewClosing } from '../../../../src/service/license/closing-preview';
import { withdrawOffers } from '../../../../src/service/license/license-service';
import { undoChange } from '../../../../src/service/license/undo-change';
import { previewUndo } from '../../../../src/service/license/withdrawal-preview';
import { Stale } from '../../../../src/service/errors';
import { aCommand } from '../../../builders/command-builders';
import { anOfferData, days } from '../../../builders/license-builders';
import { GivenTitles } from '../given-titles';

const march = anOfferData({ name: 'MAR', window: days('2026-03-01', '2026-03-31') });
const may = anOfferData({ name: 'MAY', window: days('2026-05-01', '2026-05-31') });
const END: LicenseClosingPlan = { kind: 'ended', lastDay: '2026-03-15', reason: 'Terminated' };
const BEFORE = '2026-01-01';

/** Two licenses with March and May; one title has both of the first, one its May, one the May of both. */
async function givenTitles() {
  const given = await GivenTitles.begin();
  const [one, other] = [await given.license([march, may]), await given.license([march, may])];
  const both = await given.title([
    { licenseId: one, offer: march },
    { licenseId: one, offer: may },
  ]);
  const onlyMay = await given.title([{ licenseId: one, offer: may }]);
  const ofOther = await given.title([{ licenseId: other, offer: may }]);
  return { given, one, other, both, onlyMay, ofOther };
}

describe('ending a license that titles have offers of', () => {
  it('takes later offers from them, and retires a title that has nothing else', async () => {
    const { given, one, both, onlyMay, ofOther } = await givenTitles();

    await closeLicense({ ...given.licenseCommand(one), plan: END }, given.unitOfWork);

    expect(given.assigned(both)).toEqual(['2026-03-01']);
    expect(given.stored(onlyMay)).toMatchObject({
      version: 2,
      assignments: [],
      closing: { kind: 'retired', reason: 'Terminated' },
    });
    expect(given.stored(ofOther).version).toBe(1);
    expect(given.history(onlyMay).at(-1)?.change).toMatchObject({
      kind: 'title-closed',
      assignments: [{ offer: may }],
    });
  });

  it('is refused when more titles lose an offer than the person saw', async () => {
    const { given, one } = await givenTitles();

    await given.refusal(TitlesJoined, () =>
      closeLicense({ ...given.licenseCommand(one), plan: END, titlesSeen: 1 }, given.unitOfWork),
    );
  });

  it('is given back by one undo, with what it retired', async () => {
    const { given, one, both, onlyMay } = await givenTitles();
    await closeLicense({ ...given.licenseCommand(one), plan: END }, given.unitOfWork);

    await undoChange(given.licenseCommand(one), given.unitOfWork);

    expect(given.assigned(both)).toEqual(['2026-03-01', '2026-05-01']);
    expect(given.assigned(onlyMay)).toEqual(['2026-05-01']);
    expect(given.stored(onlyMay).closing).toBeNull();
  });

  it('is done again by the undo of its undo, which shows what titles lose', async () => {
    const { given, one, both, onlyMay } = await givenTitles();
    await closeLicense({ ...given.licenseCommand(one), plan: END }, given.unitOfWork);
    await undoChange(given.licenseCommand(one), given.unitOfWork);

    const { withdrawal } = await previewUndo(
      { ...given.licenseCommand(one), today: BEFORE },
      given.unitOfWork,
    );
    await undoChange({ ...given.licenseCommand(one), titlesSeen: 2 }, given.unitOfWork);

    expect(withdrawal).toMatchObject({ titles: 2, stranded: [{ contentId: onlyMay }] });
    expect(given.assigned(both)).toEqual(['2026-03-01']);
    expect(given.stored(onlyMay).closing).toEqual({ kind: 'retired', reason: 'Terminated' });
  });

  it('is not given back over a title that somebody made void since', async () => {
    const { given, one, onlyMay } = await givenTitles();
    await closeLicense({ ...given.licenseCommand(one), plan: END }, given.unitOfWork);
    const closing = { kind: 'void', reason: 'Recorded twice' } as const;
    await closeTitle({ ...given.command(onlyMay), closing }, given.unitOfWork);

    const refusal = await given.refusal(TitleClosed, () =>
      undoChange(given.licenseCommand(one), given.unitOfWork),
    );

    expect(refusal.message).toContain(given.stored(onlyMay).details.title);
  });
});

describe('closing several licenses', () => {
  const versions = (given: GivenTitles, ...ids: string[]) =>
    ids.map((licenseId) => ({ licenseId, expectedVersion: given.licenseVersion(licenseId) }));

  it('is one command over all of them and their titles', async () => {
    const { given, one, other, onlyMay, ofOther } = await givenTitles();
    const licenses = versions(given, one, other);

    const answer = await closeLicenses({ ...aCommand(), plan: END, licenses }, given.unitOfWork);

    expect(answer.closed.map(({ version }) => version)).toEqual([3, 3]);
    expect([onlyMay, ofOther].map((id) => given.stored(id).closing?.kind)).toEqual([
      'retired',
      'retired',
    ]);
  });

  it('is refused as a whole when one has changed, and when one ends earlier', async () => {
    const { given, one, other } = await givenTitles();
    const [first, second] = versions(given, one, other);
    if (first === undefined || second === undefined) throw new Error('There are two.');
    const close = (licenses: readonly (typeof first)[], plan: LicenseClosingPlan) =>
      closeLicenses({ ...aCommand(), plan, licenses }, given.unitOfWork);
    await given.refusal(EndNotEarlier, () =>
      close([first, second], { ...END, lastDay: '2099-12-31' }),
    );
    await closeLicense({ ...given.licenseCommand(other), plan: END }, given.unitOfWork);

    await given.refusal(Stale, () => close([first, second], END));
    await given.refusal(TooManyLicenses, () => close([], END));

    expect(given.licenseVersion(one)).toBe(2);
  });
});

describe('the preview of a closing', () => {
  it('names what is cut, withdrawn, dark and retired, and changes nothing', async () => {
    const { given, one, both, onlyMay } = await givenTitles();
    const licenses = [{ licenseId: one, expectedVersion: 2 }];

    const { closing } = await previewClosing(
      { ...aCommand(), plan: END, licenses, today: BEFORE },
      given.unitOfWork,
    );

    expect(closing).toMatchObject({
      licenses: [
        {
          licenseId: one,
          cut: { before: march, after: { window: days('2026-03-01', '2026-03-15') } },
          withdrawn: [may],
        },
      ],
      ...{ titles: 2, releasedTitles: 2, darkTitles: 1, retiredTitles: 1 },
      dark: [{ contentId: both, places: [{ from: '2026-03-16' }] }],
      retired: [{ contentId: onlyMay }],
    });
    expect(given.licenseVersion(one)).toBe(2);
    expect(given.stored(onlyMay).closing).toBeNull();
  });
});

describe('the preview of closing several licenses', () => {
  it('tells what the licenses that lose offers keep, and of the first of them only', async () => {
    const { given, one } = await givenTitles();
    const many: string[] = [];
    for (let count = 0; count < 9; count += 1) many.push(await given.license([march, may]));
    const whole = await given.license([march]);
    const licenses = [one, ...many, whole].map((licenseId) => ({
      ...{ licenseId, expectedVersion: given.licenseVersion(licenseId) },
    }));
    const late = { ...END, lastDay: '2026-04-10' };

    const { closing } = await previewClosing(
      { ...aCommand(), plan: late, licenses, today: BEFORE },
      given.unitOfWork,
    );

    expect(closing.licenses.map(({ kept }) => kept)).toEqual([
      ...Array.from({ length: 8 }, () => [march.window]),
      ...[null, null, null],
    ]);
  });
});

describe('withdrawing the only offer of titles', () => {
  it('retires 153 titles, and gives all of them back by one undo', async () => {
    const { given, one } = await givenTitles();
    const titles: string[] = [];
    for (let count = 0; count < 153; count += 1)
      titles.push(await given.title([{ licenseId: one, offer: may }]));
    const standing = () => titles.filter((id) => given.stored(id).closing === null);

    // Two more titles had it before.
    await withdrawOffers(
      { ...given.licenseCommand(one), offers: [may], retiring: 'Offer withdrawn', titlesSeen: 155 },
      given.unitOfWork,
    );
    expect(standing()).toEqual([]);
    await undoChange(given.licenseCommand(one), given.unitOfWork);

    expect(standing()).toEqual(titles);
    expect(titles.map((id) => given.assigned(id))).toEqual(titles.map(() => ['2026-05-01']));
  });

  it('retires them in the same command when it is told why, and gives them back by one undo', async () => {
    const { given, one, onlyMay } = await givenTitles();

    await withdrawOffers(
      { ...given.licenseCommand(one), offers: [may], retiring: 'No longer sold' },
      given.unitOfWork,
    );

    expect(given.stored(onlyMay).closing).toEqual({ kind: 'retired', reason: 'No longer sold' });
    await undoChange(given.licenseCommand(one), given.unitOfWork);
    expect(given.stored(onlyMay).closing).toBeNull();
    expect(given.assigned(onlyMay)).toEqual(['2026-05-01']);
  });
});
