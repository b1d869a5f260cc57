import type { OfferData } from '../../../license/offer';
import type { LicenseDetailsData } from '../../../license/license-details';
import type { LicenseStep } from '../import-plan';
import type { LaneTerms } from '../lanes/drafts';
import type { Phase } from '../../vocabulary/rights-chart';
import type { StoredLicense } from '../stored-rights';
import { DateRange } from '../../../values/date-range';
import { formatSet, formatWords } from '../../../values/format';
import { Languages } from '../../../values/languages';
import { LicenseDetails } from '../../../license/license-details';
import { formatsIn } from './license-proposals';
import { phaseKey } from '../../vocabulary/rights-chart';

/** The changes after which a license has exactly the given phases. */
export interface LicenseRevision {
  readonly steps: readonly LicenseStep[];
  readonly kept: readonly OfferData[];
  readonly replaced: readonly { readonly before: OfferData; readonly after: OfferData }[];
  readonly added: readonly OfferData[];
  readonly withdrawn: readonly OfferData[];
  /** What changes of the terms, as a phrase each: `Its window is extended`. */
  readonly amended: readonly string[];
}

/**
 * Plans legal commands after which the timeline of a license has exactly the given phases. Window and formats are widened as
 * needed and never narrowed; languages become those of the rows. Offers are replaced by new phases and keep their titles: first
 * by those that they overlap, then by those that are left, so that no title is without an offer in between. What is left of
 * either is withdrawn or generated. An offer without titles stays unless it overlaps a new phase.
 */
export function revision(
  license: StoredLicense,
  phases: readonly Phase[],
  terms: LaneTerms,
): LicenseRevision {
  const wanted = new Map(phases.map((phase) => [phaseKey(phase), phase]));
  const kept = license.offers.filter((offer) => wanted.delete(phaseKey(offer)));
  const incoming = [...wanted.values()]
    .sort(byStart)
    .map((phase) => offerOf(phase, license.details.terms.devices));
  const overlapsIncoming = (offer: OfferData) =>
    incoming.some((other) => rangeOf(offer).overlaps(rangeOf(other)));
  const outgoing = license.offers.filter(
    (offer) =>
      !kept.includes(offer) &&
      (license.usedStarts.has(offer.window.startsOn) || overlapsIncoming(offer)),
  );
  const untouched = license.offers.filter(
    (offer) => !kept.includes(offer) && !outgoing.includes(offer),
  );
  const others = [...kept, ...untouched];
  const overlapping = paired(outgoing, incoming);
  const all = withMoved(overlapping);
  const isInOrder = legalOrder(all.pairs, [...others, ...all.left]) !== null;
  const { pairs, left, added } = isInOrder ? all : overlapping;
  // Remaining offers are withdrawn last, so that no title is without an offer in between, unless they overlap a new one.
  const withdrawnLast = legalOrder(pairs, [...others, ...left]);
  const replaced = withdrawnLast ?? legalOrder(pairs, others);
  if (replaced === null) throw new Error('In the order of their days, offers can be replaced.');

  const { id: licenseId } = license;
  const amendment = amendmentOf(license, incoming, terms);
  const withdrawing: LicenseStep[] =
    left.length === 0 ? [] : [{ kind: 'withdraw-offers', licenseId, offers: left }];
  const replacing = replaced.map(
    (pair) => ({ kind: 'replace-offer', licenseId, ...pair }) as const,
  );
  const steps: LicenseStep[] = [
    ...(amendment === null
      ? []
      : [{ kind: 'amend-license', licenseId, details: amendment.details } as const]),
    ...(withdrawnLast === null ? [...withdrawing, ...replacing] : [...replacing, ...withdrawing]),
    ...(added.length === 0 ? [] : [{ kind: 'generate-offers', licenseId, offers: added } as const]),
  ];
  const amended = amendment?.words ?? [];
  return { steps, kept, replaced, added, withdrawn: left, amended };
}

/** Converts a phase to an offer of a license. */
export function offerOf({ name, prices, window }: Phase, devices: readonly string[]): OfferData {
  return { name, prices, window, devices };
}

interface Pair {
  readonly before: OfferData;
  readonly after: OfferData;
}

interface Pairing {
  readonly pairs: readonly Pair[];
  readonly left: readonly OfferData[];
  readonly added: readonly OfferData[];
}

/** Pairs old offers and new ones that share no day, too, in the order of their days. */
function withMoved({ pairs, left, added }: Pairing): Pairing {
  const moved = left.flatMap((before, at) => {
    const after = added[at];
    return after === undefined ? [] : [{ before, after }];
  });
  const { length } = moved;
  return { pairs: [...pairs, ...moved], left: left.slice(length), added: added.slice(length) };
}

/** Pairs each new offer with the first old one that shares a day with it, which it will replace. */
function paired(outgoing: readonly OfferData[], incoming: readonly OfferData[]): Pairing {
  const left = [...outgoing];
  const pairs: Pair[] = [];
  const added: OfferData[] = [];
  for (const after of incoming) {
    const at = left.findIndex((before) => rangeOf(before).overlaps(rangeOf(after)));
    const [before] = at === -1 ? [] : left.splice(at, 1);
    if (before === undefined) added.push(after);
    else pairs.push({ before, after });
  }
  return { pairs, left, added };
}

/** Orders the pairs so that no replacement overlaps an offer that exists at that time. */
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

/** The details of a license that is for all of these offers and terms; `null` when it is so already. */
function amendmentOf(
  { details }: StoredLicense,
  incoming: readonly OfferData[],
  wanted: LaneTerms,
): { readonly details: LicenseDetailsData; readonly words: readonly string[] } | null {
  const { terms } = LicenseDetails.of(details);
  const window = incoming.reduce((all, offer) => all.hull(rangeOf(offer)), terms.window);
  const added = incoming.length === 0 ? [] : formatsIn(incoming);
  const formats =
    terms.formats === null || added === null ? null : formatSet([...terms.formats, ...added]);
  const languages = Languages.of(wanted.languages);
  const exclusive = wanted.exclusive ?? terms.exclusive;
  const words = [
    ...(window.equals(terms.window) ? [] : ['Its window is extended']),
    ...(formats?.join() === terms.formats?.join()
      ? []
      : [`Its formats become ${formatWords(formats)}`]),
    ...(languages.equals(terms.languages) ? [] : [`Its languages become ${languages.toString()}`]),
    ...(exclusive === terms.exclusive
      ? []
      : [exclusive ? 'It becomes exclusive' : 'It is not exclusive any more']),
  ];
  if (words.length === 0) return null;
  const amended = { window: window.toData(), formats, languages: languages.toData(), exclusive };
  const changed = { ...details, terms: { ...details.terms, ...amended } };
  return { details: LicenseDetails.of(changed).toData(), words };
}

function byStart(a: Phase, b: Phase): number {
  return a.window.startsOn < b.window.startsOn ? -1 : 1;
}

function rangeOf({ window }: OfferData): DateRange {
  return DateRange.of(window.startsOn, window.endsOn);
}
