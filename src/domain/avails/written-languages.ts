import type { Cells } from './avail-row';
import type { RowLanguages } from './row-terms';
import type { WrittenRow } from './sold-rows';
import { Languages } from '../values/languages';
import { languagesByRow, languagesOfAssets, languagesOfCells } from './language-terms';

/**
 * All rows of a title in a file, with cells that say the languages of their licenses. Cells stay as they are where an import
 * of the file reads that already: from what they say, or from assets in other languages that the file offers differently. A
 * license for all languages takes nothing back that its rows say: earlier releases granted such for rows that hold some back.
 */
export function withLanguages(rows: readonly WrittenRow[]): readonly WrittenRow[] {
  const spoken = rows.map((written): SpokenRow => {
    const { row, cells } = written;
    return { row, cells, languages: languagesOfCells(cells), reduction: row.isTemporary };
  });
  const readings = new Map(
    [...new Set(spoken.map(rightsTypeOf))].map((type) => {
      const own = spoken.filter((one) => rightsTypeOf(one) === type);
      return [type, languagesByRow(own, offerOf)];
    }),
  );
  return spoken.map((one) => {
    const { row, cells } = one;
    const licensed = Languages.of(row.use.license.languages);
    const read = readings.get(rightsTypeOf(one))?.(one) ?? [];
    const isSaid =
      licensed.equals(Languages.ALL) ||
      (row.isTemporary && Languages.of(languagesOfAssets(one.languages)).encloses(licensed)) ||
      read.every((languages) => Languages.of(languages).equals(licensed));
    return { row, cells: isSaid ? cells : { ...cells, ...languageCells(licensed) } };
  });
}

interface SpokenRow extends WrittenRow {
  readonly languages: RowLanguages;
  readonly reduction: boolean;
}

function rightsTypeOf({ row }: WrittenRow): string {
  return row.use.license.rightsType;
}

/** What a row offers, besides languages. */
function offerOf({ row: { use, territories, price }, cells }: WrittenRow): string {
  const { kind, amount, tier } = price;
  return JSON.stringify([
    ...[territories, use.offer.window, kind, amount?.minor, amount?.currency, tier],
    cells['AvailTrans/FormatProfile'],
    cells['AvailTrans/LicenseRightsDescription'],
  ]);
}

function languageCells({ allowed, heldBack }: Languages): Cells {
  return {
    'AvailTrans/AllowedLanguages': (allowed ?? []).join(', '),
    'AvailTrans/HoldbackLanguage': heldBack.join(', '),
  };
}
