import type { Cells } from '../../../builders/sheet-builders';
import { MOVIE } from '../../../builders/sheet-builders';
import { ImportedMemory } from './imported-memory';

// The day of the imports is 15 Jan 2027, unless a test says otherwise.

export const REASON = 'Deleted by the avails of Northlight (a.xlsx)';

/** Sold from Canada from 1 Jan 2027 to the end of the year. */
export const SALE: Cells = {
  ...MOVIE,
  'AvailTrans/Start': '2027-01-01',
  'AvailTrans/End': '2027-12-31',
};
export const IN_US = { 'AvailTrans/Territory': 'US', 'AvailMetadata/CaptionIncluded': 'Yes' };
export const AS_RENTAL = { 'AvailTrans/LicenseType': 'VOD' };
export const SPRING = { 'Avail/AvailID': 'spring', 'AvailTrans/End': '2027-05-31' };
export const SUMMER = {
  'Avail/AvailID': 'summer',
  'AvailTrans/Start': '2027-06-01',
  'AvailTrans/PriceValue': '4.99',
};

/** The same row as a full delete, with the dates that the standard suggests. */
export function fullDelete(row: Cells, cells: Cells = {}): Cells {
  const dates = { 'AvailTrans/Start': '1999-12-31', 'AvailTrans/End': '2000-01-01' };
  return { ...row, ...dates, 'Disposition/EntryType': 'Full Delete', ...cells };
}

/** The same row as an entry of its own. */
export function entry(type: 'Create' | 'Update' | 'Delete', row: Cells): Cells {
  return { ...row, 'Disposition/EntryType': type };
}

/** A catalog that one file with these rows has filled. */
export async function withRows(...rows: readonly Cells[]): Promise<ImportedMemory> {
  const memory = new ImportedMemory();
  await memory.import(rows);
  return memory;
}
