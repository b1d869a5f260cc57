import { describe, expect, it } from 'vitest';
import type { LicenseChange, ProposedChange } from '../../../../src/domain/license/license-change';
import type { OfferData } from '../../../../src/domain/license/offer';
import type { HistoryEntry } from '../../../../src/service/history-views';
import type { LicenseViews } from '../../../../src/service/license/license-views';
import { describeChange } from '../../../../src/domain/license/license-change';
import { addDays, isoDate } from '../../../../src/domain/values/date-range';
import { MAX_SINCE } from '../../../../src/service/conflict/conflict';
import { explainConflict } from '../../../../src/service/license/conflict-explanation';
import { anId, anOfferData, prices, someDetails } from '../../../builders/license-builders';

const OFFERS = 10_000;
const MOST_BYTES = 64_000;
const details = someDetails({
  name: 'A license of the usual name',
  terms: { window: { startsOn: '2026-01-01', endsOn: null } },
});

describe('the explanation on a license that changed 20,000 times since', () => {
  const story = aLongStory();
  const [middle] = story.offers.slice(OFFERS / 2);
  if (middle === undefined) throw new Error('There are no offers.');
  const beyond = dayOffer(OFFERS + 10, '4.99');

  it.each<[string, ProposedChange, string]>([
    ['a new offer', { kind: 'offers-generated', offers: [beyond] }, 'legal'],
    ['an overlapping offer', { kind: 'offers-generated', offers: [middle] }, 'settled'],
    [
      'a changed offer',
      {
        kind: 'offer-replaced',
        before: { ...middle, prices: prices('4.99') },
        after: { ...middle, prices: prices('1.99') },
      },
      'disputed',
    ],
    ['a withdrawal', { kind: 'offers-withdrawn', offers: [middle] }, 'legal'],
    [
      'an amendment',
      { kind: 'license-amended', before: details, after: { ...details, notes: 'Mine' } },
      'legal',
    ],
  ])('of %s is small, and says how much happened', async (_what, change, verdict) => {
    const intent = { kind: 'change', change } as const;

    const conflict = await explainConflict(story.id, 1, intent, story.views);

    expect(conflict).toMatchObject({
      verdict,
      sinceTotal: 2 * OFFERS,
      latestVersion: 2 * OFFERS + 1,
    });
    expect(conflict.since).toHaveLength(MAX_SINCE);
    expect(conflict.since.at(-1)?.version).toBe(2 * OFFERS + 1);
    expect(conflict.rows.find(({ field }) => field === 'other')).toMatchObject({
      label: 'Before that',
      theirs: expect.stringMatching(/^19,9\d\d more changes$/) as string,
    });
    expect(conflict.strips.result.length).toBeGreaterThan(10);
    expect(Buffer.byteLength(JSON.stringify(conflict))).toBeLessThan(MOST_BYTES);
  });
});

/** One day at a time from the license's first day on. */
function dayOffer(position: number, amount: string): OfferData {
  const startsOn = addDays(isoDate('2026-01-01'), position);
  const window = { startsOn, endsOn: addDays(startsOn, 1) };
  return anOfferData({ name: `OFFER ${position}`, prices: prices(amount), window });
}

/** A license to which an offer was added for each of `OFFERS` days, and then each of them got another price. */
function aLongStory() {
  const id = anId();
  const positions = Array.from({ length: OFFERS }, (_none, position) => position);
  const added = positions.map((position) => dayOffer(position, '4.99'));
  const offers = positions.map((position) => dayOffer(position, '3.99'));
  const changes = [
    ...added.map((offer): LicenseChange => ({ kind: 'offers-generated', offers: [offer] })),
    ...offers.map((after, position): LicenseChange => ({
      kind: 'offer-replaced',
      before: added[position] ?? after,
      after,
    })),
  ];
  const entries = changes.map((change, index): HistoryEntry => ({
    ...{ aggregate: 'license', aggregateId: id, name: details.name, version: index + 2 },
    ...{ at: '2026-03-04T05:06:07.000Z', actor: 'Marta Oliveira', actorId: anId() },
    words: describeChange(change),
  }));
  const [lastChange] = entries.slice(-1);
  if (lastChange === undefined) throw new Error('Nothing happened.');
  const contract = {
    id: anId(),
    studio: 'Halcyon',
    reference: 'HAL-1',
    isVoid: false,
  };
  const about = { id, version: lastChange.version, closing: null };
  const view = { ...about, details, contract, offers, lastChange };
  const views: Pick<LicenseViews, 'licenseSince'> = {
    licenseSince: () => Promise.resolve({ view, changes, entries, unread: 0, undone: null }),
  };
  return { id, offers, views };
}
