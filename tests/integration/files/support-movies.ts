import { expect } from 'vitest';
import type { Cells } from '../../builders/avails-row-builders';
import type { ImportDriver } from './support-imports';
import { aMovieRow } from '../../builders/avails-row-builders';
import { aName } from '../../builders/license-builders';
import { exported, firstSheet, NO_CHANGE, reviewOf } from './support-round-trip';

/** A movie of a studio of its own. */
export function aMovie() {
  const studio = aName('Studio');
  const alid = aName('m').replaceAll(' ', '-');
  const row = (cells: Cells = {}) => aMovieRow(alid, { 'Avail/DisplayName': studio, ...cells });
  return { studio, row };
}

export const years = (first: number, last: number | null): Cells => ({
  'AvailTrans/Start': `${first}-01-01`,
  'AvailTrans/End': last === null ? 'Open' : `${last}-12-31`,
});

/** Cells of the rows of an export by their columns, in short: `SD 2036-01-01 Open`. */
export async function exportedRows(
  driver: ImportDriver,
  studio: string,
  columns: readonly string[],
) {
  const { bytes } = await exported(driver, { studio });
  expect(await reviewOf(driver, bytes)).toEqual(NO_CHANGE);
  return cellsIn(bytes).map((row) =>
    columns
      .map((column) => row[`AvailTrans/${column}`])
      .filter(Boolean)
      .join(' '),
  );
}

/** The rows of a workbook. */
export function cellsIn(bytes: Uint8Array): readonly Cells[] {
  const [groups = [], names = [], , ...rows] = firstSheet(bytes);
  return rows.map((row) =>
    Object.fromEntries(
      row
        .map((text, at) => [`${groups[at] ?? ''}/${names[at] ?? ''}`, text] as const)
        .filter(([, text]) => text !== ''),
    ),
  );
}

export const speaking = (languages: string): Cells => ({ 'AvailTrans/AssetLanguage': languages });
