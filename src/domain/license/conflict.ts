import type { LicenseChange, LicenseState, ProposedChange } from './license-change';
import type { LicenseDetailsData } from './license-details';
import type { OfferData } from './offer';
import { DomainError } from '../errors';
import { License } from './license';
import { rewind } from './license-change';
import { LicenseDetails } from './license-details';
import { OffersStranded, WindowRefused } from './license-errors';
import { Offer } from './offer';
import { Timeline } from './timeline';

/** The fields of an offer that two people can change apart from each other. */
export type OfferField = 'name' | 'price' | 'firstDay' | 'lastDay' | 'devices';
/** The fields of a license that two people can change apart from each other. */
export type DetailField =
  'name' | 'rightsType' | 'territories' | 'devices' | 'firstDay' | 'lastDay' | 'notes';
export type Field = OfferField | DetailField;

/** What a change made against an older version means on the latest one. */
export type Verdict =
  /** Still legal there: `change` says the same of the latest version. */
  | { readonly kind: 'legal'; readonly change: ProposedChange }
  /** The latest version already is what the change wanted. */
  | { readonly kind: 'settled' }
  /** Both changed these fields, to different values; `yours` and `theirs` settle every one of them one way. */
  | {
      readonly kind: 'disputed';
      readonly fields: readonly Field[];
      readonly yours: ProposedChange;
      readonly theirs: ProposedChange;
    }
  /** A rule stands against it now; each of `ways` would be legal, nearest first. */
  | {
      readonly kind: 'refused';
      readonly change: ProposedChange;
      readonly reason: DomainError;
      readonly ways: readonly ProposedChange[];
    }
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
    case 'license-amended':
      return judgeAmendment(intent.after, latest, rewind(latest, since).details);
  }
}

/** Judges a change on the latest version alone, as if it had been made there. */
export function judge(change: ProposedChange, latest: LicenseState): Verdict {
  const perform = performerOn(latest);
  try {
    return perform(change) === null ? { kind: 'settled' } : { kind: 'legal', change };
  } catch (reason) {
    if (!(reason instanceof DomainError)) throw reason;
    const ways = waysOut(change, reason).filter((way) => isLegal(way, perform));
    return { kind: 'refused', change, reason, ways };
  }
}

/** Makes changes on a state, each as if it were the only one. */
function performerOn({ details, offers }: LicenseState) {
  const stored = {
    id: '',
    contractId: '',
    version: 1,
    details: LicenseDetails.of(details),
    timeline: Timeline.whole(offers.map(Offer.of)),
  };
  return (change: ProposedChange): LicenseChange | null => {
    const license = License.reconstitute(stored);
    license.perform(change);
    return license.change;
  };
}

/** A way out of one rule may lead into another, or back to where the license is. */
function isLegal(change: ProposedChange, perform: ReturnType<typeof performerOn>): boolean {
  try {
    return perform(change) !== null;
  } catch (reason) {
    if (reason instanceof DomainError) return false;
    throw reason;
  }
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
  const { fields, yours, theirs } = merge(
    canonicalOfferFields(before),
    canonicalOfferFields(after),
    canonicalOfferFields(now),
  );
  const replaceBy = (merged: Fields<OfferField>): ProposedChange => ({
    kind: 'offer-replaced',
    before: now,
    after: offerOf(merged),
  });
  if (fields.length > 0)
    return { kind: 'disputed', fields, yours: replaceBy(yours), theirs: replaceBy(theirs) };
  return judge(replaceBy(yours), latest);
}

function judgeAmendment(
  after: LicenseDetailsData,
  latest: LicenseState,
  base: LicenseDetailsData,
): Verdict {
  const { fields, yours, theirs } = merge(
    canonicalDetailFields(base),
    canonicalDetailFields(after),
    canonicalDetailFields(latest.details),
  );
  const amendTo = (merged: Fields<DetailField>): ProposedChange => ({
    kind: 'license-amended',
    before: latest.details,
    after: detailsOf(merged),
  });
  if (fields.length > 0)
    return { kind: 'disputed', fields, yours: amendTo(yours), theirs: amendTo(theirs) };
  return judge(amendTo(yours), latest);
}

/** The offer that an offer has become through some changes, or `null` when it was withdrawn. */
export function successor(offer: OfferData, since: readonly LicenseChange[]): OfferData | null {
  const original = Offer.of(offer);
  let current: Offer | null = original;
  const is = (other: OfferData, one: Offer | null) => one !== null && Offer.of(other).equals(one);
  for (const change of since) {
    if (change.kind === 'offer-replaced' && is(change.before, current))
      current = Offer.of(change.after);
    else if (change.kind === 'offers-withdrawn' && change.offers.some((gone) => is(gone, current)))
      current = null;
    else if (
      change.kind === 'offers-generated' &&
      current === null &&
      change.offers.some((added) => is(added, original))
    )
      current = original;
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

type Fields<F extends string> = Readonly<Record<F, unknown>>;

/** Three-way merge, field by field: what only one of them changed is that one's; what both changed otherwise is disputed. */
function merge<F extends string>(
  base: Fields<F>,
  mine: Fields<F>,
  latest: Fields<F>,
): { fields: F[]; yours: Fields<F>; theirs: Fields<F> } {
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  const names = Object.keys(base) as F[];
  const fields = names.filter(
    (field) =>
      !same(mine[field], base[field]) &&
      !same(latest[field], base[field]) &&
      !same(mine[field], latest[field]),
  );
  const settled = (disputed: Fields<F>) =>
    Object.fromEntries(
      names.map((field) => [
        field,
        fields.includes(field)
          ? disputed[field]
          : same(mine[field], base[field])
            ? latest[field]
            : mine[field],
      ]),
    ) as Fields<F>;
  return { fields, yours: settled(mine), theirs: settled(latest) };
}

function offerFields(offer: OfferData): Fields<OfferField> {
  const { name, price, window, devices } = offer;
  return { name, price, firstDay: window.startsOn, lastDay: window.endsOn, devices };
}

/** Two spellings of the same value (sets in another order, properties in another order) compare equal. */
function canonicalOfferFields(offer: OfferData): Fields<OfferField> {
  return offerFields(Offer.of(offer).toData());
}

function canonicalDetailFields(details: LicenseDetailsData): Fields<DetailField> {
  return detailFields(LicenseDetails.of(details).toData());
}

function offerOf(fields: Fields<OfferField>): OfferData {
  const { name, price, firstDay, lastDay, devices } = fields;
  return { name, price, window: { startsOn: firstDay, endsOn: lastDay }, devices } as OfferData;
}

function detailFields(details: LicenseDetailsData): Fields<DetailField> {
  const { name, notes, terms } = details;
  const { rightsType, territories, devices, window } = terms;
  const { startsOn: firstDay, endsOn: lastDay } = window;
  return { name, rightsType, territories, devices, firstDay, lastDay, notes };
}

function detailsOf(fields: Fields<DetailField>): LicenseDetailsData {
  const { name, notes, rightsType, territories, devices, firstDay, lastDay } = fields;
  const window = { startsOn: firstDay, endsOn: lastDay };
  return { name, notes, terms: { rightsType, territories, devices, window } } as LicenseDetailsData;
}

/** Settles a dispute, each field as it was chosen. */
export function settle(
  { fields, yours, theirs }: Extract<Verdict, { kind: 'disputed' }>,
  choices: Readonly<Partial<Record<Field, 'yours' | 'theirs'>>>,
): ProposedChange {
  const pick = <F extends Field>(mine: Fields<F>, other: Fields<F>) =>
    Object.fromEntries(
      (Object.keys(mine) as F[]).map((field) => [
        field,
        fields.includes(field) && choices[field] === 'theirs' ? other[field] : mine[field],
      ]),
    ) as Fields<F>;
  if (yours.kind === 'offer-replaced' && theirs.kind === 'offer-replaced')
    return { ...yours, after: offerOf(pick(offerFields(yours.after), offerFields(theirs.after))) };
  if (yours.kind === 'license-amended' && theirs.kind === 'license-amended')
    return {
      ...yours,
      after: detailsOf(pick(detailFields(yours.after), detailFields(theirs.after))),
    };
  return yours;
}
