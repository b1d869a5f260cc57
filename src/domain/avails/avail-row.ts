import type { ColumnKey, TemplateColumn } from './vocabulary/columns';
import { COLUMNS, TEMPLATES } from './vocabulary/columns';

/** One row of an avails sheet for export: text by column. Blank cells are absent. */
export type AvailRow = Readonly<Cells>;

export type Cells = Partial<Record<ColumnKey, string>>;

/**
 * The columns of an export: those of the template for everything in one sheet, followed by those that only the movie or
 * television template has.
 */
export const EXPORT_COLUMNS: readonly TemplateColumn[] = withoutRepeats([
  ...TEMPLATES['all-avails'],
  ...[...TEMPLATES.movies, ...TEMPLATES.tv].map(({ key }) => ({ key, required: false })),
]);

/** The columns of the bonus sheet, which name the feature of a supplement. */
const REFERENCE_COLUMNS: readonly TemplateColumn[] = COLUMNS.filter((key) =>
  key.startsWith('Reference/'),
).map((key) => ({ key, required: false }));

/**
 * The columns of an export of these rows: those of the templates, and those of the bonus sheet that the rows fill.
 *
 * @param without columns that the receiver does not want
 */
export function exportColumns(
  rows: readonly AvailRow[],
  without: readonly ColumnKey[] = [],
): readonly TemplateColumn[] {
  const filled = REFERENCE_COLUMNS.filter(({ key }) => rows.some((row) => (row[key] ?? '') !== ''));
  return [...EXPORT_COLUMNS, ...filled].filter(({ key }) => !without.includes(key));
}

function withoutRepeats(columns: readonly TemplateColumn[]): TemplateColumn[] {
  const byKey = new Map<ColumnKey, TemplateColumn>();
  for (const column of columns) if (!byKey.has(column.key)) byKey.set(column.key, column);
  return [...byKey.values()];
}

const ORDER: readonly ColumnKey[] = [
  'Avail/DisplayName',
  'AvailMetadata/SeriesTitleInternalAlias',
  'AvailMetadata/TitleInternalAlias',
  'AvailMetadata/SeasonNumber',
  'AvailMetadata/EpisodeNumber',
  'Avail/ALID',
  'AvailTrans/LicenseType',
  'AvailTrans/Territory',
  'AvailTrans/Start',
  'AvailTrans/FormatProfile',
  'AvailTrans/AssetLanguage',
];

/** Sorts rows for readers: by title, then by rights, territory and date. */
export function inReadingOrder(rows: readonly AvailRow[]): AvailRow[] {
  return rows
    .map((row) => ({ row, place: ORDER.map((key) => sortable(row[key] ?? '')).join('\u0000') }))
    .sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0))
    .map(({ row }) => row);
}

/** Makes numbers sort by value, not by digits. */
function sortable(text: string): string {
  return /^\d+$/.test(text) ? text.padStart(12, '0') : text.toLowerCase();
}
