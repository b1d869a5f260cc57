import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DateRangeData } from '../../../../src/domain/values/date-range';
import type { OfferData } from '../../../../src/domain/license/offer';
import { PrismaContentViews } from '../../../../src/adapters/postgres/content/content-views';
import { inSnapshot } from '../../../../src/adapters/postgres/consistency-source';
import { findingsInTitle } from '../../../../src/domain/consistency/title-consistency';
import { daysByPlace } from '../../../../src/domain/content/coverage';
import { unassignOffer } from '../../../../src/service/content/content-service';
import {
  amendLicense,
  replaceOffer,
  withdrawOffers,
} from '../../../../src/service/license/license-service';
import { aCommand } from '../../../builders/command-builders';
import { days, someTerms } from '../../../builders/license-builders';
import { testDatabase } from '../../support';
import { offerFor, SeedData } from '../../support-titles';

const database = await testDatabase();
const { unitOfWork } = database;
const catalog = new PrismaContentViews(database.prisma);
const seed = new SeedData(unitOfWork);

describe('the stored coverage', () => {
  const TERRITORIES = ['DE', 'FR', 'US'];
  const someLicense = fc.record({
    rightsType: fc.constantFrom('EST', 'TVOD'),
    territories: fc.subarray(TERRITORIES, { minLength: 1 }),
    firstMonth: fc.nat(3),
    offers: fc.integer({ min: 1, max: 3 }),
  });

  it('equals what the domain computes, whatever happens to the offers', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(someLicense, {
          ...{ minLength: 2, maxLength: 4 },
          selector: ({ rightsType, territories }) => `${rightsType} ${territories[0] ?? ''}`,
        }),
        fc.subarray(TERRITORIES, { minLength: 1 }),
        async (licenses, amended) => {
          const given: (readonly [string, OfferData])[] = [];
          let month = 1;
          for (const { rightsType, territories, firstMonth, offers } of licenses) {
            const mine: OfferData[] = [];
            month += firstMonth;
            for (let count = 0; count < offers; count += 1, month += 2)
              mine.push(offerFor(`Offer ${count}`, span(month)));
            const id = await seed.license({ rightsType, territories, offers: mine });
            given.push(...mine.map((offer) => [id, offer] as const));
          }
          const id = await seed.title({ offers: given });
          await requireDerived(id);

          const [licenseId, first] = given[0] ?? ['', offerFor('None', span(1))];
          const after = {
            ...first,
            window: { ...first.window, endsOn: addDay(first.window.startsOn) },
          };
          const version = { licenseId, expectedVersion: 2 };
          await replaceOffer({ ...aCommand(), ...version, before: first, after }, unitOfWork);
          await requireDerived(id);

          const terms = {
            ...someTerms({ rightsType: 'SVOD', territories: amended }),
            ...{ devices: ['tv', 'mobile'], window: { startsOn: '2026-01-01', endsOn: null } },
          };
          await amendLicense(
            {
              ...aCommand(),
              ...{ licenseId, expectedVersion: 3, details: { name: 'Amended', notes: '', terms } },
            },
            unitOfWork,
          );
          await requireDerived(id);

          const [lastLicense, last] = given.at(-1) ?? ['', first];
          const ref = { licenseId: lastLicense, startsOn: last.window.startsOn };
          await unassignOffer(
            { ...aCommand(), contentId: id, expectedVersion: given.length, assignment: ref },
            unitOfWork,
          );
          await requireDerived(id);

          if (given.length < 3) return;
          await withdrawOffers(
            { ...aCommand(), licenseId, expectedVersion: 4, offers: [after] },
            unitOfWork,
          );
          await requireDerived(id);
        },
      ),
      { numRuns: 12 },
    );
  });

  it('is reported by the consistency check when other programs change it', async () => {
    const offer = offerFor('One', days('2026-05-01', '2026-06-30'));
    const licenseId = await seed.license({ offers: [offer] });
    const id = await seed.title({ offers: [[licenseId, offer]] });
    expect(await findings(id)).toEqual([]);

    await database.rows('UPDATE content_coverage SET territories = $2 WHERE content_id = $1', [
      id,
      [840],
    ]);

    expect(await findings(id)).toEqual([
      'its coverage by rights type and territory is not that of its offers',
    ]);
  });
});

/** Four weeks from the first day of a month on; months count from January 2026. */
function span(month: number): DateRangeData {
  const date = (day: string) =>
    `${2026 + Math.floor((month - 1) / 12)}-${String(((month - 1) % 12) + 1).padStart(2, '0')}-${day}`;
  return { startsOn: date('01'), endsOn: date('28') };
}

function addDay(start: string): string {
  return `${start.slice(0, 8)}02`;
}

async function requireDerived(id: string): Promise<void> {
  const view = await catalog.content(id);
  const expected = daysByPlace(
    (view?.assigned ?? []).map(({ rightsType, territories, offer }) => ({
      ...{ rightsType, territories, window: offer.window },
    })),
  );
  const rows = await database.rows<{ place: string; days: string }>(
    `SELECT rights_type || ' ' || t AS place, days::text FROM content_coverage, unnest(territories) AS t
     WHERE content_id = $1`,
    [id],
  );
  const stored = new Map(rows.map(({ place, days: text }) => [place, text]));
  expect(stored.size).toBe(rows.length);
  expect(rows.length).toBe(
    [...expected.values()].reduce((sum, territories) => sum + territories.size, 0),
  );
  expect(await findings(id)).toEqual([]);
}

async function findings(id: string): Promise<string[]> {
  return inSnapshot(database.url, async (source) => {
    const words: string[] = [];
    for await (const title of source.titles())
      if (title.id === id) words.push(...findingsInTitle(title).map((finding) => finding.words));
    return words;
  });
}
