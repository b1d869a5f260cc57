import { describe, expect, it } from 'vitest';
import { MOVIE, checkOf, onlyEntry, problemLines } from '../../../../builders/sheet-builders';
import { problemsOf, price } from './row-cases';

const CURRENCY = 'AvailTrans/PriceCurrency';

describe('a row that removes rights', () => {
  const nonsense = {
    'AvailTrans/Territory': 'US',
    'AvailTrans/Start': '1999-12-31',
    'AvailTrans/End': '1999-12-30',
    ...price('WSP', 'x', { [CURRENCY]: '' }),
  };

  it.each([
    ['Full Delete', 'delete'],
    ['Delete', 'remove'],
  ])('by %s has neither window nor price', (entryType, action) => {
    const cells = {
      ...MOVIE,
      ...nonsense,
      'Disposition/EntryType': entryType,
      'Avail/AvailID': 'a',
    };
    const file = checkOf([cells]);
    expect(problemLines(file)).toEqual([]);
    expect(onlyEntry(file)).toMatchObject({ action, territories: ['US'], rightsType: 'EST' });
  });

  it('keeps the title and the rights to remove', () => {
    const cells = { ...MOVIE, ...nonsense, 'Disposition/EntryType': 'Full Delete' };
    expect(
      problemsOf({ ...cells, 'AvailTrans/Territory': '', 'AvailTrans/LicenseType': 'x' }),
    ).toEqual(['R1 error AvailTrans/Territory', 'R2 error AvailTrans/LicenseType']);
  });
});
