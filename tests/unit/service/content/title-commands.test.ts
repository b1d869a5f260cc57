import { describe, expect, it } from 'vitest';
import type { ChosenOffer } from '../../../../src/service/content/chosen-offer';
import { InvalidDate } from '../../../../src/domain/values/date-range';
import { InvalidDevices } from '../../../../src/domain/values/device';
import { OfferGone } from '../../../../src/domain/license/license-errors';
import { UnknownCurrency } from '../../../../src/domain/values/money';
import {
  assignOffer,
  correctContent,
  moveAssignment,
  registerContent,
  unassignOffer,
} from '../../../../src/service/content/content-service';
import { assignTitles, tryAssigning } from '../../../../src/service/content/assign-titles';
import { NotFound, Stale, VersionAhead } from '../../../../src/service/errors';
import { replaceOffer, withdrawOffers } from '../../../../src/service/license/license-service';
import { aCommand } from '../../../builders/command-builders';
import { someContentDetails } from '../../../builders/content-builders';
import { anId, days, prices } from '../../../builders/license-builders';
import { onePrice } from '../../../../src/domain/license/price-list';
import { march, june, givenTitle } from './support-titles';

describe.each<[string, (titles: Titles, chosen: ChosenOffer) => Promise<unknown>]>([
  [
    'registering with',
    ({ given }, first) =>
      registerContent(
        { ...aCommand(), contentId: anId(), details: someContentDetails(), first },
        given.unitOfWork,
      ),
  ],
  [
    'assigning',
    ({ given, contentId }, chosen) =>
      assignOffer({ ...given.command(contentId), chosen }, given.unitOfWork),
  ],
  [
    'moving to',
    ({ given, contentId, has }, to) =>
      moveAssignment({ ...given.command(contentId), from: has, to }, given.unitOfWork),
  ],
  [
    'assigning many titles',
    ({ given, contentId }, chosen) =>
      assignTitles({ ...aCommand(), chosen, titles: [given.command(contentId)] }, given.unitOfWork),
  ],
  [
    'trying to assign many titles',
    ({ given, contentId }, chosen) =>
      tryAssigning({ ...aCommand(), chosen, contentIds: [contentId] }, given.unitOfWork),
  ],
])('%s an offer', (_what, act) => {
  it('C3: that its license never had is refused', async () => {
    const titles = await givenTitle();
    const { given, second } = titles;

    const refusal = await given.refusal(OfferGone, () => act(titles, { ...second, offer: march }));

    expect(refusal.offer.toData()).toEqual(march);
  });

  it.each([
    ['withdrawn', null],
    ['replaced by one with another price', { ...june, prices: prices('9.99') }],
    ['replaced by one on other days', { ...june, window: days('2026-06-01', '2026-06-29') }],
  ])('C3: that was %s meanwhile is refused', async (_how, after) => {
    const titles = await givenTitle();
    const { given, second } = titles;
    const command = given.licenseCommand(second.licenseId);
    if (after === null) await withdrawOffers({ ...command, offers: [june] }, given.unitOfWork);
    else await replaceOffer({ ...command, before: june, after }, given.unitOfWork);

    await given.refusal(OfferGone, () => act(titles, second));
  });

  it('of a license there is not is refused', async () => {
    const titles = await givenTitle();
    const licenseId = anId();

    const refusal = await titles.given.refusal(NotFound, () =>
      act(titles, { licenseId, offer: june }),
    );

    expect(refusal).toMatchObject({ what: 'license', id: licenseId });
  });

  it.each<[string, object, new (...parts: never[]) => Error]>([
    [
      'a day that does not exist',
      { window: { startsOn: '2026-02-30', endsOn: null } },
      InvalidDate,
    ],
    ['an unknown currency', { prices: onePrice({ minor: 1, currency: 'ABC' }) }, UnknownCurrency],
    ['an unknown device', { devices: ['fridge'] }, InvalidDevices],
  ])('with %s is refused', async (_what, part, expected) => {
    const titles = await givenTitle();
    const { licenseId } = titles.second;

    await titles.given.refusal(expected, () =>
      act(titles, { licenseId, offer: { ...june, ...part } }),
    );
  });
});

describe.each<[string, (titles: Titles, expectedVersion?: number) => Promise<{ version: number }>]>(
  [
    [
      'correcting',
      ({ given, contentId }, version) =>
        correctContent(
          { ...given.command(contentId, version), details: someContentDetails() },
          given.unitOfWork,
        ),
    ],
    [
      'assigning',
      ({ given, contentId, second }, version) =>
        assignOffer({ ...given.command(contentId, version), chosen: second }, given.unitOfWork),
    ],
    [
      'unassigning',
      ({ given, contentId, has }, version) =>
        unassignOffer({ ...given.command(contentId, version), assignment: has }, given.unitOfWork),
    ],
    [
      'moving',
      ({ given, contentId, has, second }, version) =>
        moveAssignment(
          { ...given.command(contentId, version), from: has, to: second },
          given.unitOfWork,
        ),
    ],
    [
      'assigning with others',
      async ({ given, contentId, second }, version) => {
        const titles = [given.command(contentId, version)];
        const command = { ...aCommand(), chosen: second, titles };
        const { assigned } = await assignTitles(command, given.unitOfWork);
        return { version: assigned[0]?.version ?? 0 };
      },
    ],
  ],
)('%s a title', (_what, act) => {
  it('against its latest version raises it by one, with one line of history', async () => {
    const titles = await givenTitle();

    const answer = await act(titles);

    expect([answer.version, titles.given.stored(titles.contentId).version]).toEqual([3, 3]);
    expect(titles.given.history(titles.contentId).map(({ version }) => version)).toEqual([1, 2, 3]);
  });

  it('is stale against an older version', async () => {
    const titles = await givenTitle();

    const refusal = await titles.given.refusal(Stale, () => act(titles, 1));

    expect(refusal).toMatchObject({ what: 'content', id: titles.contentId, expectedVersion: 1 });
  });

  it('is refused against a version that never was', async () => {
    const titles = await givenTitle();

    const refusal = await titles.given.refusal(VersionAhead, () => act(titles, 3));

    expect(refusal).toMatchObject({ expectedVersion: 3, latestVersion: 2 });
  });

  it('is refused where there is no such title', async () => {
    const titles = { ...(await givenTitle()), contentId: anId() };

    const refusal = await titles.given.refusal(NotFound, () => act(titles, 1));

    expect(refusal).toMatchObject({ what: 'content', id: titles.contentId });
  });
});

type Titles = Awaited<ReturnType<typeof givenTitle>>;
