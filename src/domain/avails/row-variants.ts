import type { LanguagesData } from '../values/languages';
import type { OriginRow } from './origin-row';
import type { ColumnKey } from './vocabulary/columns';
import { coversLanguage, languageTag } from '../values/language-tag';
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
 * anew under its AvailID. A row for several languages can be of several licenses, and counts in each for those that it allows;
 * where no row is for any, as after a person changed its languages, they count for all.
 *
 * @param rows the newest file first
 * @param languages of the offer's license
 */
export function rowVariants<Row extends RowCells>(
  rows: readonly Row[],
  { allowed }: Pick<LanguagesData, 'allowed'>,
): ReadonlyMap<string, RowVariant<Row>> {
  const variants = new Map<string, RowVariant<Row>>();
  for (const row of countingRows(rows))
    for (const [key, language] of variantKeys(row))
      if (!variants.has(key)) variants.set(key, { row, language });
  const own = [...variants].filter(([, { language }]) => isAllowed(language, allowed));
  return own.length > 0 ? new Map(own) : variants;
}

function isAllowed(language: string, allowed: LanguagesData['allowed']): boolean {
  const tag = languageTag(language);
  return (
    tag === null ||
    (allowed?.some((one) => coversLanguage(one, tag) || coversLanguage(tag, one)) ?? true)
  );
}

/**
 * The rows that no later file said anew under their AvailIDs.
 *
 * @param rows the newest file first
 */
export function countingRows<Row extends RowCells>(rows: readonly Row[]): readonly Row[] {
  const saidAt = new Map<string, string | undefined>();
  return rows.filter((row) => {
    const availId = textOf(row, 'Avail/AvailID');
    if (availId === '') return true;
    if (!saidAt.has(availId)) saidAt.set(availId, row.at);
    return saidAt.get(availId) === row.at;
  });
}

/** The formats and languages of a row: the language of each by its key. Empty for any language. */
export function variantKeys(row: RowCells): ReadonlyMap<string, string> {
  const languages = languagesIn(textOf(row, 'AvailTrans/AssetLanguage'));
  const format = FORMAT_COLUMNS.map((column) => textOf(row, column));
  return new Map(
    (languages.length > 0 ? languages : ['']).map((language) => [
      [...format, language].join('\n'),
      language,
    ]),
  );
}

/** Whether two rows are of the same format, with the same qualifiers. */
export function areOfOneFormat(a: RowCells, b: RowCells): boolean {
  return FORMAT_COLUMNS.every((column) => textOf(a, column) === textOf(b, column));
}

function textOf({ cells }: RowCells, column: ColumnKey): string {
  return cells[column]?.trim() ?? '';
}
