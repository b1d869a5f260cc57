import type { Takedown } from '../../../content/takedown';
import type { IsoDate } from '../../../values/date-range';
import type { Format } from '../../../values/format';
import type { LanguagesData } from '../../../values/languages';
import type { RightsType } from '../../../values/rights-type';
import type { Territory } from '../../../values/territory';
import type { AvailEntry } from '../../avail-entry';
import type { FileTitle } from '../file-titles';
import type { RowRef } from '../import-plan';
import type { Line } from '../lines';
import type { RowsOfUse } from '../lanes/language-parts';
import type { RequestedLine } from '../row-lines';
import type { EarlierRow, StoredRights, Use } from '../stored-rights';
import type { Phase } from '../../vocabulary/rights-chart';
import { union } from '../../../content/coverage';
import { isSameName } from '../../../names/folding';
import { DateRange } from '../../../values/date-range';
import { Languages } from '../../../values/languages';
import { territoryName } from '../../../values/territory';
import { rangeOf } from '../../vocabulary/rights-chart';
import { linesOf } from '../lines';
import { storedParts } from '../lanes/language-parts';
import { formatsOf, isIn, isSameRow } from '../single-rows';

/** What the rows of a file delete of one rights type of a title in some territories that are alike. */
export interface Deletion {
  /** In date order. Empty when there is nothing of what the rows name. */
  readonly days: readonly DateRange[];
  /** The days that earlier imports took down. */
  readonly earlier: readonly DateRange[];
  /** The rows that delete. */
  readonly rows: readonly RowRef[];
  /** Formats that stop in some languages on some days on which the title stays on sale in others. */
  readonly cuts: readonly FormatCut[];
  /** AvailIDs of single rows that were never imported. */
  readonly unknown: readonly string[];
  /** The reason why the rows cannot be applied, as a sentence. */
  readonly refusal: string | null;
}

/** A format that ends in some languages where others stay. */
export interface FormatCut {
  readonly format: Format;
  readonly languages: LanguagesData;
  readonly days: readonly DateRange[];
  /** The formats that a price for all formats is about. */
  readonly others: readonly Format[];
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
  readonly rowsOf: RowsOfUse;
  /** The title's takedowns that cover the place. */
  readonly down: readonly Takedown[];
}

/** Whether a row deletes rights instead of granting them. */
export function isDeletion({ action }: AvailEntry): boolean {
  return action === 'delete' || action === 'remove';
}

/** Whether a row grants days; a temporary price only changes what is on offer. */
export function isGrant(entry: AvailEntry): boolean {
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
    readonly today: IsoDate,
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
    const cuts: FormatCut[] = [];
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
      if (windows.length > 0 && row.isReduction)
        refusals.push(
          `The row with the AvailID ${availId} is a temporary price, and deleting it would stop the sale. Ask the studio for a Full Extract without it.`,
        );
      const { format } = formatsOf(row, place.territory);
      const others = this.formatsBeside(row, place.territory);
      const beside = this.besideOf(row, others, place);
      const cut = windows.flatMap((window) =>
        beside.flatMap((other) => window.intersection(other) ?? []),
      );
      const { languages } = row;
      if (cut.length > 0) cuts.push({ format, languages, days: cut, others });
      days.push(...windows.flatMap((window) => window.outsideAll(beside)));
    }
    const named = union(days.map((each) => each.toData())).map(rangeOf);
    const shared = named.length === 0 ? null : this.otherLicensor(place, named);
    return {
      days: named,
      earlier,
      rows: deleting.map(({ sheet, row }) => ({ sheet, row })),
      cuts,
      unknown,
      refusal: refusals[0] ?? shared,
    };
  }

  /** @param phases those of the territories once the file is applied */
  placeDays(
    territories: PlaceDays['territories'],
    phases: readonly Phase[],
    requested: readonly RequestedLine[],
    deletion: Deletion,
  ): PlaceDays {
    const granted = requested
      .filter(({ entry }) => isGrant(entry))
      .flatMap(({ line }) => this.left(line.window));
    return {
      territories,
      onOffer: phases.map(({ window }) => rangeOf(window)),
      granted,
      deletion,
    };
  }

  /**
   * What is left of the days that an earlier row granted: of its offer, or of the parts into which temporary prices have split
   * it. Not what other rows granted since in its format and languages.
   */
  private windowsOf(
    { startsOn, window, others, format, languages, isReduction }: EarlierRow,
    { uses, territory }: Place,
  ) {
    const offers = uses
      .filter(({ territories }) => territories.includes(territory))
      .map(({ offer }) => rangeOf(offer.window));
    const grantedBy = (row: Pick<EarlierRow, 'startsOn' | 'window'>): readonly DateRange[] =>
      row.window === null
        ? offers.filter((offer) => offer.startsOn === row.startsOn)
        : [rangeOf(row.window)];
    const isSince = (other: EarlierRow['others'][number]) =>
      !isReduction &&
      other.startsOn !== startsOn &&
      other.territories.includes(territory) &&
      other.format === format &&
      isIn(other, Languages.of(languages));
    const since = others.filter(isSince).flatMap(grantedBy);
    return grantedBy({ startsOn, window })
      .flatMap((granted) => offers.flatMap((offer) => offer.intersection(granted) ?? []))
      .flatMap((days) => days.outsideAll(since))
      .flatMap((days) => this.left(days));
  }

  /** The formats of other rows for the days of a row, which the file does not delete, too. */
  private formatsBeside(row: EarlierRow, territory: Territory): readonly Format[] {
    const standing = row.others.filter(
      ({ availId }) => !(availId !== null && this.removed.get(availId)?.has(territory)),
    );
    return formatsOf({ ...row, others: standing }, territory).others;
  }

  /** The days on which the title stays on sale in another format or language than those of a row that is deleted. */
  private besideOf(row: EarlierRow, others: readonly Format[], place: Place): readonly DateRange[] {
    const { uses, territory, there, rowsOf } = place;
    const removed = there.flatMap(({ action, availId }) =>
      action === 'remove' ? (this.stored.earlierRows.get(availId ?? '') ?? []) : [],
    );
    const goneIn = (format: Format | null, isIn: IsIn) =>
      [row, ...removed]
        .filter(isIn)
        .filter((one) => format === null || formatsOf(one, territory).format === format)
        .flatMap((one) => this.windowsOf(one, place));
    const daysBeside = ({ format, window }: Line, isIn: IsIn) =>
      format === null && isIn(row) && others.length > 0
        ? [window]
        : window.outsideAll(goneIn(format, isIn));
    return uses
      .filter((use) => use.territories.includes(territory))
      .flatMap((use) => {
        const { offer, licenseId } = use;
        const terms = this.stored.licenses.get(licenseId)?.details.terms;
        const spoken = Languages.of(terms?.languages ?? Languages.ALL.toData());
        const lines = linesOf([{ ...offer, rows: [], contract: null }]);
        const parts = storedParts([use], territory, spoken, rowsOf);
        const all: readonly IsIn[] =
          parts.length < 2
            ? [(one) => isIn(one, spoken)]
            : parts.map((part) => (one) => Languages.of(one.languages).encloses(part));
        return lines.flatMap((line) => all.flatMap((isInPart) => daysBeside(line, isInPart)));
      });
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

/** Whether an earlier row is in the languages of a license, or of a part of it. */
type IsIn = (row: EarlierRow) => boolean;
