import type { Takedown } from '../content/takedown';
import type { PriceLineData } from '../license/price-list';
import type { Cells } from './avail-row';
import type { OriginRow } from './origin-row';
import type { AvailUse } from './right-cells';
import type { TerritoryStyle } from './territory-lists';
import { DateRange } from '../values/date-range';
import { Languages } from '../values/languages';
import { rightsType } from '../values/rights-type';
import { cellOf, importedPrice, isReduction } from './origin-row';
import { isAsImported } from './right-cells';
import { areOfOneFormat, countingRows, rowVariants, variantKeys } from './row-variants';
import { isListed } from './territory-lists';
import { pricesText, rangeOf } from './vocabulary/rights-chart';

/** What one row of an export says: a price of an offer on some days, in territories that are alike. */
export interface SoldRow {
  /** The offer, on the days of the row. */
  readonly use: AvailUse;
  /** The offer by which the row is named. */
  readonly namedAfter: AvailUse;
  readonly territories: readonly [string, ...string[]];
  readonly origin: OriginRow | null;
  /** Empty for any language. */
  readonly language: string;
  readonly price: PriceLineData;
  /** Whether the price is a temporary one, on top of another row. */
  readonly isTemporary: boolean;
}

/**
 * The rows of a title's offers: one for each offer, territory, price, format and language; territories that are alike may
 * share a row (`TERRITORY_STYLES`). A price that was imported as a temporary one and is unchanged leaves as one, on top of the
 * row that it reduces.
 */
export function soldRows(
  uses: readonly AvailUse[],
  takedowns: readonly Takedown[],
  style: TerritoryStyle,
): readonly SoldRow[] {
  const all = uses.flatMap((whole) =>
    placesOf(whole, takedowns, style).flatMap(({ territories, parts, variants }) =>
      parts.flatMap((use, part) =>
        variants.map((variant): SoldVariant => {
          const namedAfter = part === 0 ? whole : use;
          return { ...variant, use, namedAfter, territories, isTemporary: false };
        }),
      ),
    ),
  );
  return all.flatMap((row) => withBase(row, all));
}

/** Territories of an offer whose rows are alike. */
interface Place {
  readonly territories: readonly [string, ...string[]];
  /** The offer on the days on which the title is not taken down there. */
  readonly parts: readonly AvailUse[];
  readonly variants: readonly Variant[];
}

/** The territories of an offer: each by itself, or for subscription rights those that are alike together. */
function placesOf(
  use: AvailUse,
  takedowns: readonly Takedown[],
  style: TerritoryStyle,
): readonly Place[] {
  const areListed = isListed(rightsType(use.license.rightsType), style);
  const places = new Map<
    string,
    { territories: [string, ...string[]] } & Omit<Place, 'territories'>
  >();
  for (const territory of use.license.territories) {
    const parts = partsLeft(use, territory, takedowns);
    const variants = variantsOf(use, territory);
    const placeOf = (origin: OriginRow | null) =>
      origin === null ? '' : use.origins.indexOf(origin);
    const key = areListed
      ? JSON.stringify([
          parts.map(({ offer }) => offer.window),
          variants.map(({ origin, language, base }) => [
            ...[placeOf(origin), language],
            base?.map(placeOf),
          ]),
        ])
      : territory;
    const known = places.get(key);
    if (known === undefined) places.set(key, { territories: [territory], parts, variants });
    else known.territories.push(territory);
  }
  return [...places.values()];
}

/** An offer in a territory on the days on which the title is not taken down there. */
function partsLeft(
  use: AvailUse,
  territory: string,
  takedowns: readonly Takedown[],
): readonly AvailUse[] {
  const { rightsType } = use.license;
  const down = takedowns.filter((takedown) => takedown.covers({ territory, rightsType }));
  if (down.length === 0) return [use];
  return rangeOf(use.offer.window)
    .outsideAll(down.map(({ days }) => days))
    .map((window) => onDays(use, window));
}

/** A use of an offer on some of its days. */
export function onDays(use: AvailUse, window: DateRange): AvailUse {
  return { ...use, offer: { ...use.offer, window: window.toData() } };
}

interface Variant extends Pick<SoldRow, 'origin' | 'language' | 'price'> {
  /** The rows that a temporary price reduces; `null` where no temporary price runs. */
  readonly base: readonly OriginRow[] | null;
  /** Whether the variant is one of those rows: a temporary price of another format or language stands for all. */
  readonly isReduced: boolean;
  /** Whether the variant is a temporary price for any language, on top of variants in languages. */
  readonly isOnTop: boolean;
}

type SoldVariant = SoldRow & Variant;

/**
 * A row for each price and language, and for each format that was imported for the territory and has the price; one row for
 * each price without an import.
 */
function variantsOf({ origins, offer, license }: AvailUse, territory: string): Variant[] {
  const there = origins.filter(({ territories }) => territories.includes(territory));
  return offer.prices.flatMap((price): Variant[] => {
    const own = originsOf(price, there);
    const variants = [...rowVariants(own, license.languages)];
    if (variants.length > 0) {
      const isTemporary = (row: OriginRow) => isReduction(row) && isAsImported(price, row);
      const isRunning = variants.some(([, { row }]) => isTemporary(row));
      const reduced = isRunning ? countingRows(own).filter((row) => !isReduction(row)) : [];
      return variants.map(([key, { row, language }]) => {
        const base = reduced.filter((one) => variantKeys(one).has(key));
        const isAny = base.length === 0 && language === '';
        const isOnTop = isAny && reduced.some((one) => areOfOneFormat(one, row));
        const isReduced = isRunning && !isTemporary(row);
        return {
          ...{ origin: row, language, price, isReduced },
          ...{ isOnTop, base: isRunning ? base : null },
        };
      });
    }
    const formats = price.format === null ? (license.formats ?? [null]) : [price.format];
    return formats.map((format) => ({
      ...{ origin: null, language: '', price: { ...price, format }, base: null },
      ...{ isReduced: false, isOnTop: false },
    }));
  });
}

/** The rows from which a price originates: those of its format, or else one for what all rows of the offer have. */
function originsOf({ format }: PriceLineData, there: readonly OriginRow[]): readonly OriginRow[] {
  if (format === null) return there;
  const own = there.filter((origin) => cellOf(origin, 'AvailTrans/FormatProfile') === format);
  return own.length > 0 ? own : there.filter((origin) => !isReduction(origin)).slice(0, 1);
}

/**
 * A row, or where a temporary price runs the rows that it reduces, and itself on top of them: as they were imported, or else
 * those of an offer right before or after. Without either, it is a price like any other.
 */
function withBase(row: SoldVariant, all: readonly SoldVariant[]): readonly SoldRow[] {
  if (row.base === null) return [row];
  if (row.isOnTop) return [{ ...row, isTemporary: true }];
  let left: readonly DateRange[] = [rangeOf(row.use.offer.window)];
  const reduced: SoldRow[] = [];
  for (const origin of row.base) {
    const price = importedPrice(origin);
    if (origin.window === null || price === null) continue;
    const days = rangeOf(origin.window);
    for (const window of left.flatMap((one) => one.intersection(days) ?? []))
      reduced.push({
        ...reducedOn(row, window),
        origin,
        price: { format: row.price.format, ...price },
      });
    left = left.flatMap((one) => one.outside(days));
  }
  for (const window of left) {
    const beside = all.find((other) => isBeside(other, row, window));
    if (beside === undefined) return [row];
    const price = { ...beside.price, format: row.price.format };
    reduced.push({ ...reducedOn(row, window), origin: beside.origin, price });
  }
  return row.isReduced ? reduced : [...reduced, { ...row, isTemporary: true }];
}

function reducedOn(row: SoldRow, window: DateRange): SoldRow {
  const use = onDays(row.use, window);
  const isFirst = window.startsOn === row.use.offer.window.startsOn;
  return { ...row, use, namedAfter: isFirst ? row.namedAfter : use, isTemporary: false };
}

/** Whether a row sells what another one does right before or after some days, at a price that is not temporary. */
function isBeside(other: SoldVariant, row: SoldVariant, { startsOn, endsOn }: DateRange): boolean {
  const { window } = other.use.offer;
  return (
    other.base === null &&
    other.use.license.rightsType === row.use.license.rightsType &&
    (window.endsOn === startsOn || window.startsOn === endsOn) &&
    (other.price.format ?? row.price.format) === row.price.format &&
    (other.language === row.language || other.language === '') &&
    row.territories.every((territory) => other.territories.includes(territory))
  );
}

/** A row with its cells. */
export interface WrittenRow {
  readonly row: SoldRow;
  readonly cells: Cells;
}

/**
 * Rows of which those are one that say the same on days that touch, where their offers are two only because another price
 * changes in between. Otherwise a person made them two, and they stay so; so do two of which one has a price for all formats.
 *
 * @param rows without the cells of their last days, AvailIDs and what they say of the languages of their licenses
 */
export function joinedRows(rows: readonly WrittenRow[]): readonly WrittenRow[] {
  const alike = new Map<string, WrittenRow[]>();
  for (const one of rows) {
    const { use, territories, price, language } = one.row;
    const { rightsType: type, languages } = use.license;
    const key = [
      ...[type, price.format, language, Languages.of(languages).toString()],
      ...territories,
    ].join(' ');
    const known = alike.get(key);
    if (known === undefined) alike.set(key, [one]);
    else known.push(one);
  }
  const joined = new Map<WrittenRow, WrittenRow | null>();
  for (const some of alike.values()) {
    const sorted = [...some].sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1));
    const ends: { first: WrittenRow; last: WrittenRow }[] = [];
    for (const next of sorted) {
      const before = ends.find(({ last }) => isContinued(last, next));
      if (before === undefined) {
        ends.push({ first: next, last: next });
        continue;
      }
      before.last = next;
      joined.set(next, null);
      const { row, cells } = before.first;
      const window = DateRange.of(startOf(before.first), next.row.use.offer.window.endsOn);
      joined.set(before.first, { row: { ...row, use: onDays(row.use, window) }, cells });
    }
  }
  return rows.flatMap((one) => {
    const now = joined.get(one);
    return now === undefined ? [one] : now === null ? [] : [now];
  });
}

function startOf({ row }: WrittenRow): string {
  return row.use.offer.window.startsOn;
}

function isContinued(last: WrittenRow, next: WrittenRow): boolean {
  const [a, b] = [last.row, next.row];
  return (
    a.use.offer.window.endsOn === startOf(next) &&
    a.isTemporary === b.isTemporary &&
    a.origin?.importId === b.origin?.importId &&
    a.origin?.number === b.origin?.number &&
    hasOwnLine(a) &&
    hasOwnLine(b) &&
    pricesText(a.use.offer.prices) !== pricesText(b.use.offer.prices) &&
    isAlike(last.cells, next.cells)
  );
}

/** Whether the offer says the price of the row's format by itself, and not one price for all formats. */
function hasOwnLine({ use, price }: SoldRow): boolean {
  return use.offer.prices.some(({ format }) => format === price.format);
}

function isAlike(a: Cells, b: Cells): boolean {
  const textOf = ({ 'AvailTrans/Start': _, ...cells }: Cells) => JSON.stringify(cells);
  return textOf(a) === textOf(b);
}
