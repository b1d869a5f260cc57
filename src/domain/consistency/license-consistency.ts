import type { LicenseClosing } from '../closing';
import type { LicenseChange } from '../license/license-change';
import type { LicenseDetailsData } from '../license/license-details';
import type { OfferData } from '../license/offer';
import type { DateRangeData } from '../values/date-range';
import type { Finding, Found, StoredChange } from './findings';
import { offersAddedBy, replay } from '../license/license-change';
import { LicenseDetails } from '../license/license-details';
import { Offer } from '../license/offer';
import { attempt, invalid, versionProblems } from './findings';

/** Everything stored about one license. Values are as stored, valid or not. */
export interface StoredLicense {
  readonly id: string;
  readonly version: number;
  readonly details: LicenseDetailsData;
  /** In date order. */
  readonly offers: readonly OfferData[];
  readonly closing: LicenseClosing | null;
  /** By ascending version. */
  readonly history: readonly StoredChange<LicenseChange>[];
}

/** Finds violated rules in a license. Empty when there are none. */
export function findingsInLicense(stored: StoredLicense): Finding[] {
  const { id, details, offers, history } = stored;
  const found = [
    ...versionProblems(stored),
    ...invalid(() => LicenseDetails.of(details).toData(), details, detailsText),
    ...offers.flatMap((offer) => invalid(() => Offer.of(offer).toData(), offer, offerText)),
    ...offerProblems(details, offers),
    ...(stored.closing?.kind === 'void' && offers.length > 0
      ? [{ problem: 'void-with-offers', words: 'it is void and has offers' } as const]
      : []),
    ...attempt('change-misplaced', () => misplacedChanges(history)),
    ...attempt('state-differs', () => stateProblems(stored)),
  ];
  return found.map((problem) => ({ aggregate: 'license', id, ...problem }));
}

function offerProblems({ terms }: LicenseDetailsData, offers: readonly OfferData[]): Found[] {
  const found: Found[] = [];
  let furthest: OfferData | undefined;
  for (const offer of offers) {
    const what = offerText(offer);
    if (furthest !== undefined && offer.window.startsOn < endOf(furthest.window))
      found.push({ problem: 'offers-overlap', words: `${what} overlaps ${offerText(furthest)}` });
    if (furthest === undefined || endOf(furthest.window) < endOf(offer.window)) furthest = offer;
    if (offer.window.startsOn < terms.window.startsOn || endOf(offer.window) > endOf(terms.window))
      found.push({ problem: 'offer-outside', words: `${what} lies outside the license` });
    if (!offer.devices.every((device) => terms.devices.includes(device)))
      found.push({ problem: 'offer-devices', words: `${what} has devices the license has not` });
  }
  return found;
}

/** Every change records the state it replaced. This walks through the history and compares it with the actual state. */
function misplacedChanges(history: readonly StoredChange<LicenseChange>[]): Found[] {
  const found: Found[] = [];
  const offers = new Map<string, string>();
  let details = null as LicenseDetailsData | null;
  let closing = null as LicenseClosing | null;
  for (const { version, change } of history) {
    const misplaced = (what: string) =>
      found.push({ problem: 'change-misplaced', words: `version ${version}: ${what}` });
    const take = (offer: OfferData) => {
      if (offers.get(offer.window.startsOn) !== offerText(offer))
        misplaced(`${offerText(offer)} was not there to be taken away`);
      offers.delete(offer.window.startsOn);
    };
    const put = (offer: OfferData) => {
      if (offers.has(offer.window.startsOn)) misplaced(`${offerText(offer)} had no place`);
      offers.set(offer.window.startsOn, offerText(offer));
    };
    switch (change.kind) {
      case 'license-granted':
        if (version !== 1) misplaced('the license was granted already');
        ({ details } = change);
        offersAddedBy(change).forEach(put);
        break;
      case 'offers-generated':
        offersAddedBy(change).forEach(put);
        break;
      case 'offers-withdrawn':
        change.offers.forEach(take);
        break;
      case 'offer-replaced':
        take(change.before);
        put(change.after);
        break;
      case 'offers-rearranged':
        change.replaced.forEach(({ before }) => take(before));
        change.withdrawn.forEach(take);
        change.replaced.forEach(({ after }) => put(after));
        offersAddedBy(change).forEach(put);
        break;
      case 'license-amended':
        if (details === null || detailsText(details) !== detailsText(change.before))
          misplaced('the amended terms were others');
        details = change.after;
        break;
      case 'license-closed':
      case 'license-reopened': {
        if ((closing === null) !== (change.kind === 'license-closed'))
          misplaced(closing === null ? 'the license was in use' : 'the license was closed already');
        closing = change.kind === 'license-closed' ? change.closing : null;
        if (details !== null)
          details = { ...details, terms: { ...details.terms, window: change.after } };
        if (change.replaced !== null) {
          take(change.replaced.before);
          put(change.replaced.after);
        }
        change.offers.forEach(change.kind === 'license-closed' ? take : put);
        break;
      }
    }
  }
  return found;
}

function stateProblems({ details, offers, closing, history }: StoredLicense): Found[] {
  const replayed = replay(history.map(({ change }) => change));
  const expected = new Set(replayed.offers.map(offerText));
  const actual = new Set(offers.map(offerText));
  const differs = (what: string): Found => ({ problem: 'state-differs', words: what });
  return [
    ...(detailsText(replayed.details) === detailsText(details)
      ? []
      : [differs('its details are not those of its history')]),
    ...(closingText(replayed.closing) === closingText(closing)
      ? []
      : [differs('its history closes it otherwise')]),
    ...[...expected]
      .filter((offer) => !actual.has(offer))
      .map((offer) => differs(`${offer} is missing`)),
    ...[...actual]
      .filter((offer) => !expected.has(offer))
      .map((offer) => differs(`${offer} was never made`)),
  ];
}

function closingText(closing: LicenseClosing | null): string {
  return closing === null ? '' : `${closing.kind}: ${closing.reason}`;
}

/** An end that compares with days: an open end sorts after every day. */
function endOf({ endsOn: end }: DateRangeData): string {
  return end ?? '~';
}

/** Every field of an offer, whatever the order in which they were stored. */
function offerText(offer: OfferData): string {
  const sorted = (value: unknown): unknown =>
    typeof value !== 'object' || value === null || Array.isArray(value)
      ? value
      : Object.entries(value)
          .map(([field, part]) => [field, sorted(part)])
          .sort();
  return JSON.stringify(sorted(offer));
}

function detailsText({ name, notes, terms }: LicenseDetailsData): string {
  const { rightsType, territories, devices, formats, languages, exclusive, window } = terms;
  return JSON.stringify([
    name,
    notes,
    rightsType,
    territories,
    devices,
    formats,
    languages.allowed,
    languages.heldBack,
    exclusive,
    window.startsOn,
    window.endsOn,
  ]);
}
