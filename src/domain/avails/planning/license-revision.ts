import type { OfferData } from '../../license/offer';
import type { ImportStep } from './import-plan';
import type { Phase } from '../vocabulary/rights-chart';
import type { StoredLicense } from './stored-rights';
import { DateRange } from '../../values/date-range';
import { LicenseDetails } from '../../license/license-details';
import { phaseKey } from '../vocabulary/rights-chart';

/** How a license comes to have exactly some phases. */
export interface LicenseRevision {
  readonly steps: readonly ImportStep[];
  readonly kept: readonly OfferData[];
  readonly replaced: readonly { readonly before: OfferData; readonly after: OfferData }[];
  readonly added: readonly OfferData[];
  readonly withdrawn: readonly OfferData[];
  /** The steps amend the window, so that it holds every phase. */
  readonly isWidened: boolean;
}

/**
 * How a license's timeline becomes exactly some phases, one legal command after the other: its window is widened as far as
 * needed and never narrowed, offers that overlap a new phase are replaced by it (and take their titles along), the rest is
 * withdrawn and generated. An offer that no title has is left alone unless it is in the way.
 */
export function revision(license: StoredLicense, phases: readonly Phase[]): LicenseRevision {
  const wanted = new Map(phases.map((phase) => [phaseKey(phase), phase]));
  const kept = license.offers.filter((offer) => wanted.delete(phaseKey(offer)));
  const coming = [...wanted.values()]
    .sort(byStart)
    .map((phase) => offerOf(phase, license.details.terms.devices));
  const isInTheWay = (offer: OfferData) =>
    coming.some((other) => rangeOf(offer).overlaps(rangeOf(other)));
  const leaving = license.offers.filter(
    (offer) =>
      !kept.includes(offer) && (license.usedStarts.has(offer.window.startsOn) || isInTheWay(offer)),
  );
  const bystanders = license.offers.filter(
    (offer) => !kept.includes(offer) && !leaving.includes(offer),
  );
  const { pairs, left, added } = paired(leaving, coming);
  const others = [...kept, ...bystanders];
  // What is left over goes last, so that no title is without an offer meanwhile, unless it is in the way.
  const unhurried = legalOrder(pairs, [...others, ...left]);
  const replaced = unhurried ?? legalOrder(pairs, others);
  if (replaced === null) throw new Error('In the order of their days, offers can be replaced.');

  const { id: licenseId } = license;
  const amended = widened(license, coming);
  const withdrawing: ImportStep[] =
    left.length === 0 ? [] : [{ kind: 'withdraw-offers', licenseId, offers: left }];
  const replacing = replaced.map(
    (pair) => ({ kind: 'replace-offer', licenseId, ...pair }) as const,
  );
  const steps: ImportStep[] = [
    ...(amended === null ? [] : [{ kind: 'amend-license', licenseId, details: amended } as const]),
    ...(unhurried === null ? [...withdrawing, ...replacing] : [...replacing, ...withdrawing]),
    ...(added.length === 0 ? [] : [{ kind: 'generate-offers', licenseId, offers: added } as const]),
  ];
  return { steps, kept, replaced, added, withdrawn: left, isWidened: amended !== null };
}

/** A phase as an offer of a license. */
export function offerOf({ name, price, window }: Phase, devices: readonly string[]): OfferData {
  return { name, price, window, devices };
}

interface Pair {
  readonly before: OfferData;
  readonly after: OfferData;
}

/** Each new offer takes the place of the first old one that shares a day with it. */
function paired(leaving: readonly OfferData[], coming: readonly OfferData[]) {
  const left = [...leaving];
  const pairs: Pair[] = [];
  const added: OfferData[] = [];
  for (const after of coming) {
    const at = left.findIndex((before) => rangeOf(before).overlaps(rangeOf(after)));
    const [before] = at === -1 ? [] : left.splice(at, 1);
    if (before === undefined) added.push(after);
    else pairs.push({ before, after });
  }
  return { pairs, left, added };
}

/** The pairs in an order in which no replacement overlaps what is there at its time. */
function legalOrder(pairs: readonly Pair[], others: readonly OfferData[]): readonly Pair[] | null {
  const waiting = [...pairs];
  const order: Pair[] = [];
  while (waiting.length > 0) {
    const at = waiting.findIndex(({ after }, index) =>
      [
        ...others,
        ...order.map((done) => done.after),
        ...waiting.filter((_, other) => other !== index).map(({ before }) => before),
      ].every((offer) => !rangeOf(offer).overlaps(rangeOf(after))),
    );
    const [next] = at === -1 ? [] : waiting.splice(at, 1);
    if (next === undefined) return null;
    order.push(next);
  }
  return order;
}

function widened({ details }: StoredLicense, coming: readonly OfferData[]) {
  const { startsOn: start, endsOn: end } = details.terms.window;
  const window = DateRange.of(start, end);
  const hull = coming.reduce((all, offer) => all.hull(rangeOf(offer)), window);
  if (hull.equals(window)) return null;
  const terms = { ...details.terms, window: hull.toData() };
  return LicenseDetails.of({ ...details, terms }).toData();
}

function byStart(a: Phase, b: Phase): number {
  return a.window.startsOn < b.window.startsOn ? -1 : 1;
}

function rangeOf({ window }: OfferData): DateRange {
  return DateRange.of(window.startsOn, window.endsOn);
}
