import type { AvailRow } from '../../../../../src/domain/avails/avail-row';
import type { SoldTitle } from '../../../../../src/domain/avails/avail-rows';
import { availRows } from '../../../../../src/domain/avails/avail-rows';
import { aSoldTitle, aUse } from '../../../../builders/avail-builders';

export const rowsOf = (title: SoldTitle) => availRows(title).rows;

/** The only row of a title; throws unless there is exactly one. */
export function onlyRow(title: SoldTitle): AvailRow {
  const [row, ...more] = rowsOf(title);
  if (row === undefined || more.length > 0) throw new Error(`There are ${more.length + 1} rows.`);
  return row;
}

export const rowOfUse = (use: Parameters<typeof aUse>[0]) =>
  onlyRow(aSoldTitle({ uses: [aUse(use)] }));
