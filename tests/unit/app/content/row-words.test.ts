import { describe, expect, it } from 'vitest';
import type { OfferRow } from '../../../../src/service/import/row-views';
import { cellGroups, offerWords, rowSubject } from '../../../../app/content/rows/row-words';
import { anId, days } from '../../../builders/license-builders';

function anOfferRow(parts: Partial<OfferRow> = {}): OfferRow {
  return {
    ...{
      importId: anId(),
      fileName: 'a.xlsx',
      savedBy: 'Ana',
      savedAt: '2027-01-15T12:00:00.000Z',
    },
    ...{ sheet: 'Movies', row: 4, territories: ['CA'], cells: {} },
    offer: {
      ...{ licenseId: anId(), licenseName: 'Library', rightsType: 'EST', name: 'EST' },
      window: days('2027-01-01', '2027-12-31'),
    },
    ...parts,
  };
}

describe('an imported row', () => {
  it('is of an offer on its days', () => {
    expect(offerWords(anOfferRow())).toBe('EST, 1 Jan – 31 Dec 2027');
  });

  it.each([
    [{ 'AvailTrans/FormatProfile': 'HD' }, ['CA'], 'HD, for Canada'],
    [
      { 'AvailTrans/FormatProfile': 'UHD', 'AvailTrans/AssetLanguage': 'fr' },
      ['CA', 'MX', 'US', 'FR'],
      'UHD in fr, for Canada, Mexico, United States and 1 more',
    ],
  ])('%o for %o is %s', (cells, territories, words) => {
    expect(rowSubject(anOfferRow({ cells, territories }))).toBe(words);
  });

  it('has its cells by group, in the order of the standard', () => {
    const cells = {
      'Disposition/EntryType': 'Full Extract',
      Remarks: 'none',
      'AvailTrans/FormatProfile': 'HD',
      'Avail/ALID': 'a',
      'AvailTrans/Start': '2027-01-01',
    };

    expect(cellGroups(anOfferRow({ cells }))).toEqual([
      { group: 'Avail', cells: [['ALID', 'a']] },
      {
        group: 'Transaction',
        cells: [
          ['FormatProfile', 'HD'],
          ['Start', '2027-01-01'],
        ],
      },
      { group: 'Disposition', cells: [['EntryType', 'Full Extract']] },
      { group: 'Other', cells: [['Remarks', 'none']] },
    ]);
  });
});
