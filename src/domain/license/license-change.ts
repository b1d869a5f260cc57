// Longer than 300 lines on purpose: a new kind of change gets its shape, its effect, its inverse and its words here, each in
// a `switch` that the compiler completes. Split up, one kind would be spread over several files.

import type { LicenseDetailsData } from './license-details';
import type { LicenseClosing } from '../closing';
import type { DateRangeData } from '../values/date-range';
import type { OfferData } from './offer';
import { describeClosing, describeEnd } from '../closing';
import { DateRange } from '../values/date-range';
import { deviceName } from '../values/device';
import { formatWords } from '../values/format';
import { LicenseDetails } from './license-details';
import { pricesInWords } from './price-list';
import { Offer } from './offer';
import { listed } from '../values/words';

/** A change of an existing license: the intention of a command and, once accepted, an entry in the history. */
export type ProposedChange =
  | { readonly kind: 'offers-generated'; readonly offers: readonly OfferData[] }
  | { readonly kind: 'offer-replaced'; readonly before: OfferData; readonly after: OfferData }
  | { readonly kind: 'offers-withdrawn'; readonly offers: readonly OfferData[] }
  | {
      readonly kind: 'license-amended';
      readonly before: LicenseDetailsData;
      readonly after: LicenseDetailsData;
    }
  | OffersRearranged
  | LicenseClosed
  | LicenseReopened;

/** An offer and what it becomes; its titles follow. */
export interface Replacement {
  readonly before: OfferData;
  readonly after: OfferData;
}

/** Several offers of a license changed at once, all or nothing. */
export interface OffersRearranged {
  readonly kind: 'offers-rearranged';
  readonly replaced: readonly Replacement[];
  readonly added: readonly AddedOffer[];
  readonly withdrawn: readonly OfferData[];
}

/** An offer that a rearrangement adds. */
export interface AddedOffer {
  readonly offer: OfferData;
  /** An offer, as it was before the change, whose titles get this one too: the rest of one that is split; `null` for none. */
  readonly titlesOf: OfferData | null;
}

/** What closing a license does, and in reverse what reopening it does. */
interface ClosingEffect {
  readonly closing: LicenseClosing;
  /** The window of the license before the change. */
  readonly before: DateRangeData;
  /** The window after it: the same when the license is void. */
  readonly after: DateRangeData;
  /** The offer that runs across the last day, before and after; there is at most one, because offers never overlap. */
  readonly replaced: Replacement | null;
  /** The offers that go with a closing and come back with a reopening. */
  readonly offers: readonly OfferData[];
}

/** A license ended after a day, or became void. Its offers are cut or withdrawn by the same change. */
export interface LicenseClosed extends ClosingEffect {
  readonly kind: 'license-closed';
}

/** A closing taken back, with everything that it took. */
export interface LicenseReopened extends ClosingEffect {
  readonly kind: 'license-reopened';
}

/**
 * One accepted change of a license, as stored in history (L7). The changes of a license in version order begin with the
 * grant, and `replay` computes the state at any version from them.
 */
export type LicenseChange =
  | ProposedChange
  | {
      readonly kind: 'license-granted';
      readonly details: LicenseDetailsData;
      /** The offers the license was granted with, if any. */
      readonly offers?: readonly OfferData[];
      /** The license that it is a copy of, if any, by the name that it had then. */
      readonly copyOf?: CopiedFrom;
    };

/** The license that a copy was made from. */
export interface CopiedFrom {
  readonly licenseId: string;
  readonly licenseName: string;
}

/** The first change of a license. */
export function grantOf(
  details: LicenseDetails,
  offers: readonly Offer[],
  copyOf?: CopiedFrom,
): LicenseChange {
  return {
    ...{ kind: 'license-granted', details: details.toData() },
    ...(offers.length === 0 ? {} : { offers: offers.map((one) => one.toData()) }),
    ...(copyOf === undefined ? {} : { copyOf }),
  };
}

/** The offers that a change removes from the timeline for good: its titles lose them. */
export function offersRemovedBy(change: LicenseChange): readonly OfferData[] {
  if (change.kind === 'offers-rearranged') return change.withdrawn;
  return change.kind === 'offers-withdrawn' || change.kind === 'license-closed'
    ? change.offers
    : [];
}

/** The offers that a change adds to the timeline. */
export function offersAddedBy(change: LicenseChange): readonly OfferData[] {
  if (change.kind === 'offers-generated' || change.kind === 'license-reopened')
    return change.offers;
  if (change.kind === 'offers-rearranged') return change.added.map(({ offer }) => offer);
  return change.kind === 'license-granted' ? (change.offers ?? []) : [];
}

/** The offers that a change replaces by others, or cuts. */
export function replacedBy(change: LicenseChange): readonly Replacement[] {
  switch (change.kind) {
    case 'offer-replaced':
      return [change];
    case 'offers-rearranged':
      return change.replaced;
    case 'license-closed':
    case 'license-reopened':
      return change.replaced === null ? [] : [change.replaced];
    case 'license-granted':
    case 'license-amended':
    case 'offers-generated':
    case 'offers-withdrawn':
      return [];
  }
}

/** The state of a license at one version. */
export interface LicenseState {
  readonly details: LicenseDetailsData;
  /** In date order. */
  readonly offers: readonly OfferData[];
  /** `null` while it is in use. */
  readonly closing: LicenseClosing | null;
}

/**
 * Computes the state that results from a license's changes.
 *
 * @param changes by ascending version, beginning with the grant
 */
export function replay(changes: readonly LicenseChange[]): LicenseState {
  const [granted, ...later] = changes;
  if (granted?.kind !== 'license-granted')
    throw new Error('A license’s story begins with its grant.');
  return follow({ details: granted.details, offers: granted.offers ?? [], closing: null }, later);
}

/**
 * Computes the state before some changes.
 *
 * @param state after the changes
 * @param changes by ascending version
 */
export function rewind(state: LicenseState, changes: readonly LicenseChange[]): LicenseState {
  return follow(
    state,
    changes.toReversed().flatMap((change) => inverse(change) ?? []),
  );
}

/** The change that reverts a change, or `null` for a grant, which cannot be reverted. */
export function inverse(change: LicenseChange): ProposedChange | null {
  switch (change.kind) {
    case 'license-granted':
      return null;
    case 'offers-generated':
      return { kind: 'offers-withdrawn', offers: change.offers };
    case 'offers-withdrawn':
      return { kind: 'offers-generated', offers: change.offers };
    case 'offer-replaced':
      return { kind: change.kind, before: change.after, after: change.before };
    case 'license-amended':
      return { kind: change.kind, before: change.after, after: change.before };
    case 'offers-rearranged':
      return {
        kind: change.kind,
        replaced: change.replaced.map(reversed),
        added: change.withdrawn.map((offer) => ({ offer, titlesOf: null })),
        withdrawn: change.added.map(({ offer }) => offer),
      };
    case 'license-closed':
      return { ...effectInReverse(change), kind: 'license-reopened' };
    case 'license-reopened':
      return { ...effectInReverse(change), kind: 'license-closed' };
  }
}

function effectInReverse({ closing, before, after, replaced, offers }: ClosingEffect) {
  return {
    closing,
    before: after,
    after: before,
    replaced: replaced === null ? null : reversed(replaced),
    offers,
  };
}

function reversed({ before, after }: Replacement): Replacement {
  return { before: after, after: before };
}

function follow(from: LicenseState, changes: readonly LicenseChange[]): LicenseState {
  let { details, closing } = from;
  const offers = new Map(from.offers.map((offer) => [offer.window.startsOn, offer]));
  for (const change of changes) {
    switch (change.kind) {
      case 'license-granted':
        throw new Error('A license is granted once.');
      case 'offers-generated':
        for (const offer of change.offers) offers.set(offer.window.startsOn, offer);
        break;
      case 'offers-withdrawn':
        for (const offer of change.offers) offers.delete(offer.window.startsOn);
        break;
      case 'offer-replaced':
        offers.delete(change.before.window.startsOn);
        offers.set(change.after.window.startsOn, change.after);
        break;
      case 'offers-rearranged':
        for (const offer of [...change.replaced.map(({ before }) => before), ...change.withdrawn])
          offers.delete(offer.window.startsOn);
        for (const offer of [
          ...change.replaced.map(({ after }) => after),
          ...offersAddedBy(change),
        ])
          offers.set(offer.window.startsOn, offer);
        break;
      case 'license-amended':
        details = change.after;
        break;
      case 'license-closed':
      case 'license-reopened':
        closing = change.kind === 'license-closed' ? change.closing : null;
        details = { ...details, terms: { ...details.terms, window: change.after } };
        if (change.replaced !== null)
          offers.set(change.replaced.after.window.startsOn, change.replaced.after);
        for (const offer of change.offers)
          if (closing === null) offers.set(offer.window.startsOn, offer);
          else offers.delete(offer.window.startsOn);
        break;
    }
  }
  return { details, offers: inDateOrder([...offers.values()]), closing };
}

function inDateOrder(offers: readonly OfferData[]): OfferData[] {
  return offers.toSorted((a, b) => (a.window.startsOn < b.window.startsOn ? -1 : 1));
}

/** Describes a change in one line, for the history. */
export function describeChange(change: LicenseChange): string {
  switch (change.kind) {
    case 'license-granted':
      return (
        (change.copyOf === undefined
          ? 'License granted'
          : `Copied from ${change.copyOf.licenseName}`) +
        `, ${rangeOf(change.details.terms.window)}${grantedWith(change.offers)}`
      );
    case 'offers-generated':
      return describeOffers(change.offers, 'Added', 'Price ladder');
    case 'offers-withdrawn':
      return describeOffers(change.offers, 'Withdrew', 'Withdrew');
    case 'offer-replaced':
      return replacementWords(change);
    case 'offers-rearranged':
      return rearrangementWords(change);
    case 'license-amended':
      return `Amended ${listed(detailDifferences(change.before, change.after))}`;
    case 'license-closed':
      return [
        closingWords(change.closing, change.after),
        ...effectWords(change, 'cut', 'withdrew'),
      ].join(', ');
    case 'license-reopened':
      return [
        change.closing.kind === 'void'
          ? 'Brought back'
          : `End taken back, ${rangeOf(change.after)}`,
        ...effectWords(change, 'extended', 'brought back'),
      ].join(', ');
  }
}

function replacementWords({ before, after }: Replacement): string {
  return `${before.name}: ${listed(offerDifferences(before, after))}`;
}

/** Several offers that change alike are said once: `8 offers, Spring, May and June and 5 more: $4.99 → $3.99`. */
function rearrangementWords({ replaced, added, withdrawn }: OffersRearranged): string {
  const alike = new Map<string, string[]>();
  for (const { before, after } of replaced) {
    const how = listed(offerDifferences(before, after));
    alike.set(how, [...(alike.get(how) ?? []), before.name]);
  }
  const changes = [...alike].map(([how, names]) => `${namedOffers(names)}: ${how}`);
  return [
    ...changes.slice(0, MAX_OFFERS_NAMED),
    ...(changes.length > MAX_OFFERS_NAMED
      ? [`and ${changes.length - MAX_OFFERS_NAMED} more changes`]
      : []),
    ...(added.length === 0 ? [] : [`added ${namedOffers(added.map(({ offer }) => offer.name))}`]),
    ...(withdrawn.length === 0
      ? []
      : [`withdrew ${namedOffers(withdrawn.map(({ name }) => name))}`]),
  ].join('; ');
}

function namedOffers(names: readonly string[]): string {
  const some = listed(names.slice(0, MAX_OFFERS_NAMED), names.length);
  return names.length === 1 ? some : `${names.length} offers, ${some}`;
}

function closingWords(closing: LicenseClosing, window: DateRangeData): string {
  return closing.kind === 'void'
    ? describeClosing(closing)
    : describeEnd(DateRange.of(window.startsOn, window.endsOn).lastDay, closing);
}

/** `cut Spring`, `withdrew 2 offers, May and June`: what a closing or reopening does to offers. */
function effectWords({ replaced, offers }: ClosingEffect, changed: string, moved: string) {
  const names = offers.slice(0, MAX_OFFERS_NAMED).map(({ name }) => name);
  return [
    ...(replaced === null ? [] : [`${changed} ${replaced.before.name}`]),
    ...(offers.length === 0 ? [] : [`${moved} ${listed(names, offers.length)}`]),
  ];
}

function grantedWith(offers: readonly OfferData[] = []): string {
  if (offers.length === 0) return '';
  const names = offers.slice(0, MAX_OFFERS_NAMED).map(({ name }) => name);
  const count = offers.length === 1 ? '1 offer' : `${offers.length} offers`;
  return `, with ${count}: ${listed(names, offers.length)}`;
}

const MAX_OFFERS_NAMED = 3;

function rangeOf({ startsOn: start, endsOn: end }: OfferData['window']): string {
  return DateRange.of(start, end).toString();
}

function describeOffers(offers: readonly OfferData[], one: string, several: string): string {
  const [first] = offers;
  if (offers.length === 1 && first !== undefined)
    return `${one} ${first.name}, ${pricesInWords(first.prices)}, ${rangeOf(first.window)}`;
  const names = offers.slice(0, MAX_OFFERS_NAMED).map(({ name }) => name);
  return `${several}: ${offers.length} offers, ${listed(names, offers.length)}`;
}

/** The differences between an offer and its replacement, one phrase for each field. */
function offerDifferences(before: OfferData, after: OfferData): string[] {
  const phrases: string[] = [];
  const [from, to] = [Offer.of(before), Offer.of(after)];
  if (from.name !== to.name) phrases.push(`renamed ${to.name}`);
  if (!from.prices.equals(to.prices))
    phrases.push(`${from.prices.toString()} → ${to.prices.toString()}`);
  if (!from.window.equals(to.window))
    phrases.push(`${from.window.toString()} → ${to.window.toString()}`);
  phrases.push(...setDifferences(from.devices.map(deviceName), to.devices.map(deviceName)));
  return phrases;
}

function detailDifferences(before: LicenseDetailsData, after: LicenseDetailsData): string[] {
  const phrases: string[] = [];
  const [from, to] = [LicenseDetails.of(before), LicenseDetails.of(after)];
  if (from.name !== to.name) phrases.push(`name → ${to.name}`);
  if (from.terms.rightsType !== to.terms.rightsType)
    phrases.push(`rights type ${from.terms.rightsType} → ${to.terms.rightsType}`);
  phrases.push(
    ...setDifferences(from.terms.territories, to.terms.territories).map(
      (set) => `territories ${set}`,
    ),
    ...setDifferences(from.terms.devices.map(deviceName), to.terms.devices.map(deviceName)).map(
      (set) => `devices ${set}`,
    ),
  );
  if (from.terms.formats?.join() !== to.terms.formats?.join())
    phrases.push(`formats → ${formatWords(to.terms.formats)}`);
  if (!from.terms.languages.equals(to.terms.languages))
    phrases.push(`languages → ${to.terms.languages.toString()}`);
  if (from.terms.exclusive !== to.terms.exclusive)
    phrases.push(to.terms.exclusive ? 'exclusive' : 'no longer exclusive');
  if (!from.terms.window.equals(to.terms.window))
    phrases.push(`window ${from.terms.window.toString()} → ${to.terms.window.toString()}`);
  if (from.notes !== to.notes) phrases.push('notes');
  return phrases;
}

const MAX_NAMED = 5;

function setDifferences(before: readonly string[], after: readonly string[]): string[] {
  const added = after.filter((item) => !before.includes(item));
  const dropped = before.filter((item) => !after.includes(item));
  return [
    ...(added.length > 0 ? [`+ ${listed(added.slice(0, MAX_NAMED), added.length)}`] : []),
    ...(dropped.length > 0 ? [`− ${listed(dropped.slice(0, MAX_NAMED), dropped.length)}`] : []),
  ];
}
