import type { Choices, Dispute, FieldOf } from '../conflict/merge';
import type { Trial, Verdict as JudgedChange } from '../conflict/verdict';
import type {
  LicenseChange,
  LicenseState,
  OffersRearranged,
  ProposedChange,
} from './license-change';
import type { LicenseDetailsData } from './license-details';
import type { OfferData } from './offer';
import type { DomainError } from '../errors';
import { chosenValues } from '../conflict/merge';
import { judgeMerged, tried } from '../conflict/verdict';
import { licenseIn } from './license-in';
import { offersAddedBy, offersRemovedBy, replacedBy, rewind } from './license-change';
import { LicenseDetails } from './license-details';
import { isSame } from './rearrangement';
import { OffersChangedToo, OffersStranded, WindowRefused } from './license-errors';
import { Offer } from './offer';

/** The fields of an offer that two people can change apart from each other. */
export type OfferField = FieldOf<ReturnType<typeof offerFields>>;
/** The fields of a license that two people can change apart from each other. */
export type DetailField = FieldOf<ReturnType<typeof detailFields>>;
export type Field = OfferField | DetailField;

/** What a change made against an older version means on the latest one. */
export type Verdict =
  | JudgedChange<ProposedChange, Field>
  /** The offer it is about is no longer there; `recreate` adds the wanted one anew, if that is legal. */
  | { readonly kind: 'gone'; readonly offer: OfferData; readonly recreate: ProposedChange | null };

/**
 * Judges a change made against an older version of a license.
 *
 * @param intent the change as its maker meant it, against the older version
 * @param latest what the license holds now
 * @param since what happened between the two versions, in order
 */
export function classify(
  intent: ProposedChange,
  latest: LicenseState,
  since: readonly LicenseChange[],
): Verdict {
  switch (intent.kind) {
    case 'offers-generated':
      return judgeGeneration(intent.offers, latest);
    case 'offers-withdrawn':
      return judgeWithdrawal(intent.offers, latest, since);
    case 'offer-replaced':
      return judgeReplacement(intent.before, intent.after, latest, since);
    case 'offers-rearranged':
      return judgeRearrangement(intent, latest, since);
    case 'license-amended':
      return judgeAmendment(intent.after, latest, rewind(latest, since).details);
    case 'license-closed':
    case 'license-reopened':
      return judge(intent, latest);
  }
}

/** Judges a change on the latest version alone, as if it had been made there. */
export function judge(change: ProposedChange, latest: LicenseState): Trial<ProposedChange> {
  return tried(change, performerOn(latest), (reason) => waysOut(change, reason));
}

/** Makes changes on a state, each as if it were the only one. */
function performerOn(state: LicenseState) {
  return (change: ProposedChange): ProposedChange | null => {
    const license = licenseIn(state);
    license.perform(change);
    // A closing is made of what there is on the day, whatever it was made of before.
    if (license.change?.kind === 'license-closed') return license.change;
    return license.change === null ? null : change;
  };
}

function judgeGeneration(offers: readonly OfferData[], latest: LicenseState): Verdict {
  const there = new Set(latest.offers.map((offer) => JSON.stringify(Offer.of(offer).toData())));
  if (offers.every((offer) => there.has(JSON.stringify(Offer.of(offer).toData()))))
    return { kind: 'settled' };
  return judge({ kind: 'offers-generated', offers }, latest);
}

function judgeWithdrawal(
  offers: readonly OfferData[],
  latest: LicenseState,
  since: readonly LicenseChange[],
): Verdict {
  const successors = offers.flatMap((offer) => successor(offer, since) ?? []);
  if (successors.length === 0) return { kind: 'settled' };
  return judge({ kind: 'offers-withdrawn', offers: successors }, latest);
}

function judgeReplacement(
  before: OfferData,
  after: OfferData,
  latest: LicenseState,
  since: readonly LicenseChange[],
): Verdict {
  const now = successor(before, since);
  if (now === null) {
    const recreation = judge({ kind: 'offers-generated', offers: [after] }, latest);
    const recreate =
      recreation.kind === 'legal'
        ? recreation.change
        : recreation.kind === 'refused'
          ? (recreation.ways[0] ?? null)
          : null;
    return { kind: 'gone', offer: before, recreate };
  }
  return judgeMerged(
    [spelledOffer(before), spelledOffer(after), spelledOffer(now)],
    (merged): ProposedChange => ({ kind: 'offer-replaced', before: now, after: offerOf(merged) }),
    (change) => judge(change, latest),
  );
}

/**
 * A rearrangement was thought out for the offers as they were; it is made again only where all it names are as they were.
 */
function judgeRearrangement(
  intent: OffersRearranged,
  latest: LicenseState,
  since: readonly LicenseChange[],
): Verdict {
  const changing = intent.replaced.filter((one) => !isSame(one));
  const named = [...changing.map(({ before }) => before), ...intent.withdrawn];
  const gone = named.find((offer) => successor(offer, since) === null);
  if (gone !== undefined) return { kind: 'gone', offer: gone, recreate: null };
  const changed = named.filter((offer) => {
    const now = successor(offer, since);
    return now !== null && !Offer.of(now).equals(Offer.of(offer));
  });
  if (changed.length === 0) return judge(intent, latest);
  const reason = new OffersChangedToo(changed.map(({ name }) => name));
  return { kind: 'refused', change: intent, reason, ways: [] };
}

function judgeAmendment(
  after: LicenseDetailsData,
  latest: LicenseState,
  base: LicenseDetailsData,
): Verdict {
  return judgeMerged(
    [spelledDetails(base), spelledDetails(after), spelledDetails(latest.details)],
    (merged): ProposedChange => ({
      kind: 'license-amended',
      before: latest.details,
      after: detailsOf(merged),
    }),
    (change) => judge(change, latest),
  );
}

/** The offer that an offer has become through some changes, or `null` when it is gone. */
export function successor(offer: OfferData, since: readonly LicenseChange[]): OfferData | null {
  const original = Offer.of(offer);
  let current: Offer | null = original;
  let last = original;
  const is = (other: OfferData, one: Offer | null) => one !== null && Offer.of(other).equals(one);
  for (const change of since) {
    const replaced = replacedBy(change).find(({ before }) => is(before, current));
    if (replaced !== undefined) current = Offer.of(replaced.after);
    else if (offersRemovedBy(change).some((gone) => is(gone, current))) current = null;
    else if (current === null) {
      const back = offersAddedBy(change).find((added) => is(added, original) || is(added, last));
      current = back === undefined ? null : Offer.of(back);
    }
    last = current ?? last;
  }
  return current?.toData() ?? null;
}

/**
 * The changes nearest to a refused one that would be legal: cut to what fits, moved to the nearest place, or terms that
 * still hold every offer. Empty when the refusal knows no way out.
 */
export function waysOut(change: ProposedChange, reason: DomainError): ProposedChange[] {
  if (reason instanceof OffersStranded && change.kind === 'license-amended')
    return [{ ...change, after: reason.holding.toData() }];
  if (!(reason instanceof WindowRefused) || reason.alternatives === null) return [];
  const { shortened, fits } = reason.alternatives;
  if (change.kind === 'offer-replaced') {
    const after = Offer.of(change.after);
    return [...(shortened === null ? [] : [shortened]), ...fits].map((window) => ({
      ...change,
      after: after.at(window).toData(),
    }));
  }
  if (change.kind !== 'offers-generated') return [];
  const [only, ...more] = change.offers.map(Offer.of);
  if (only === undefined) return [];
  if (more.length === 0)
    return [...(shortened === null ? [] : [shortened]), ...fits].map((window) => ({
      ...change,
      offers: [only.at(window).toData()],
    }));
  return fits.map(({ startsOn: start }) => ({
    ...change,
    offers: shifted([only, ...more], start),
  }));
}

/** A run of offers kept together, begun on another day. */
function shifted(run: readonly Offer[], start: string): OfferData[] {
  const first = run[0]?.window.startsOn;
  return run.map((offer) =>
    offer.at(offer.window.shifted(first ?? offer.window.startsOn, start)).toData(),
  );
}

/** An offer's fields side by side. */
function offerFields({ name, prices, window, devices }: OfferData) {
  return { name, prices, firstDay: window.startsOn, lastDay: window.endsOn, devices };
}

/** In the one spelling of its values: sets and properties in their order, so that equal ones compare equal. */
function spelledOffer(offer: OfferData) {
  return offerFields(Offer.of(offer).toData());
}

function spelledDetails(details: LicenseDetailsData) {
  return detailFields(LicenseDetails.of(details).toData());
}

function offerOf({ firstDay, lastDay, ...others }: ReturnType<typeof offerFields>): OfferData {
  return { ...others, window: { startsOn: firstDay, endsOn: lastDay } };
}

/** A license's fields side by side. */
function detailFields({ name, notes, terms }: LicenseDetailsData) {
  const { window, ...others } = terms;
  return { name, ...others, firstDay: window.startsOn, lastDay: window.endsOn, notes };
}

function detailsOf(fields: ReturnType<typeof detailFields>): LicenseDetailsData {
  const { name, notes, firstDay, lastDay, ...others } = fields;
  return { name, notes, terms: { ...others, window: { startsOn: firstDay, endsOn: lastDay } } };
}

/** Decides a dispute, each field as it was chosen. */
export function settle(
  { fields, yours, theirs }: Dispute<ProposedChange, Field>,
  choices: Choices,
): ProposedChange {
  const chosen = <Values extends object>(mine: Values, other: Values) =>
    chosenValues({ fields, yours: mine, theirs: other }, choices);
  if (yours.kind === 'offer-replaced' && theirs.kind === 'offer-replaced')
    return {
      ...yours,
      after: offerOf(chosen(offerFields(yours.after), offerFields(theirs.after))),
    };
  if (yours.kind === 'license-amended' && theirs.kind === 'license-amended')
    return {
      ...yours,
      after: detailsOf(chosen(detailFields(yours.after), detailFields(theirs.after))),
    };
  return yours;
}
