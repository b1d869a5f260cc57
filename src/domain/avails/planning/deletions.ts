import type { Takedown } from '../../content/takedown';
import type { IsoDate } from '../../values/date-range';
import type { RightsType } from '../../values/rights-type';
import type { Territory } from '../../values/territory';
import type { AvailEntry } from '../avail-entry';
import type { FileTitle } from './file-titles';
import type { RowRef } from './import-plan';
import type { RequestedPhase } from './single-rows';
import type { EarlierRow, StoredRights, Use } from './stored-rights';
import type { Phase } from '../vocabulary/rights-chart';
import { union } from '../../content/coverage';
import { isSameName } from '../../names/folding';
import { DateRange, isoDate } from '../../values/date-range';
import { territoryName } from '../../values/territory';
import { listed } from '../../values/words';
import { rangeOf } from '../vocabulary/rights-chart';
import { isSameRow } from './single-rows';

/** What the rows of a file delete of one rights type of a title in some territories that are alike. */
export interface Deletion {
  /** In date order. Empty when there is nothing of what the rows name. */
  readonly days: readonly DateRange[];
  /** The days that earlier imports took down. */
  readonly earlier: readonly DateRange[];
  /** The rows that delete. */
  readonly rows: readonly RowRef[];
  /** AvailIDs of single rows that were never imported. */
  readonly unknown: readonly string[];
  /** The reason why the rows cannot be applied, as a sentence. */
  readonly refusal: string | null;
}

/** The days of one rights type of a title in some territories that are alike. */
export interface PlaceDays {
  readonly territories: readonly [Territory, ...Territory[]];
  /** The windows of its offers once the file is applied. */
  readonly onOffer: readonly DateRange[];
  /** The days that the rows grant, from today on. */
  readonly granted: readonly DateRange[];
  readonly deletion: Deletion;
}

interface Place {
  readonly title: FileTitle;
  readonly studio: string;
  readonly type: RightsType;
  readonly territory: Territory;
  /** The rows for this territory. */
  readonly there: readonly AvailEntry[];
  /** The stored offers of the studio for this rights type, in all territories. */
  readonly uses: readonly Use[];
  /** The title's takedowns that cover the place. */
  readonly down: readonly Takedown[];
}

/** Whether a row deletes rights instead of granting them. */
export function isDeletion({ action }: AvailEntry): boolean {
  return action === 'delete' || action === 'remove';
}

/** Whether a row grants days; a temporary price only changes what is on offer. */
function isGrant(entry: AvailEntry): boolean {
  return !isDeletion(entry) && !entry.reduction;
}

/**
 * Reads rows that delete as the days that they name. A full delete names all days from its own date on, or from today when
 * that is later; the deletion of a single row names the rest of the row's window.
 */
export class Deletions {
  private readonly removed = new Map<string, Set<Territory>>();

  constructor(
    entries: readonly AvailEntry[],
    private readonly stored: StoredRights,
    private readonly today: IsoDate,
  ) {
    for (const { action, availId, territories } of entries) {
      if (action !== 'remove' || availId === null) continue;
      const known = this.removed.get(availId) ?? new Set<Territory>();
      this.removed.set(availId, known);
      for (const territory of territories) known.add(territory);
    }
  }

  /** What the rows of a place delete. */
  at(place: Place): Deletion {
    const { title, down, there } = place;
    const byImports = new Set(title.stored?.deletions);
    const earlier = down.filter(({ number }) => byImports.has(number)).map(({ days }) => days);
    const days: DateRange[] = [];
    const unknown: string[] = [];
    const refusals: string[] = [];
    const deleting = there.filter(isDeletion);
    for (const entry of deleting) {
      if (entry.action === 'delete') {
        days.push(this.fromToday(DateRange.of(entry.window.startsOn, null)));
        continue;
      }
      const availId = entry.availId ?? '';
      const row = this.stored.earlierRows.get(availId);
      if (row === undefined || !isSameRow(row, entry, place.territory)) {
        unknown.push(availId);
        continue;
      }
      const windows = this.windowsOf(row, place);
      const refusal = this.refusalOf(availId, row, place.territory);
      if (windows.length > 0 && refusal !== null) refusals.push(refusal);
      days.push(...windows);
    }
    const named = union(days.map((each) => each.toData())).map(rangeOf);
    const shared = named.length === 0 ? null : this.otherLicensor(place, named);
    return {
      days: named,
      earlier,
      rows: deleting.map(({ sheet, row }) => ({ sheet, row })),
      unknown,
      refusal: refusals[0] ?? shared,
    };
  }

  /**
   * Phases without those that are deleted and give way to a new row of the file.
   *
   * @param deletion `null` where nothing is deleted
   */
  withoutReplaced(
    phases: readonly Phase[],
    requested: readonly RequestedPhase[],
    deletion: Deletion | null,
  ): readonly Phase[] {
    if (deletion === null) return phases;
    const incoming = requested
      .filter(({ entry }) => isGrant(entry))
      .map(({ phase }) => rangeOf(phase.window));
    const deleted = [...deletion.days, ...deletion.earlier];
    const gone = [DateRange.of(FIRST_DAY, this.today), ...deleted];
    const overlap = (window: DateRange, others: readonly DateRange[]) =>
      others.some((other) => other.overlaps(window));
    return phases.filter(({ window }) => {
      const range = rangeOf(window);
      const isDeleted = overlap(range, deleted) && range.outsideAll(gone).length === 0;
      return !isDeleted || !overlap(range, incoming);
    });
  }

  /** @param phases those of the territories once the file is applied */
  placeDays(
    territories: PlaceDays['territories'],
    phases: readonly Phase[],
    requested: readonly RequestedPhase[],
    deletion: Deletion,
  ): PlaceDays {
    const granted = requested
      .filter(({ entry }) => isGrant(entry))
      .flatMap(({ phase }) => this.left(rangeOf(phase.window)));
    return {
      territories,
      onOffer: phases.map(({ window }) => rangeOf(window)),
      granted,
      deletion,
    };
  }

  /**
   * What is left of the days that an earlier row granted: of its offer, or of the parts into which temporary prices have split
   * it. Not what other rows granted since.
   */
  private windowsOf({ startsOn, window, others }: EarlierRow, { uses, territory }: Place) {
    const offers = uses
      .filter(({ territories }) => territories.includes(territory))
      .map(({ offer }) => rangeOf(offer.window));
    const grantedBy = (row: Pick<EarlierRow, 'startsOn' | 'window'>): readonly DateRange[] =>
      row.window === null
        ? offers.filter((offer) => offer.startsOn === row.startsOn)
        : [rangeOf(row.window)];
    const since = others
      .filter((other) => other.startsOn !== startsOn && other.territories.includes(territory))
      .flatMap(grantedBy);
    return grantedBy({ startsOn, window })
      .flatMap((granted) => offers.flatMap((offer) => offer.intersection(granted) ?? []))
      .flatMap((days) => days.outsideAll(since))
      .flatMap((days) => this.left(days));
  }

  private refusalOf(availId: string, row: EarlierRow, territory: Territory): string | null {
    if (row.isReduction)
      return `The row with the AvailID ${availId} is a temporary price, and deleting it would stop the sale. Ask the studio for a Full Extract without it.`;
    const others = row.others.filter(
      (other) =>
        other.startsOn === row.startsOn &&
        other.territories.includes(territory) &&
        !(other.availId !== null && this.removed.get(other.availId)?.has(territory)),
    );
    if (others.length === 0) return null;
    const formats = listed([...new Set(others.map(({ format }) => format))]);
    return `The offer of the AvailID ${availId} in ${territoryName(territory)} is also granted in ${formats}, which would stop too. Delete those rows as well, or take the title down yourself.`;
  }

  /** A takedown is of the whole title, so it would also stop what another studio licenses there. */
  private otherLicensor(place: Place, named: readonly DateRange[]): string | null {
    const { title, studio, type, territory } = place;
    for (const { licenseId, startsOn } of title.stored?.offers ?? []) {
      const license = this.stored.licenses.get(licenseId);
      const offer = license?.offers.find(({ window }) => window.startsOn === startsOn);
      if (license === undefined || offer === undefined) continue;
      const { rightsType, territories } = license.details.terms;
      const isThere = rightsType === type && territories.includes(territory);
      if (!isThere || isSameName(license.studio, studio)) continue;
      if (named.some((days) => days.overlaps(rangeOf(offer.window))))
        return `${license.studio} also licenses this title as ${type} in ${territoryName(territory)}, which would stop too. Take the title down yourself if it has to.`;
    }
    return null;
  }

  private fromToday(days: DateRange): DateRange {
    return days.startsOn < this.today ? DateRange.of(this.today, days.endsOn) : days;
  }

  /** A window from today on; nothing of one that is over. */
  private left(window: DateRange): DateRange[] {
    return window.endsOn !== null && window.endsOn <= this.today ? [] : [this.fromToday(window)];
  }
}

const FIRST_DAY = isoDate('1900-01-01');
