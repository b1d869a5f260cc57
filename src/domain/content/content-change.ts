import type { LicensedOffer, OfferRef } from './clash';
import type { ContentDetailsData } from './content-details';
import type { TitleClosing } from '../closing';
import type { OfferData } from '../license/offer';
import type { TakedownData } from './takedown';
import { describeClosing } from '../closing';
import { CONTENT_KINDS, contentKind } from './content-kind';
import { DateRange } from '../values/date-range';
import { pricesInWords } from '../license/price-list';
import { listed } from '../values/words';
import { describeReturn, describeTakedown } from './takedown';

/** An assignment as stored in history: a snapshot of the offer at that time. */
export interface AssignmentData {
  readonly licenseId: string;
  readonly licenseName: string;
  readonly offer: OfferData;
}

/** One accepted change of a title, as stored in history. The first change of a title is its registration. */
export type ContentChange =
  | {
      readonly kind: 'content-registered';
      readonly details: ContentDetailsData;
      readonly assignment: AssignmentData;
      /** The other offers it was registered with; absent when there was only one. */
      readonly further?: readonly AssignmentData[];
    }
  | {
      readonly kind: 'content-corrected';
      readonly before: ContentDetailsData;
      readonly after: ContentDetailsData;
    }
  | { readonly kind: 'offer-assigned'; readonly assignment: AssignmentData }
  | { readonly kind: 'offers-unassigned'; readonly assignments: readonly AssignmentData[] }
  | {
      readonly kind: 'assignment-moved';
      readonly from: AssignmentData;
      readonly to: AssignmentData;
    }
  | {
      readonly kind: 'offers-reassigned';
      readonly taken: readonly AssignmentData[];
      readonly given: readonly AssignmentData[];
    }
  | { readonly kind: 'title-taken-down'; readonly takedown: TakedownData }
  | TitleBroughtBack
  /** The title left the catalog, or became void: its assignments ended with it. */
  | {
      readonly kind: 'title-closed';
      readonly closing: TitleClosing;
      readonly assignments: readonly AssignmentData[];
    }
  /** The title came back with offers (C1). */
  | {
      readonly kind: 'title-reopened';
      /** What it came back from. */
      readonly closing: TitleClosing;
      readonly assignments: readonly AssignmentData[];
    };

/** The end of a takedown. */
export interface TitleBroughtBack {
  readonly kind: 'title-brought-back';
  readonly before: TakedownData;
  /** The first day on which the title is back. */
  readonly from: string;
  /** `null` when that is not after the takedown's first day: it never applied. */
  readonly after: TakedownData | null;
}

export function assignmentData({ licenseId, licenseName, offer }: LicensedOffer): AssignmentData {
  return { licenseId, licenseName, offer: offer.toData() };
}

export function refOfAssignment({ licenseId, offer }: AssignmentData): OfferRef {
  return { licenseId, startsOn: offer.window.startsOn };
}

/** The assignments that a change removes from a title and adds to it. */
export function assignmentsIn(change: ContentChange): {
  readonly taken: readonly AssignmentData[];
  readonly given: readonly AssignmentData[];
} {
  switch (change.kind) {
    case 'content-registered':
      return { taken: [], given: [change.assignment, ...(change.further ?? [])] };
    case 'offer-assigned':
      return { taken: [], given: [change.assignment] };
    case 'offers-unassigned':
    case 'title-closed':
      return { taken: change.assignments, given: [] };
    case 'title-reopened':
      return { taken: [], given: change.assignments };
    case 'assignment-moved':
      return { taken: [change.from], given: [change.to] };
    case 'offers-reassigned':
      return change;
    case 'content-corrected':
    case 'title-taken-down':
    case 'title-brought-back':
      return { taken: [], given: [] };
  }
}

/** A change in which other names stand for the licenses that it tells of. */
export function withLicenseNames(
  change: ContentChange,
  nameOf: (licenseId: string, name: string) => string,
): ContentChange {
  const named = (one: AssignmentData): AssignmentData => ({
    ...one,
    licenseName: nameOf(one.licenseId, one.licenseName),
  });
  switch (change.kind) {
    case 'content-registered':
    case 'offer-assigned':
      return { ...change, assignment: named(change.assignment) };
    case 'offers-unassigned':
    case 'title-closed':
    case 'title-reopened':
      return { ...change, assignments: change.assignments.map(named) };
    case 'assignment-moved':
      return { ...change, from: named(change.from), to: named(change.to) };
    case 'offers-reassigned':
      return { ...change, taken: change.taken.map(named), given: change.given.map(named) };
    case 'content-corrected':
    case 'title-taken-down':
    case 'title-brought-back':
      return change;
  }
}

/** A title's takedowns after a change, given those before it. */
export function takedownsAfter(
  takedowns: readonly TakedownData[],
  change: ContentChange,
): readonly TakedownData[] {
  if (change.kind === 'title-taken-down') return [...takedowns, change.takedown];
  if (change.kind !== 'title-brought-back') return takedowns;
  return takedowns.flatMap((takedown) =>
    takedown.number === change.before.number ? (change.after ?? []) : takedown,
  );
}

/**
 * The offers of some licenses that a change removed from a title, license by license; empty when it removed none of them.
 */
export function released(
  { contentId, version, change }: TitleChange,
  licenseIds: ReadonlySet<string>,
): readonly ReleasedOffers[] {
  const isLoss =
    change.kind === 'offers-unassigned' ||
    change.kind === 'offers-reassigned' ||
    change.kind === 'title-closed';
  if (!isLoss) return [];
  const lost = new Map<string, string[]>();
  for (const { licenseId, offer } of assignmentsIn(change).taken)
    if (licenseIds.has(licenseId))
      lost.set(licenseId, [...(lost.get(licenseId) ?? []), offer.window.startsOn]);
  const closing = closingAfter(null, change);
  return [...lost].map(([licenseId, startsOn]) => ({
    ...{ licenseId, contentId, version, closing, startsOn },
  }));
}

/** A change of one title, with the version that it made. */
export interface TitleChange {
  readonly contentId: string;
  readonly version: number;
  readonly change: ContentChange;
}

/** The offers of one license that a change took from a title. */
export interface ReleasedOffers extends Omit<TitleChange, 'change'> {
  readonly licenseId: string;
  /** The closing of the title by the same change, because it had no other offer. */
  readonly closing: TitleClosing | null;
  /** The first days of the offers. */
  readonly startsOn: readonly string[];
}

/** A title's closing after a change, given the one before it. */
export function closingAfter(
  closing: TitleClosing | null,
  change: ContentChange,
): TitleClosing | null {
  if (change.kind === 'title-closed') return change.closing;
  return change.kind === 'title-reopened' ? null : closing;
}

/** Describes a change in one line, for the history. */
export function describeContentChange(change: ContentChange): string {
  switch (change.kind) {
    case 'content-registered':
      return `${CONTENT_KINDS[contentKind(change.details.kind)]} registered with ${several(assignmentsIn(change).given)}`;
    case 'content-corrected':
      return `Edited ${listed(differences(change.before, change.after))}`;
    case 'offer-assigned':
      return `Assigned ${assignmentWords(change.assignment)}`;
    case 'offers-unassigned':
      return `Unassigned ${several(change.assignments)}`;
    case 'assignment-moved':
      return `Moved from ${assignmentWords(change.from)} to ${assignmentWords(change.to)}`;
    case 'offers-reassigned':
      return [
        ...(change.taken.length === 0 ? [] : [`Unassigned ${several(change.taken)}`]),
        ...(change.given.length === 0 ? [] : [`Assigned ${several(change.given)}`]),
      ].join('. ');
    case 'title-taken-down':
      return describeTakedown(change.takedown);
    case 'title-brought-back':
      return describeReturn(change.before, change.from);
    case 'title-closed':
      return change.assignments.length === 0
        ? describeClosing(change.closing)
        : `${describeClosing(change.closing)}. Unassigned ${several(change.assignments)}`;
    case 'title-reopened':
      return `Brought back with ${several(change.assignments)}`;
  }
}

function several(assignments: readonly AssignmentData[]): string {
  return listed(assignments.slice(0, 3).map(assignmentWords), assignments.length);
}

/** An assigned offer in one line: `Spring, $4.99, 1 – 31 Mar 2027 (2027 slate)`. */
export function assignmentWords({ licenseName, offer }: AssignmentData): string {
  const { startsOn: start, endsOn: end } = offer.window;
  return `${offer.name}, ${pricesInWords(offer.prices)}, ${DateRange.of(start, end).toString()} (${licenseName})`;
}

const FIELDS: Record<keyof ContentDetailsData, string> = {
  title: 'title',
  kind: 'kind',
  studio: 'studio',
  releaseYear: 'release year',
  parentId: 'what it belongs to',
  position: 'its number',
  identifiers: 'identifiers',
  notes: 'notes',
};

function differences(before: ContentDetailsData, after: ContentDetailsData): string[] {
  const fields = Object.keys(FIELDS) as (keyof ContentDetailsData)[];
  return fields
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => (field === 'title' ? `title ${before.title} → ${after.title}` : FIELDS[field]));
}
