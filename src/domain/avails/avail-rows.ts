import type { Takedown } from '../content/takedown';
import type { PriceLineData } from '../license/price-list';
import { DateRange } from '../values/date-range';
import type { ContentKind } from '../content/content-kind';
import type { AvailRow, Cells } from './avail-row';
import type { KnownTitle } from './avail-ids';
import type { ExportedEndDates } from './end-dates';
import type { Format } from '../values/format';
import type { ColumnKey } from './vocabulary/columns';
import type { TerritoryStyle } from './territory-lists';
import type { OriginRow } from './origin-row';
import type { NamedTitle } from './title-cells';
import { contentKind } from '../content/content-kind';
import { isSameName, namesIn } from '../names/folding';
import { alidOf, availIdOf, withoutBlanks } from './avail-ids';
import { STANDARD_END_DATES, endCell } from './end-dates';
import { cellOf } from './origin-row';
import { FORMAT_COLUMNS, rowVariants } from './row-variants';
import { rightsType } from '../values/rights-type';
import { USUAL_TERRITORY_STYLE } from './territory-lists';
import { businessFamily } from './vocabulary/vocabulary';
import { identityCells, isVolume, latestOf, nameCells } from './title-cells';
import { importedCells, lastDayOf, priceCells, rightCells } from './right-cells';
import type { AvailUse } from './right-cells';

/** A title with the offers to export, and the other titles its rows refer to. */
export interface SoldTitle extends KnownTitle {
  /** Its parents: season and series of an episode, series of a season. */
  readonly parents: readonly KnownTitle[];
  /** The titles in a bundle. */
  readonly members: readonly KnownTitle[];
  /** The number of episodes in its season. */
  readonly episodes: number;
  /** Whether each of its offers is also assigned to one of its child titles. */
  readonly isSoldInParts: boolean;
  readonly uses: readonly AvailUse[];
  readonly takedowns: readonly Takedown[];
}

/** An offer or title that avails rows cannot express. */
export interface LeftOut {
  readonly title: string;
  /** The reason, as a sentence. */
  readonly reason: string;
}

/** How rows are written; what is left out follows the standard. */
export interface RowStyle {
  readonly endDates?: ExportedEndDates | undefined;
  readonly territories?: TerritoryStyle | undefined;
  /** Of which rows are written; without it, of all. */
  readonly formats?: readonly Format[] | undefined;
  readonly withoutColumns?: readonly ColumnKey[] | undefined;
}

/** The rows of a title in an export. */
export interface TitleRows {
  readonly rows: readonly AvailRow[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * Creates the rows of a title: one for each offer, territory, price, format and language; territories that are alike may
 * share a row (`TERRITORY_STYLES`). Values that are not part of our model
 * (languages, ratings, captions, free text) are copied from the rows the title was imported with; without an
 * import they are blank, and the format is HD.
 *
 * A series or season that has the same offers as its parts has them only because every title needs an offer (C1), so it
 * gets no rows. What the standard has no rows for is omitted and reported.
 */
export function availRows(title: SoldTitle, style: RowStyle = {}): TitleRows {
  const named = namedTitle(title);
  if (isContainer(named, title)) return { rows: [], leftOut: [] };
  const reason = unwritableReason(named);
  if (reason !== null) return { rows: [], leftOut: [{ title: title.details.title, reason }] };
  const { studio, uses, leftOut } = ofOneLicensor(title);
  const all = rowsOf(named, studio, uses, title.takedowns, style);
  const rows = all.filter(isIn(style));
  const why = rows.length > 0 ? null : all.length > 0 ? OTHER_FORMATS : TAKEN_DOWN;
  return why === null || (why === TAKEN_DOWN && title.takedowns.length === 0)
    ? { rows, leftOut }
    : { rows, leftOut: [...leftOut, { title: title.details.title, reason: why }] };
}

function namedTitle(title: SoldTitle): NamedTitle {
  const { id, details, episodes } = title;
  const kind = contentKind(details.kind);
  const origins = title.uses.flatMap((use) => use.origins);
  const above = (wanted: ContentKind) =>
    title.parents.find((parent) => parent.details.kind === wanted) ?? null;
  return {
    id,
    details,
    kind,
    episodes,
    origins,
    season: kind === 'season' ? title : above('season'),
    series: above('series'),
    feature: kind === 'supplement' ? (title.parents[0] ?? null) : null,
    members: membersOf(title, latestOf(origins)),
  };
}

/** The ALIDs of a bundle's members: those named by the import, and the child titles. */
function membersOf({ members }: SoldTitle, origin: OriginRow | null): string[] {
  const imported = cellOf(origin, 'Avail/BundledALIDs').split(/[;,]/);
  const children = members.map((member) => withoutBlanks(alidOf(member)));
  return [...new Set([...imported.map((alid) => alid.trim()), ...children])].filter(Boolean);
}

function isContainer({ kind, origins }: NamedTitle, { isSoldInParts }: SoldTitle): boolean {
  return (kind === 'series' || kind === 'season') && isSoldInParts && origins.length === 0;
}

/** The reason why the standard has no rows for a title; `null` when it has. */
function unwritableReason(title: NamedTitle): string | null {
  const { kind, members } = title;
  if (kind === 'series')
    return 'The avails format has no rows for a whole series, only for its seasons and episodes.';
  if (kind === 'bundle' && members.length === 0 && !isVolume(title))
    return 'This bundle has no members, and avails describe a bundle by its members.';
  return null;
}

/** Keeps one licensor for each ALID, as a file requires: the title's own studio, or else the first. */
function ofOneLicensor({ details, uses }: SoldTitle): {
  readonly studio: string;
  readonly uses: readonly AvailUse[];
  readonly leftOut: readonly LeftOut[];
} {
  const studios = namesIn(uses.map(({ contract }) => contract.studio));
  const studio =
    studios.find((one) => isSameName(one, details.studio)) ?? studios[0] ?? details.studio;
  return {
    studio,
    uses: uses.filter(({ contract }) => isSameName(contract.studio, studio)),
    leftOut: studios
      .filter((other) => other !== studio)
      .map((other) => ({
        title: details.title,
        reason: `It is licensed from ${studio} and from ${other}, but a title has one licensor per file. Export ${other} separately.`,
      })),
  };
}

function rowsOf(
  title: NamedTitle,
  studio: string,
  uses: readonly AvailUse[],
  takedowns: readonly Takedown[],
  { endDates = STANDARD_END_DATES, territories: style = USUAL_TERRITORY_STYLE }: RowStyle,
): AvailRow[] {
  const identity: Cells = { ...identityCells(title), 'Avail/DisplayName': studio };
  const taken = new Set<string>();
  return uses.flatMap((whole) =>
    placesOf(whole, takedowns, style).flatMap(({ territories, parts, variants }) =>
      parts.flatMap((use, part) =>
        variants.map(({ origin, language, price }) => {
          const cells: Cells = {
            ...importedCells(origin),
            ...nameCells(title, origin),
            ...rightCells(use, territories, price.format, origin),
            'AvailTrans/End': endCell(lastDayOf(use), endDates),
            ...priceCells(use.license.rightsType, price, origin),
            ...identity,
            'AvailTrans/AssetLanguage': language,
          };
          const availId =
            givenAvailId(origin, territories, price, taken) ??
            ownAvailId(title, part === 0 ? whole : use, territories, cells);
          taken.add(availId);
          return filled({ ...cells, 'Avail/AvailID': availId });
        }),
      ),
    ),
  );
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
  const isListed =
    style === 'lists' && businessFamily(rightsType(use.license.rightsType)) === 'subscription';
  const places = new Map<
    string,
    { territories: [string, ...string[]] } & Omit<Place, 'territories'>
  >();
  for (const territory of use.license.territories) {
    const parts = partsLeft(use, territory, takedowns);
    const variants = variantsOf(use, territory);
    const key = isListed
      ? JSON.stringify([
          parts.map(({ offer }) => offer.window),
          variants.map(({ origin, language }) => [
            origin === null ? '' : use.origins.indexOf(origin),
            language,
          ]),
        ])
      : territory;
    const known = places.get(key);
    if (known === undefined) places.set(key, { territories: [territory], parts, variants });
    else known.territories.push(territory);
  }
  return [...places.values()];
}

function isIn({ formats }: RowStyle): (row: AvailRow) => boolean {
  if (formats === undefined) return () => true;
  const wanted = new Set<string>(formats);
  return (row) => wanted.has(row['AvailTrans/FormatProfile'] ?? '');
}

const OTHER_FORMATS = 'None of its rows is in a format that is exported.';

const TAKEN_DOWN = 'It is taken down wherever it has an offer.';

/** An offer in a territory on the days on which the title is not taken down there. */
function partsLeft(
  use: AvailUse,
  territory: string,
  takedowns: readonly Takedown[],
): readonly AvailUse[] {
  const { rightsType } = use.license;
  const down = takedowns.filter((takedown) => takedown.covers({ territory, rightsType }));
  if (down.length === 0) return [use];
  const { startsOn, endsOn } = use.offer.window;
  return DateRange.of(startsOn, endsOn)
    .outsideAll(down.map(({ days }) => days))
    .map((window) => ({ ...use, offer: { ...use.offer, window: window.toData() } }));
}

interface Variant {
  readonly origin: OriginRow | null;
  /** Empty for any language. */
  readonly language: string;
  readonly price: PriceLineData;
}

/**
 * A row for each price and language, and for each format that was imported for the territory and has the price; one row for
 * each price without an import.
 */
function variantsOf({ origins, offer, license }: AvailUse, territory: string): Variant[] {
  const there = origins.filter(({ territories }) => territories.includes(territory));
  return offer.prices.flatMap((price): Variant[] => {
    const variants = [...rowVariants(originsOf(price, there)).values()];
    if (variants.length > 0)
      return variants.map(({ row, language }) => ({ origin: row, language, price }));
    const formats = price.format === null ? (license.formats ?? [null]) : [price.format];
    return formats.map((format) => ({ origin: null, language: '', price: { ...price, format } }));
  });
}

/** The rows from which a price originates: those of its format, or else one for what all rows of the offer have. */
function originsOf({ format }: PriceLineData, there: readonly OriginRow[]): readonly OriginRow[] {
  if (format === null) return there;
  const own = there.filter((origin) => cellOf(origin, 'AvailTrans/FormatProfile') === format);
  return own.length > 0 ? own : there.slice(0, 1);
}

/** The AvailID that the studio assigned to this row, as long as it is of the same territories and format. */
function givenAvailId(
  origin: OriginRow | null,
  { length }: readonly string[],
  { format }: PriceLineData,
  taken: ReadonlySet<string>,
): string | null {
  const isOwn = format === null || cellOf(origin, 'AvailTrans/FormatProfile') === format;
  const given =
    isOwn && origin?.territories.length === length ? cellOf(origin, 'Avail/AvailID') : '';
  return given === '' || /\s/.test(given) || taken.has(given) ? null : given;
}

/**
 * An AvailID that stays between exports: it is that of the whole offer and the first territory, whatever days are taken down
 * and whatever territories follow.
 */
function ownAvailId(
  { id }: NamedTitle,
  { license, offer }: AvailUse,
  [territory]: Place['territories'],
  cells: Cells,
): string {
  const [format, ...others] = [...FORMAT_COLUMNS, 'AvailTrans/AssetLanguage' as const];
  return availIdOf(
    { title: id, license: license.id },
    offer.window.startsOn,
    territory,
    cells[format] ?? '',
    others.map((column) => cells[column] ?? ''),
  );
}

function filled(cells: Cells): AvailRow {
  const row: Partial<Record<string, string>> = {};
  for (const [key, text] of Object.entries(cells)) if (text !== '') row[key] = text;
  return row;
}
