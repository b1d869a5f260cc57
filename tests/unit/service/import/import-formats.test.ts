import { describe, expect, it } from 'vitest';
import type { Cells } from '../../../builders/sheet-builders';
import { MOVIE } from '../../../builders/sheet-builders';
import { ImportedMemory } from './imported-memory';

const HD: Cells = {
  ...MOVIE,
  ...{ 'AvailTrans/Territory': 'US', 'AvailMetadata/CaptionIncluded': 'Yes' },
  ...{ 'AvailTrans/Start': '2027-03-01', 'AvailTrans/End': '2027-12-31' },
};
const SD: Cells = { ...HD, 'AvailTrans/FormatProfile': 'SD' };
const UHD: Cells = { ...HD, 'AvailTrans/FormatProfile': 'UHD' };
const SVOD: Cells = {
  ...{ 'AvailTrans/LicenseType': 'SVOD', 'AvailTrans/PriceType': 'NA' },
  ...{ 'AvailTrans/PriceValue': 'NA', 'AvailTrans/PriceCurrency': '' },
};
const costs = (value: string): Cells => ({ 'AvailTrans/PriceValue': value });
const single = (action: string, availId: string): Cells => ({
  ...{ 'Disposition/EntryType': action, 'Avail/AvailID': availId },
});
const tier = (value: string): Cells => ({
  ...{ 'AvailTrans/PriceType': 'Tier', 'AvailTrans/PriceValue': value },
  'AvailTrans/PriceCurrency': '',
});

async function saved(...rows: readonly Cells[]): Promise<ImportedMemory> {
  const memory = new ImportedMemory();
  await memory.import(rows);
  return memory;
}

/** What the review says of rights that are not as the file says. The memory keeps no rows, so all details are new to it. */
async function review(memory: ImportedMemory, ...rows: readonly Cells[]) {
  const { items } = await memory.import(rows);
  return items
    .filter(({ outcome }) => outcome !== 'unchanged' && outcome !== 'details-changed')
    .map(({ words }) => words);
}

describe('rows of several formats', () => {
  it('are one offer with a price each', async () => {
    const memory = await saved({ ...UHD, ...costs('14.99') }, { ...HD, ...costs('12.99') }, SD);

    expect(memory.sold('US', 'EST')).toEqual([
      '2027-03-01 2028-01-01: SD $9.99, HD $12.99, UHD $14.99',
    ]);
  });

  it('on different days are different offers, one after another', async () => {
    const memory = await saved(HD, { ...SD, 'AvailTrans/End': '2027-06-30' });

    expect(memory.sold('US', 'EST')).toEqual([
      '2027-03-01 2027-07-01: SD $9.99, HD $9.99',
      '2027-07-01 2028-01-01: HD $9.99',
    ]);
  });

  it('change nothing when the file comes again', async () => {
    const rows = [HD, { ...SD, 'AvailTrans/End': '2027-06-30' }, { ...HD, ...SVOD }];
    const memory = await saved(...rows);

    expect(await review(memory, ...rows)).toEqual([]);
  });

  it('of a subscription are for all: the best stands, on every day of any', async () => {
    const memory = await saved(
      { ...HD, ...SVOD, 'AvailTrans/End': '2027-06-30' },
      { ...SD, ...SVOD },
    );

    expect(memory.sold('US', 'SVOD')).toEqual(['2027-03-01 2028-01-01: $0.00']);
  });

  it('that a full extract does not name any more end', async () => {
    const memory = await saved(HD, SD);
    await memory.import([HD]);

    expect(memory.sold('US', 'EST')).toEqual(['2027-03-01 2028-01-01: HD $9.99']);
  });

  it('under two contracts are two licenses', async () => {
    const other = { 'AvailTrans/ContractID': 'NL-2' };
    const rows = [
      { ...HD, ...SVOD },
      { ...SD, ...SVOD, ...other },
    ];
    const memory = await saved(...rows);

    expect(memory.sold('US', 'SVOD')).toEqual([
      '2027-03-01 2028-01-01: HD $0.00',
      '2027-03-01 2028-01-01: SD $0.00, NL-2',
    ]);
    expect(await review(memory, ...rows)).toEqual([]);
  });
});

describe('a row for one format', () => {
  const created = [
    { ...HD, ...single('Create', 'A-HD') },
    { ...SD, ...single('Create', 'A-SD') },
  ];

  it('that is updated changes that format alone', async () => {
    const memory = await saved(...created);
    await memory.import([{ ...SD, ...single('Update', 'A-SD'), ...costs('6.99') }]);

    expect(memory.sold('US', 'EST')).toEqual(['2027-03-01 2028-01-01: SD $6.99, HD $9.99']);
  });

  it('that is updated to other days leaves the days of the others', async () => {
    const memory = await saved(...created);
    await memory.import([{ ...SD, ...single('Update', 'A-SD'), 'AvailTrans/End': '2027-06-30' }]);

    expect(memory.sold('US', 'EST')).toEqual([
      '2027-03-01 2027-07-01: SD $9.99, HD $9.99',
      '2027-07-01 2028-01-01: HD $9.99',
    ]);
  });

  it('that is deleted ends that format, and the others stay on sale', async () => {
    const memory = await saved(...created);
    const done = await memory.import([{ ...SD, ...single('Delete', 'A-SD') }]);

    expect(memory.sold('US', 'EST')).toEqual(['2027-03-01 2028-01-01: HD $9.99']);
    expect(memory.title.takedowns).toEqual([]);
    expect(done.items.map(({ words }) => words)).toEqual([
      'Its offers change',
      'EST, SD $9.99, HD $9.99, 1 Mar – 31 Dec 2027 becomes EST, HD $9.99, 1 Mar – 31 Dec 2027',
    ]);
    await memory.undo(done);
    expect(memory.sold('US', 'EST')).toEqual(['2027-03-01 2028-01-01: SD $9.99, HD $9.99']);
  });

  it('that is deleted as the last one takes the title down', async () => {
    const memory = await saved(...created);
    await memory.import([
      { ...SD, ...single('Delete', 'A-SD') },
      { ...HD, ...single('Delete', 'A-HD') },
    ]);

    expect(memory.shown('US', 'EST')).toEqual([]);
    expect(memory.title.takedowns).toHaveLength(1);
  });

  it('that is created beside others adds its price', async () => {
    const memory = await saved(...created);
    await memory.import([{ ...UHD, ...single('Create', 'A-UHD'), ...costs('14.99') }]);

    expect(memory.sold('US', 'EST')).toEqual([
      '2027-03-01 2028-01-01: SD $9.99, HD $9.99, UHD $14.99',
    ]);
  });

  it('that is created at another price than the same format has is refused in words', async () => {
    const memory = await saved(...created);
    const done = await memory.import([{ ...HD, ...single('Create', 'B-HD'), ...costs('4.99') }]);

    expect(done.blocked).toEqual([
      'HD would have two prices in United States: 1 Mar – 31 Dec 2027.',
    ]);
  });

  it('that reduces a price for a time reduces that format alone', async () => {
    const week = { 'AvailTrans/Start': '2027-05-01', 'AvailTrans/End': '2027-05-07' };
    const reduced = { ...SD, ...week, 'AvailTrans/PriceType': 'TPR-WSP', ...costs('0.99') };
    const memory = await saved(HD, SD, reduced);

    expect(memory.sold('US', 'EST')).toEqual([
      '2027-03-01 2027-05-01: SD $9.99, HD $9.99',
      '2027-05-01 2027-05-08: SD $0.99, HD $9.99',
      '2027-05-08 2028-01-01: SD $9.99, HD $9.99',
    ]);
  });
});

describe('a price in a row', () => {
  it('is a tier without an amount', async () => {
    const memory = await saved({ ...HD, ...tier('1') }, { ...SD, ...tier('New Release') });

    expect(memory.sold('US', 'EST')).toEqual(['2027-03-01 2028-01-01: SD New Release, HD Tier 1']);
  });

  it('keeps its kind, and another kind at the same amount is a change', async () => {
    const memory = await saved(HD);

    expect(await review(memory, { ...HD, 'AvailTrans/PriceType': 'DMRP' })).not.toEqual([]);
  });
});

describe('the languages of rows', () => {
  const french: Cells = { 'AvailTrans/AssetLanguage': 'fr' };

  it('of assets that are offered alike do not restrict the license', async () => {
    const memory = await saved(HD, { ...HD, ...french });

    expect(memory.sold('US', 'EST')).toEqual(['2027-03-01 2028-01-01: HD $9.99']);
  });

  it('of assets on different days become licenses side by side', async () => {
    const later = { ...HD, ...french, 'AvailTrans/Start': '2027-05-01' };
    const memory = await saved(HD, later);

    expect(memory.sold('US', 'EST')).toEqual([
      '2027-03-01 2028-01-01: HD $9.99, English',
      '2027-05-01 2028-01-01: HD $9.99, French',
    ]);
    expect(await review(memory, HD, later)).toEqual([]);
  });

  it('in a list are as those of rows of their own', async () => {
    const later = { 'AvailTrans/Start': '2027-05-01' };
    const both = { ...HD, 'AvailTrans/AssetLanguage': 'es:subdub, fr:subdub' };
    const memory = await saved({ ...HD, ...later }, both);
    const sold = [
      '2027-03-01 2028-01-01: HD $9.99, Spanish and French',
      '2027-05-01 2028-01-01: HD $9.99, English',
    ];
    expect(memory.sold('US', 'EST')).toEqual(sold);

    const spanish = { ...HD, 'AvailTrans/AssetLanguage': 'es' };
    expect(await review(memory, { ...HD, ...later }, spanish, { ...HD, ...french })).toEqual([]);
    expect(memory.sold('US', 'EST')).toEqual(sold);
  });

  it('that are held back or allowed are terms, and a file that changes them changes the license', async () => {
    const memory = await saved({ ...HD, 'AvailTrans/HoldbackLanguage': 'es' });
    expect(memory.sold('US', 'EST')).toEqual([
      '2027-03-01 2028-01-01: HD $9.99, All except Spanish',
    ]);

    const changes = await review(memory, { ...HD, 'AvailTrans/AllowedLanguages': 'en' });
    expect(changes).toEqual(['Its languages become English']);
    expect(memory.sold('US', 'EST')).toEqual(['2027-03-01 2028-01-01: HD $9.99, English']);
  });

  it('do not touch what the file says nothing of: an exclusive license stays so', async () => {
    const memory = await saved({ ...HD, 'AvailTrans/Exclusive': 'Yes' });
    await memory.import([{ ...HD, ...costs('8.99') }]);

    expect(memory.sold('US', 'EST')).toEqual(['2027-03-01 2028-01-01: HD $8.99, exclusive']);
  });
});
