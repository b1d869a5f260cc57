import type { ColumnKey, TemplateColumn } from './vocabulary/columns';
import { TEMPLATES } from './vocabulary/columns';

/** One row of an avails sheet as we write it: text by column. A blank cell is absent. */
export type AvailRow = Readonly<Cells>;

export type Cells = Partial<Record<ColumnKey, string>>;

/**
 * The columns of an export: those of the template for everything in one sheet, then what only the templates for movies or
 * television have.
 */
export const EXPORT_COLUMNS: readonly TemplateColumn[] = withoutRepeats([
  ...TEMPLATES['all-avails'],
  ...[...TEMPLATES.movies, ...TEMPLATES.tv].map(({ key }) => ({ key, required: false })),
]);

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

/** Rows in the order in which people look for them: by title, then by what is granted, where and when. */
export function inReadingOrder(rows: readonly AvailRow[]): AvailRow[] {
  return rows
    .map((row) => ({ row, place: ORDER.map((key) => sortable(row[key] ?? '')).join('\u0000') }))
    .sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0))
    .map(({ row }) => row);
}

/** Numbers sort by what they count, not by their digits. */
function sortable(text: string): string {
  return /^\d+$/.test(text) ? text.padStart(12, '0') : text.toLowerCase();
}
