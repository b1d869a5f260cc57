import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Phase } from '../../../../src/domain/avails/vocabulary/rights-chart';
import type { StoredLicense } from '../../../../src/domain/avails/planning/stored-rights';
import type { OfferData } from '../../../../src/domain/license/offer';
import { revision as revisionFor } from '../../../../src/domain/avails/planning/licenses/license-revision';
import { addDays, DateRange, isoDate } from '../../../../src/domain/values/date-range';
import { License } from '../../../../src/domain/license/license';
import { UNRESTRICTED } from '../../../../src/domain/license/terms';
import { LicenseDetails } from '../../../../src/domain/license/license-details';
import { Offer } from '../../../../src/domain/license/offer';
import { Timeline } from '../../../../src/domain/license/timeline';
import { runs } from '../../../builders/effort';
import { anId, anOfferData, days, prices, someDetails } from '../../../builders/license-builders';

function offer(first: string, last: string | null, amount: string): OfferData {
  return anOfferData({ name: 'EST', window: days(first, last), prices: prices(amount) });
}

function phase(first: string, last: string | null, amount: string): Phase {
  const { window, prices: list } = offer(first, last, amount);
  return { window, prices: list, name: 'EST', rows: [], contract: null };
}

/** Windows in 2027 that do not overlap, with prices, in date order. */
const timelines = fc
  .uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 10 })
  .chain((edges) => fc.tuple(fc.constant([...edges].sort((a, b) => a - b)), fc.array(fc.nat(2))))
  .map(([edges, prices]) =>
    Array.from({ length: Math.floor(edges.length / 2) }, (_, at) => ({
      first: addDays(isoDate('2027-01-01'), edges[2 * at] ?? 0),
      last: addDays(isoDate('2027-01-01'), (edges[2 * at + 1] ?? 0) - 1),
      amount: `${prices[at] ?? 0}.99`,
    })),
  );

/** A license for 2027 whose offers are assigned, except those that begin on the given days. */
function aLicense(offers: readonly OfferData[], unused: readonly string[] = []): StoredLicense {
  return {
    id: anId(),
    version: 3,
    contractId: anId(),
    studio: 'Northlight',
    details: someDetails({ terms: { devices: ['tv'], window: days('2027-01-01', '2027-12-31') } }),
    offers,
    closing: null,
    titleIds: new Set([anId()]),
    usedStarts: new Set(
      offers.map(({ window }) => window.startsOn).filter((start) => !unused.includes(start)),
    ),
  };
}

const TERMS = { languages: UNRESTRICTED.languages, exclusive: null };

function revision(stored: StoredLicense, phases: readonly Phase[]) {
  return revisionFor(stored, phases, TERMS);
}

/** Applies the commands of a revision to a license one by one and returns its offers. */
function revised(stored: StoredLicense, phases: readonly Phase[]): readonly OfferData[] {
  const plan = revision(stored, phases);
  let details = LicenseDetails.of(stored.details);
  let timeline = Timeline.whole(stored.offers.map(Offer.of));
  for (const step of plan.steps) {
    const { id, contractId, version } = stored;
    const license = License.reconstitute({
      ...{ id, contractId, version, details, timeline },
      closing: null,
    });
    if (step.kind === 'amend-license') license.amend(LicenseDetails.of(step.details));
    if (step.kind === 'replace-offer') license.replace(Offer.of(step.before), Offer.of(step.after));
    if (step.kind === 'withdraw-offers') license.withdraw(step.offers.map(Offer.of));
    if (step.kind === 'generate-offers') license.generate(step.offers.map(Offer.of));
    ({ details, timeline } = license);
  }
  return timeline.offers.map((one) => one.toData());
}

const texts = (offers: readonly Pick<OfferData, 'window' | 'prices'>[]) =>
  offers.map(
    ({ window, prices: [line] }) =>
      `${window.startsOn} ${window.endsOn ?? ''} ${line?.amount?.minor ?? ''}`,
  );

describe('a revised license has exactly the wanted phases', () => {
  const [spring, summer] = [
    offer('2027-03-01', '2027-05-31', '4.99'),
    offer('2027-06-01', '2027-08-31', '5.99'),
  ] as const;

  it('without changes if it already has them', () => {
    const plan = revision(aLicense([spring]), [phase('2027-03-01', '2027-05-31', '4.99')]);
    expect(plan).toMatchObject({ steps: [], kept: [spring], replaced: [], added: [] });
  });

  it('by replacing, so that offers keep their titles', () => {
    const stored = aLicense([spring, summer]);
    const wanted = [
      phase('2027-03-01', '2027-05-31', '6.99'),
      phase('2027-06-01', '2027-08-31', '5.99'),
    ];
    const plan = revision(stored, wanted);
    expect(plan.replaced.map(({ before }) => before)).toEqual([spring]);
    expect(plan.withdrawn).toEqual([]);
    expect(texts(revised(stored, wanted))).toEqual([
      '2027-03-01 2027-06-01 699',
      '2027-06-01 2027-09-01 599',
    ]);
  });

  it.each([
    ['later', '2027-03-20', '2027-06-19', '2027-06-20', '2027-09-19'],
    ['earlier', '2027-02-10', '2027-05-09', '2027-05-10', '2027-08-09'],
  ])('in an order without overlaps: both %s', (_, first, second, third, fourth) => {
    const stored = aLicense([spring, summer]);
    const wanted = [phase(first, second, '4.99'), phase(third, fourth, '5.99')];
    expect(texts(revised(stored, wanted))).toEqual(
      texts([offer(first, second, '4.99'), offer(third, fourth, '5.99')]),
    );
  });

  it('with a wider window if needed, never a narrower one', () => {
    const stored = aLicense([spring]);
    const wanted = [phase('2027-03-01', null, '4.99')];
    expect(revision(stored, wanted).amended).toEqual(['Its window is extended']);
    expect(texts(revised(stored, wanted))).toEqual(['2027-03-01  499']);
    const shorter = revision(stored, [phase('2027-03-01', '2027-03-31', '4.99')]);
    expect(shorter.amended).toEqual([]);
  });

  it('with the languages and formats of the rows, and no format less', () => {
    const stored = aLicense([spring]);
    const terms = { ...stored.details.terms, formats: ['HD'] };
    const inHd = { ...stored, details: { ...stored.details, terms } };
    const [line] = prices('4.99');
    const wanted = {
      ...phase('2027-03-01', '2027-05-31', '4.99'),
      prices: [{ ...line, format: 'SD' }],
    };
    const french = { languages: { allowed: ['fr'], heldBack: [] }, exclusive: true };
    const { amended, steps } = revisionFor(inHd, [wanted], french);
    expect(amended).toEqual([
      'Its formats become SD and HD',
      'Its languages become French',
      'It becomes exclusive',
    ]);
    expect(steps[0]).toMatchObject({
      kind: 'amend-license',
      details: { terms: { formats: ['SD', 'HD'], exclusive: true } },
    });
  });

  it('by moving the rest, and by withdrawing or generating what is left', () => {
    const october = phase('2027-10-01', '2027-10-31', '2.99');
    const wanted = [phase('2027-03-01', '2027-05-31', '4.99'), october];
    const moved = revision(aLicense([spring, summer]), wanted);
    expect(moved.replaced.map(({ before }) => before)).toEqual([summer]);
    expect([moved.withdrawn, moved.added]).toEqual([[], []]);
    expect(texts(revised(aLicense([spring, summer]), wanted))).toEqual([
      '2027-03-01 2027-06-01 499',
      '2027-10-01 2027-11-01 299',
    ]);
    expect(revision(aLicense([spring, summer]), [october]).withdrawn).toEqual([summer]);
    expect(revision(aLicense([spring]), wanted).added).toHaveLength(1);
  });

  it('without touching an unassigned offer that does not overlap', () => {
    const stored = aLicense([spring, summer], ['2027-06-01']);
    expect(texts(revised(stored, [phase('2027-03-01', '2027-05-31', '1.99')]))).toEqual([
      '2027-03-01 2027-06-01 199',
      '2027-06-01 2027-09-01 599',
    ]);
    expect(texts(revised(stored, [phase('2027-03-01', '2027-06-30', '4.99')]))).toEqual([
      '2027-03-01 2027-07-01 499',
    ]);
  });

  it('by withdrawing an obstructing offer first', () => {
    const stored = aLicense([spring, summer]);
    const wanted = [phase('2027-03-01', '2027-08-31', '4.99')];
    const plan = revision(stored, wanted);
    expect(plan.steps.map(({ kind }) => kind)).toEqual(['withdraw-offers', 'replace-offer']);
    expect(texts(revised(stored, wanted))).toEqual(['2027-03-01 2027-09-01 499']);
  });

  it('for any stored and wanted phases', () => {
    fc.assert(
      fc.property(timelines, timelines, fc.array(fc.nat(5)), (before, after, unused) => {
        const offers = before.map(({ first, last, amount }) => offer(first, last, amount));
        const starts = unused.flatMap((at) => offers[at]?.window.startsOn ?? []);
        const wanted = after.map(({ first, last, amount }) => phase(first, last, amount));
        const result = texts(revised(aLicense(offers, starts), wanted));
        const bystanders = offers.filter(
          ({ window }) =>
            starts.includes(window.startsOn) &&
            wanted.every(
              (other) =>
                !DateRange.of(window.startsOn, window.endsOn).overlaps(
                  DateRange.of(other.window.startsOn, other.window.endsOn),
                ),
            ),
        );
        expect(result).toEqual(texts([...wanted, ...bystanders]).sort());
      }),
      { numRuns: runs(300) },
    );
  });
});
