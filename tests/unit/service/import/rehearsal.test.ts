import { describe, expect, it } from 'vitest';
import type { OfferData } from '../../../../src/domain/license/offer';
import { TitlesStranded } from '../../../../src/domain/content/content-errors';
import { withdrawOffers } from '../../../../src/service/license/license-service';
import { Rehearsal } from '../../../../src/service/import/rehearsal';
import { aCommand } from '../../../builders/command-builders';
import { someContentDetails } from '../../../builders/content-builders';
import { anId, anOfferData, days, someTerms } from '../../../builders/license-builders';

const march = anOfferData({ name: 'MAR', window: days('2026-03-01', '2026-03-31') });
const may = anOfferData({ name: 'MAY', window: days('2026-05-01', '2026-05-31') });

/** A license with both offers, all of which one title has. */
function rehearsed() {
  const [licenseId, titleId] = [anId(), anId()];
  const offers = [march, may];
  const rehearsal = new Rehearsal({
    contracts: [],
    licenses: new Map([
      [
        licenseId,
        {
          id: licenseId,
          version: 3,
          contractId: anId(),
          studio: 'Harbor Pictures',
          details: { name: 'Slate', notes: '', terms: someTerms() },
          offers,
          closing: null,
          titleIds: new Set([titleId]),
          usedStarts: new Set(offers.map(({ window }) => window.startsOn)),
        },
      ],
    ]),
    titles: [
      {
        id: titleId,
        version: 1,
        details: someContentDetails(),
        offers: offers.map(({ window }) => ({ licenseId, startsOn: window.startsOn })),
        takedowns: [],
        closing: null,
        deletions: [],
      },
    ],
    earlierRows: new Map(),
    rows: new Map(),
  });
  const withdraw = (withdrawn: readonly OfferData[]) =>
    withdrawOffers({ ...aCommand(), licenseId, expectedVersion: 3, offers: withdrawn }, rehearsal);
  return { rehearsal, licenseId, titleId, withdraw };
}

describe('a rehearsal', () => {
  it('takes a withdrawn offer from the titles that have it', async () => {
    const { rehearsal, licenseId, titleId, withdraw } = rehearsed();

    await rehearsal.together(async () => {
      await withdraw([may]);
    });

    expect(await rehearsal.versionsNow([licenseId, titleId])).toEqual(
      new Map([
        [licenseId, 4],
        [titleId, 2],
      ]),
    );
  });

  it('refuses what would strand a title, and forgets it', async () => {
    const { rehearsal, licenseId, titleId, withdraw } = rehearsed();

    await expect(
      rehearsal.together(async () => {
        await withdraw([march, may]);
      }),
    ).rejects.toThrow(TitlesStranded);

    expect(await rehearsal.versionsNow([licenseId, titleId])).toEqual(
      new Map([
        [licenseId, 3],
        [titleId, 1],
      ]),
    );
  });
});
