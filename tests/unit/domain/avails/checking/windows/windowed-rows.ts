import type { Cells } from '../../../../../builders/sheet-builders';
import { MOVIE } from '../../../../../builders/sheet-builders';

/** A row from one day to another, both inclusive. */
export function row(start: string, end: string, others: Cells = {}): Cells {
  return { ...MOVIE, 'AvailTrans/Start': start, 'AvailTrans/End': end, ...others };
}

export const SD = { 'AvailTrans/FormatProfile': 'SD' };
export const FRENCH = { 'AvailTrans/AssetLanguage': 'fr' };
export const CHEAP = { 'AvailTrans/PriceValue': '4.99' };
export const FRANCE = { 'AvailTrans/Territory': 'FR' };

export const spring = (others: Cells = {}) => row('2027-03-01', '2027-05-31', others);
export const summer = (others: Cells = {}) => row('2027-06-01', '2027-08-31', others);
