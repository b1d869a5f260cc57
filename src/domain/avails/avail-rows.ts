import type { Takedown } from '../content/takedown';
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
import { FORMAT_COLUMNS } from './row-variants';
import { USUAL_TERRITORY_STYLE } from './territory-lists';
import { identityCells, isVolume, latestOf, nameCells } from './title-cells';
import { importedCells, lastDayOf, priceCells, rightCells } from './right-cells';
import type { AvailUse } from './right-cells';
import type { SoldRow, WrittenRow } from './sold-rows';
import { joinedRows, soldRows } from './sold-rows';
import { withLanguages } from './written-languages';
import type { PricesOfStudio } from '../price-table/prices';
import type { TierStyle } from './tiers/tier-styles';
import { Prices } from '../price-table/prices';
import { inAmounts, pricedOrigin } from './tiers/tier-amounts';
import { USUAL_TIER_STYLE } from './tiers/tier-styles';

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
  readonly tiers?: TierStyle | undefined;
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
 * (languages of assets, ratings, captions, free text) are copied from the rows the title was imported with; without an
 * import they are blank, and the format is HD.
 *
 * A series or season that has the same offers as its parts has them only because every title needs an offer (C1), so it
 * gets no rows. What the standard has no rows for is omitted and reported.
 *
 * @param tables what tiers cost, for a style that writes amounts
 */
export function availRows(
  title: SoldTitle,
  style: RowStyle = {},
  tables: PricesOfStudio = () => Prices.NONE,
): TitleRows {
  const named = namedTitle(title);
  if (isContainer(named, title)) return { rows: [], leftOut: [] };
  const reason = unwritableReason(named);
  if (reason !== null) return { rows: [], leftOut: [{ title: title.details.title, reason }] };
  const { studio, uses, leftOut } = ofOneLicensor(title);
  const sold = { uses, takedowns: title.takedowns, table: tables(studio) };
  const all = rowsOf(named, studio, sold, style);
  const rows = withoutRepeats(withLanguages(all.filter(isIn(style))));
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
  { uses, takedowns, table }: Pick<SoldTitle, 'uses' | 'takedowns'> & { readonly table: Prices },
  style: RowStyle,
): readonly WrittenRow[] {
  const { endDates = STANDARD_END_DATES, territories: places = USUAL_TERRITORY_STYLE } = style;
  const { tiers = USUAL_TIER_STYLE } = style;
  const identity: Cells = { ...identityCells(title), 'Avail/DisplayName': studio };
  const taken = new Set<string>();
  const sold = soldRows(uses, takedowns, places);
  const priced = tiers === 'names' ? sold : sold.flatMap((row) => inAmounts(row, table));
  const rows = priced.map((row) => {
    const { use, territories, origin, language, price, isTemporary } = row;
    const pricedBy = tiers === 'names' ? origin : pricedOrigin(row);
    const cells: Cells = {
      ...importedCells(origin, isTemporary),
      ...nameCells(title, origin),
      ...rightCells(use, territories, price.format, origin),
      ...priceCells(use.license.rightsType, price, pricedBy, isTemporary),
      ...identity,
      'AvailTrans/AssetLanguage': language,
    };
    return { row, cells };
  });
  return joinedRows(rows).map(({ row, cells }) => {
    const availId = givenAvailId(row, taken) ?? ownAvailId(title, row, cells);
    taken.add(availId);
    const end = endCell(lastDayOf(row.use), endDates);
    return { row, cells: { ...cells, 'AvailTrans/End': end, 'Avail/AvailID': availId } };
  });
}

function isIn({ formats }: RowStyle): (row: WrittenRow) => boolean {
  if (formats === undefined) return () => true;
  const wanted = new Set<string>(formats);
  return ({ cells }) => wanted.has(cells['AvailTrans/FormatProfile'] ?? '');
}

const OTHER_FORMATS = 'None of its rows is in a format that is exported.';

const TAKEN_DOWN = 'It is taken down wherever it has an offer.';

/** The AvailID that the studio assigned to this row, as long as it is of the same territories and format. */
function givenAvailId(
  { origin, territories: { length }, price: { format } }: SoldRow,
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
  { namedAfter: { license, offer }, territories: [territory], isTemporary }: SoldRow,
  cells: Cells,
): string {
  const [format, ...others] = [...FORMAT_COLUMNS, 'AvailTrans/AssetLanguage' as const];
  return availIdOf(
    { title: id, license: license.id },
    offer.window.startsOn,
    territory,
    cells[format] ?? '',
    [...others.map((column) => cells[column] ?? ''), isTemporary ? 'TPR' : ''],
  );
}

/** The cells of rows, of which a temporary price that reduces several licenses counts once. */
function withoutRepeats(rows: readonly WrittenRow[]): readonly AvailRow[] {
  const said = new Set<string>();
  return rows.flatMap(({ row: { isTemporary }, cells }) => {
    const text = JSON.stringify({ ...cells, 'Avail/AvailID': '' });
    if (isTemporary && said.has(text)) return [];
    said.add(text);
    return [filled(cells)];
  });
}

function filled(cells: Cells): AvailRow {
  const row: Partial<Record<string, string>> = {};
  for (const [key, text] of Object.entries(cells)) if (text !== '') row[key] = text;
  return row;
}
