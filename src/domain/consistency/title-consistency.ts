import type { ContentChange } from '../content/content-change';
import type { ContentDetailsData } from '../content/content-details';
import type { Finding, Found, StoredChange } from './findings';
import type { Place } from '../content/coverage';
import type { DateRangeData } from '../values/date-range';
import type { OfferData } from '../license/offer';
import type { TermsData } from '../license/terms';
import type { TitleClosing } from '../closing';
import type { TakedownData } from '../content/takedown';
import { clashesOf } from '../content/clash';
import { attempt, invalid, versionProblems } from './findings';
import { assignmentsIn, closingAfter, takedownsAfter } from '../content/content-change';
import { ContentDetails } from '../content/content-details';
import { daysByPlace, union } from '../content/coverage';
import { Takedown } from '../content/takedown';
import { Offer } from '../license/offer';
import { formatSet } from '../values/format';
import { Languages } from '../values/languages';
import { rightsType } from '../values/rights-type';
import { territorySet } from '../values/territory';

/** Everything stored about one title. Values are as stored, valid or not. */
export interface StoredTitle {
  readonly id: string;
  readonly version: number;
  readonly details: ContentDetailsData;
  /** The identifiers as stored for searching. */
  readonly findable: ContentDetailsData['identifiers'];
  readonly assignments: readonly StoredAssignment[];
  /** The days on which the title is on offer, as stored with the title. */
  readonly coverage: readonly DateRangeData[];
  /** The same by rights type and territory. Within a rights type, each territory occurs once. */
  readonly places: readonly (Place & { readonly days: readonly DateRangeData[] })[];
  /** In the order in which they were made. */
  readonly takedowns: readonly TakedownData[];
  readonly closing: TitleClosing | null;
  /** By ascending version. */
  readonly history: readonly StoredChange<ContentChange>[];
}

export interface StoredAssignment {
  readonly licenseId: string;
  readonly licenseName: string;
  readonly startsOn: string;
  readonly terms: Pick<TermsData, 'rightsType' | 'territories' | 'formats' | 'languages'>;
  /** `null` when the license has no offer that begins on that day (C3). */
  readonly offer: OfferData | null;
}

/** Finds violated rules in a title. Empty when there are none. */
export function findingsInTitle(stored: StoredTitle): Finding[] {
  const found = [
    ...versionProblems(stored),
    ...invalid(() => ContentDetails.stored(stored.details).toData(), stored.details, detailsText),
    ...assignmentProblems(stored),
    ...derivedProblems(stored),
    ...attempt('state-differs', () => historyProblems(stored)),
  ];
  return found.map((problem) => ({ aggregate: 'content', id: stored.id, ...problem }));
}

function assignmentProblems({ assignments, closing }: StoredTitle): Found[] {
  if (closing !== null && assignments.length > 0)
    return [{ problem: 'closed-with-offers', words: `it is ${closing.kind} and has offers` }];
  if (closing === null && assignments.length === 0)
    return [{ problem: 'no-offer-assigned', words: 'it has no offer' }];
  const missing = assignments
    .filter(({ offer }) => offer === null)
    .map(({ licenseId, startsOn }): Found => ({
      problem: 'offer-missing',
      words: `it has the offer of ${startsOn} on license ${licenseId}, which there is not`,
    }));
  return [...missing, ...attempt('offers-clash', () => clashes(assignments))];
}

function clashes(assignments: readonly StoredAssignment[]): Found[] {
  const offers = assignments.flatMap(({ licenseId, licenseName, terms, offer }) =>
    offer === null
      ? []
      : [
          {
            licenseId,
            licenseVersion: 0,
            licenseName,
            rightsType: rightsType(terms.rightsType),
            territories: territorySet(terms.territories),
            formats: terms.formats === null ? null : formatSet(terms.formats),
            languages: Languages.of(terms.languages),
            offer: Offer.of(offer),
          },
        ],
  );
  return offers.flatMap((offer, index) =>
    clashesOf(offer, offers.slice(index + 1)).map((clash): Found => ({
      problem: 'offers-clash',
      words:
        `${offer.offer.name} of license ${offer.licenseId} clashes with ${clash.with.offer.name} of ` +
        `license ${clash.with.licenseId}, ${clash.days.toString()}`,
    })),
  );
}

function derivedProblems(stored: StoredTitle): Found[] {
  const { details, findable, coverage, places } = stored;
  const expected = placesOf(stored);
  const windows = expected.flatMap(({ days }) => days);
  const differs = (words: string): Found => ({ problem: 'derived-differs', words });
  return [
    ...(windowsText(union(windows)) === windowsText(coverage)
      ? []
      : [differs('its coverage is not that of its offers')]),
    ...(placesText(places) === placesText(expected)
      ? []
      : [differs('its coverage by rights type and territory is not that of its offers')]),
    ...(identifiersText(details.identifiers) === identifiersText(findable)
      ? []
      : [differs('it is found by other identifiers than it has')]),
  ];
}

function placesOf({ assignments, takedowns }: StoredTitle): StoredTitle['places'] {
  const offers = assignments.flatMap(({ terms, offer }) =>
    offer === null ? [] : [{ ...terms, window: offer.window }],
  );
  return [...daysByPlace(offers, takedowns.map(Takedown.of))].flatMap(([type, there]) =>
    [...there]
      .filter(([, days]) => days.length > 0)
      .map(([territory, days]) => ({ rightsType: type, territories: [territory], days })),
  );
}

/** The same text for the same places, however the rows group their territories. */
function placesText(places: StoredTitle['places']): string {
  return places
    .flatMap(({ rightsType: type, territories, days }) =>
      territories.map((territory) => `${type} ${territory} ${windowsText(days)}`),
    )
    .sort()
    .join('; ');
}

/**
 * Compares the details, and the number of offers on each license, with the history. Only the number, because an offer that
 * its license replaced is still assigned to the title.
 */
function historyProblems({
  details,
  assignments,
  takedowns,
  closing: stored,
  history,
}: StoredTitle): Found[] {
  let previous: ContentDetailsData | null = null;
  let down: readonly TakedownData[] = [];
  let closing: TitleClosing | null = null;
  const offers = new Map<string, number>();
  const count = (licenseId: string, by: number) =>
    offers.set(licenseId, (offers.get(licenseId) ?? 0) + by);
  const found: Found[] = [];
  for (const { version, change } of history) {
    const misplaced = (words: string) =>
      found.push({ problem: 'change-misplaced', words: `version ${version}: ${words}` });
    switch (change.kind) {
      case 'content-registered':
        if (version !== 1) misplaced('the title was registered already');
        previous = change.details;
        break;
      case 'content-corrected':
        if (previous === null || detailsText(previous) !== detailsText(change.before))
          misplaced('it said something else before');
        previous = change.after;
        break;
      case 'offer-assigned':
      case 'offers-unassigned':
      case 'assignment-moved':
      case 'offers-reassigned':
        break;
      case 'title-taken-down':
        if (change.takedown.number !== version) misplaced('its takedown has another number');
        break;
      case 'title-closed':
        if (closing?.kind === 'void') misplaced('it was void already');
        break;
      case 'title-reopened':
        if (closing === null) misplaced('it was in the catalog');
        break;
      case 'title-brought-back':
        if (!down.some((takedown) => isSameTakedown(takedown, change.before)))
          misplaced('it was not taken down so before');
        break;
    }
    down = takedownsAfter(down, change);
    closing = closingAfter(closing, change);
    const { taken, given } = assignmentsIn(change);
    for (const { licenseId } of taken) count(licenseId, -1);
    for (const { licenseId } of given) count(licenseId, 1);
  }
  if (previous === null || detailsText(previous) !== detailsText(details))
    found.push({ problem: 'state-differs', words: 'its details are not those of its history' });
  if (closing?.kind !== stored?.kind || closing?.reason !== stored?.reason)
    found.push({ problem: 'state-differs', words: 'its history closes it otherwise' });
  if (!(
    down.length === takedowns.length &&
    down.every((one, index) => isSameTakedown(one, takedowns[index]))
  ))
    found.push({ problem: 'state-differs', words: 'its takedowns are not those of its history' });
  for (const { licenseId } of assignments) count(licenseId, -1);
  for (const [licenseId, difference] of offers)
    if (difference !== 0)
      found.push({
        problem: 'state-differs',
        words: `its history gives it ${Math.abs(difference)} ${difference > 0 ? 'more' : 'fewer'} offers of license ${licenseId}`,
      });
  return found;
}

function detailsText(details: ContentDetailsData): string {
  const { title, kind, studio, releaseYear, parentId, position, identifiers, notes } = details;
  return JSON.stringify([
    ...[title, kind, studio, releaseYear, parentId, position, notes],
    identifiersText(identifiers),
  ]);
}

function windowsText(windows: readonly DateRangeData[]): string {
  return windows.map(({ startsOn: start, endsOn: end }) => `${start} ${end ?? ''}`).join();
}

function identifiersText(identifiers: ContentDetailsData['identifiers']): string {
  return identifiers
    .map(({ scheme, value }) => `${scheme} ${value}`)
    .sort()
    .join();
}

function isSameTakedown(one: TakedownData, other: TakedownData | undefined): boolean {
  return other !== undefined && takedownText(one) === takedownText(other);
}

function takedownText({ number, days, territories, rightsTypes, reason }: TakedownData): string {
  return JSON.stringify([number, days.startsOn, days.endsOn, territories, rightsTypes, reason]);
}
