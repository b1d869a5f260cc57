import { describe, expect, it } from 'vitest';
import { exportProfile } from '../../../../src/domain/export/export-profile';
import {
  exportStyle,
  typedColumns,
  UnwritableColumns,
} from '../../../../src/domain/export/export-style';
import { styleWords } from '../../../../src/domain/export/export-style-words';
import { InvalidFormats } from '../../../../src/domain/values/format';
import { InvalidText } from '../../../../src/domain/values/text';
import { anId } from '../../../builders/license-builders';

describe('how rows are written', () => {
  it('says only where it differs from the standard', () => {
    expect(
      exportStyle({
        endDates: 'date',
        territories: 'lists',
        tiers: 'names',
        formats: [],
        withoutColumns: [],
      }),
    ).toEqual({});
    expect(exportStyle({ endDates: 'last-second', territories: 'each', tiers: 'amounts' })).toEqual(
      {
        endDates: 'last-second',
        territories: 'each',
        tiers: 'amounts',
      },
    );
  });

  it('names formats and columns once, in the order of the standard', () => {
    expect(
      exportStyle({
        formats: ['UHD', 'SD', 'UHD'],
        withoutColumns: ['otherterms', 'AvailTrans/OtherTerms', 'Avail/RetailerSpare1'],
      }),
    ).toEqual({
      formats: ['SD', 'UHD'],
      withoutColumns: ['Avail/RetailerSpare1', 'AvailTrans/OtherTerms'],
    });
  });

  it('knows no other formats and columns, and keeps what the standard requires', () => {
    expect(() => exportStyle({ formats: ['8K'] })).toThrow(InvalidFormats);
    expect(() => exportStyle({ withoutColumns: ['Colour'] })).toThrow(
      new UnwritableColumns('No column is called Colour.'),
    );
    expect(() => exportStyle({ withoutColumns: ['ALID', 'OtherTerms'] })).toThrow(
      new UnwritableColumns('The standard requires Avail/ALID. Keep it in the file.'),
    );
  });

  it('is typed with commas or line by line', () => {
    expect(typedColumns(' OtherTerms,, RatingValue \n\nAltID ')).toEqual([
      ...['OtherTerms', 'RatingValue', 'AltID'],
    ]);
  });

  it('is told in words', () => {
    expect(styleWords({})).toBe(
      'End as Date: 2027-05-31 · Lists and exclusions for subscription rights · all formats',
    );
    const style = exportStyle({ formats: ['HD', 'UHD'], withoutColumns: ['OtherTerms'] });
    expect(styleWords({ ...style, endDates: 'last-second', territories: 'each' })).toBe(
      'End as Date and time: 2027-05-31T23:59:59 · One row for each territory · only HD and UHD · without OtherTerms',
    );
    expect(styleWords({ tiers: 'amounts' })).toBe(
      'End as Date: 2027-05-31 · Lists and exclusions for subscription rights · Tiers as amounts · all formats',
    );
  });
});

it('a receiver’s profile has a name', () => {
  const id = anId();
  expect(exportProfile(id, ' Tern Street ', {}, 1)).toEqual({
    ...{ id, name: 'Tern Street', style: {}, revision: 1 },
  });
  expect(() => exportProfile(id, ' ', {}, 1)).toThrow(InvalidText);
});
