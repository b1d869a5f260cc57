import { describe, expect, it } from 'vitest';
import type { Cells } from '../../../builders/sheet-builders';
import type { Imported } from './imported-memory';
import { MOVIE } from '../../../builders/sheet-builders';
import { ImportedMemory } from './imported-memory';

const FIRST_HALF: Cells = {
  ...MOVIE,
  ...{ 'AvailTrans/Start': '2027-01-01', 'AvailTrans/End': '2027-06-30' },
};
const SECOND_HALF: Cells = {
  ...FIRST_HALF,
  ...{ 'AvailTrans/Start': '2027-07-01', 'AvailTrans/End': '2027-12-31' },
  'AvailTrans/PriceValue': '7.99',
};
const NO_DAY = { 'AvailTrans/End': '2027-13-31' };
const RENTAL = { 'AvailTrans/LicenseType': 'VOD' };
const SUBSCRIPTION = { 'AvailTrans/LicenseType': 'SVOD' };
const IN_US = { 'AvailTrans/Territory': 'US', 'AvailMetadata/CaptionIncluded': 'Yes' };

async function saved(...rows: readonly Cells[]): Promise<ImportedMemory> {
  const memory = new ImportedMemory();
  await memory.import(rows);
  return memory;
}

/** The review without what is as the file says. */
function changes({ items }: Imported) {
  return items
    .filter(({ outcome }) => outcome !== 'unchanged')
    .map(({ outcome, words, rows }) => [outcome, words, rows.map(({ row }) => row).join()]);
}

const KEPT = (where: string) =>
  `Nothing is withdrawn in ${where} until row 5 of Avails is repaired`;

describe('a full extract with a refused row', () => {
  it('withdraws nothing of the title, and names the row', async () => {
    const memory = await saved(FIRST_HALF, SECOND_HALF);
    const before = memory.title;
    const done = await memory.importAll([FIRST_HALF, { ...SECOND_HALF, ...NO_DAY }]);

    expect(changes(done)).toEqual([['kept', KEPT('Canada as EST'), '5']]);
    expect(memory.title).toEqual(before);
  });

  it('keeps rental when the rental row is refused, and a tier without an amount is no error', async () => {
    const rental = { ...FIRST_HALF, ...RENTAL };
    const memory = await saved(FIRST_HALF, rental);
    const before = memory.title;
    const tier = { 'AvailTrans/PriceType': 'Tier', 'AvailTrans/PriceValue': 'Tier 7' };
    const done = await memory.importAll([FIRST_HALF, { ...rental, ...tier, ...NO_DAY }]);

    expect(changes(done)).toEqual([['kept', KEPT('Canada as TVOD'), '5']]);
    expect(memory.title).toEqual(before);
    await memory.importAll([FIRST_HALF, { ...rental, ...tier }]);
    expect(memory.sold('CA', 'TVOD')).toEqual(['2027-01-01 2027-07-01: HD Tier 7']);
  });

  it('still applies the other rows, and keeps each day that they do not name', async () => {
    const whole = { ...FIRST_HALF, 'AvailTrans/End': '2027-12-31' };
    const memory = await saved(whole);
    await memory.importAll([
      { ...FIRST_HALF, 'AvailTrans/PriceValue': '8.99' },
      { ...SECOND_HALF, ...NO_DAY },
    ]);

    expect(memory.shown('CA', 'EST')).toEqual(['2027-01-01 2027-07-01', '2027-07-01 2028-01-01']);
  });

  it('keeps a longer offer of the same price as it is', async () => {
    const memory = await saved({ ...FIRST_HALF, 'AvailTrans/End': '2027-12-31' });
    const before = memory.title;
    await memory.importAll([FIRST_HALF, { ...SECOND_HALF, ...NO_DAY }]);

    expect(memory.title).toEqual(before);
  });

  it.each([
    ['territory', IN_US],
    ['family of rights', SUBSCRIPTION],
    ['title', { 'Avail/ALID': 'another', 'AvailAsset/ContentID': 'another' }],
  ])('withdraws what is of another %s', async (_, cells) => {
    const memory = await saved(FIRST_HALF, SECOND_HALF);
    const done = await memory.importAll([FIRST_HALF, { ...SECOND_HALF, ...NO_DAY, ...cells }]);

    expect(changes(done).map(([outcome]) => outcome)).not.toContain('kept');
    expect(memory.shown('CA', 'EST')).toEqual(['2027-01-01 2027-07-01']);
  });

  it.each([
    ['territory', { 'AvailTrans/Territory': 'UK' }],
    ['license type', { 'AvailTrans/LicenseType': 'Sale' }],
    ['ALID, but has the content id of the title', { 'Avail/ALID': '' }],
    ['ALID and content id, but its name', { 'Avail/ALID': '', 'AvailAsset/ContentID': '' }],
  ])('is incomplete everywhere it may apply when the row has no valid %s', async (_, cells) => {
    const memory = await saved(FIRST_HALF, SECOND_HALF);
    const before = memory.title;
    const done = await memory.importAll([FIRST_HALF, { ...SECOND_HALF, ...cells }]);

    expect(changes(done)).toEqual([['kept', KEPT('Canada as EST'), '5']]);
    expect(memory.title).toEqual(before);
  });

  it('takes the title down all the same where the row is a full delete', async () => {
    const memory = await saved(FIRST_HALF, SECOND_HALF);
    const done = await memory.importAll([
      FIRST_HALF,
      {
        ...SECOND_HALF,
        ...IN_US,
        'Disposition/EntryType': 'Full Delete',
        'AvailTrans/FormatProfile': '8K',
      },
    ]);

    expect(changes(done).map(([outcome]) => outcome)).not.toContain('kept');
    expect(memory.shown('CA', 'EST')).toEqual(['2027-01-01 2027-07-01']);
  });
});
