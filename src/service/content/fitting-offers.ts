import type { LicensedOffer } from '../../domain/content/clash';
import type { AssignedOffer, ContentView } from './content-views';
import { clashesOf } from '../../domain/content/clash';
import { Offer } from '../../domain/license/offer';
import type { DateRangeData, IsoDate } from '../../domain/values/date-range';
import { DateRange } from '../../domain/values/date-range';
import { format } from '../../domain/values/format';
import { Languages } from '../../domain/values/languages';
import { rightsType } from '../../domain/values/rights-type';
import { territorySet } from '../../domain/values/territory';

/** Days on which a title is not on offer in a place, half-open. */
export interface AskedDays {
  readonly territory: string;
  readonly rightsType: string;
  readonly days: DateRangeData;
}

export interface CandidateQuery {
  readonly contentId: string;
  readonly studio: string;
  /** The days on which an offer has to run, one of them at least, half-open. */
  readonly days: DateRangeData;
  /** Where and as what; anywhere and as anything without it. */
  readonly place: Pick<AskedDays, 'territory' | 'rightsType'> | null;
  readonly most: number;
}

export interface CandidateViews {
  /**
   * Offers that a title does not have, of the licenses that it has offers of and of those of its studio, which are not
   * void: first those of its licenses, then the soonest.
   */
  candidates(query: CandidateQuery): Promise<readonly AssignedOffer[]>;
}

/** An offer that can be assigned to a title. */
export interface FittingOffer extends AssignedOffer {
  /** How many of the days that were asked for it fills; `null` for all of an open end, or where none were. */
  readonly fills: number | null;
}

/** So many are looked at, and so many are proposed. */
const [CANDIDATES, PROPOSED] = [200, 6];

/**
 * What fits a title: offers that clash with none that it has (C2), so that each puts it on offer where it is not. Where days
 * are asked for, those that fill the most of them come first.
 */
export async function fittingOffers(
  { view, asked, today }: { view: ContentView; asked: AskedDays | null; today: IsoDate },
  views: CandidateViews,
): Promise<readonly FittingOffer[]> {
  const found = await views.candidates({
    contentId: view.id,
    studio: view.details.studio,
    days: asked?.days ?? { startsOn: today, endsOn: null },
    place: asked,
    most: CANDIDATES,
  });
  const held = view.assigned.map(licensed);
  const fitting = found
    .filter((offer) => clashesOf(licensed(offer), held).length === 0)
    .map((offer) => ({ ...offer, fills: asked === null ? null : filled(offer, asked.days) }));
  if (asked !== null) fitting.sort((a, b) => (b.fills ?? Infinity) - (a.fills ?? Infinity));
  return fitting.slice(0, PROPOSED);
}

function filled({ offer: { window } }: AssignedOffer, { startsOn, endsOn }: DateRangeData) {
  const asked = DateRange.of(startsOn, endsOn);
  const shared = asked.intersection(DateRange.of(window.startsOn, window.endsOn));
  return shared === null ? 0 : shared.days;
}

/** What decides on clashes. It was read to be proposed: whoever assigns it decides again. */
function licensed(assigned: AssignedOffer): LicensedOffer {
  const { licenseId, licenseName, territories, formats, languages, offer } = assigned;
  return {
    ...{ licenseId, licenseName, licenseVersion: 0 },
    rightsType: rightsType(assigned.rightsType),
    territories: territorySet(territories),
    formats: formats?.map(format) ?? null,
    languages: Languages.of(languages),
    offer: Offer.of(offer),
  };
}
