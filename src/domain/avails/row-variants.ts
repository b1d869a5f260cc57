import type { OriginRow } from './origin-row';
import type { ColumnKey } from './vocabulary/columns';
import { languagesIn } from './origin-row';

/** The columns, besides the language, that distinguish rows of one offer in one territory. */
export const FORMAT_COLUMNS = [
  'AvailTrans/FormatProfile',
  'AvailTrans/HDR',
  'AvailTrans/WCG',
  'AvailTrans/HFR',
  'AvailTrans/NGAudio',
  'AvailMetadata/LocalizationType',
] as const satisfies readonly ColumnKey[];

type RowCells = Pick<OriginRow, 'cells'> & Partial<Pick<OriginRow, 'at'>>;

/** What a row says of one format and language. */
export interface RowVariant<Row extends RowCells> {
  readonly row: Row;
  /** Empty for any language. */
  readonly language: string;
}

/**
 * The rows that count for each format and language of an offer in one territory: the first, and none that a later file said
 * anew under its AvailID.
 *
 * @param rows the newest file first
 */
export function rowVariants<Row extends RowCells>(
  rows: readonly Row[],
): ReadonlyMap<string, RowVariant<Row>> {
  const variants = new Map<string, RowVariant<Row>>();
  const saidAt = new Map<string, string | undefined>();
  for (const row of rows) {
    const text = (column: ColumnKey) => row.cells[column]?.trim() ?? '';
    const availId = text('Avail/AvailID');
    if (availId !== '' && !saidAt.has(availId)) saidAt.set(availId, row.at);
    if (availId !== '' && saidAt.get(availId) !== row.at) continue;
    const languages = languagesIn(text('AvailTrans/AssetLanguage'));
    for (const language of languages.length > 0 ? languages : ['']) {
      const key = [...FORMAT_COLUMNS.map(text), language].join('\n');
      if (!variants.has(key)) variants.set(key, { row, language });
    }
  }
  return variants;
}
