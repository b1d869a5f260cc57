import { describe, expect, it } from 'vitest';
import type { Cells } from '../../../builders/sheet-builders';
import { MOVIE } from '../../../builders/sheet-builders';
import { ImportedMemory } from './imported-memory';

const speaking = (languages: string): Cells => ({ 'AvailTrans/AssetLanguage': languages });
const costs = (value: string): Cells => ({ 'AvailTrans/PriceValue': value });
const from = (first: string, last: string): Cells => ({
  ...{ 'AvailTrans/Start': first, 'AvailTrans/End': last },
});
const IN_US = { 'AvailTrans/Territory': 'US', 'AvailMetadata/CaptionIncluded': 'Yes' };
const single = (action: 'Create' | 'Update' | 'Delete', row: Cells, cells: Cells = {}): Cells => ({
  ...{ ...row, 'Disposition/EntryType': action },
  ...cells,
});

/** A row of 2027 in Canada, named after its language. */
const row = (language: string, cells: Cells = {}): Cells => ({
  ...{ ...MOVIE, ...speaking(language), ...from('2027-01-01', '2027-12-31') },
  ...{ 'Avail/AvailID': language, ...cells },
});
const ENGLISH = row('en');
const FRENCH = row('fr');
const GERMAN = row('de');

const sold2027 = (price: string, language = '') =>
  `2027-01-01 2028-01-01: HD $${price}${language === '' ? '' : `, ${language}`}`;

/** A catalog that one file of these rows has filled, whose languages share one license. */
async function sharing(...rows: readonly Cells[]): Promise<ImportedMemory> {
  const memory = new ImportedMemory();
  await memory.import(rows);
  expect(memory.sold('CA', 'EST')).toEqual([sold2027('9.99')]);
  return memory;
}

/** What is sold in Canada once a file was imported, against which nothing stood. */
async function after(memory: ImportedMemory, ...rows: readonly Cells[]) {
  expect((await memory.importAll(rows)).blocked).toEqual([]);
  return memory.sold('CA', 'EST');
}

describe('of rows in two languages that share a license', () => {
  it('an update of one changes its price alone', async () => {
    const memory = await sharing(ENGLISH, FRENCH);
    const before = memory.licenses;
    expect(await after(memory, single('Update', FRENCH, costs('7.99')))).toEqual([
      sold2027('7.99', 'French'),
      sold2027('9.99', 'English'),
    ]);
    // The license stays that of the language that nothing happened to.
    expect(memory.licenses).toEqual([...before, expect.anything()]);
  });

  it('a deletion of one ends its own sale alone', async () => {
    const memory = await sharing(ENGLISH, FRENCH);
    expect(await after(memory, single('Delete', FRENCH))).toEqual([
      '2027-01-01 2027-01-15: HD $9.99, French',
      sold2027('9.99', 'English'),
    ]);
    expect(memory.title.takedowns).toEqual([]);
  });

  it('a deletion of one whose sale has not begun leaves the other', async () => {
    const later = from('2028-01-01', '2028-12-31');
    const memory = new ImportedMemory();
    await memory.import([
      { ...ENGLISH, ...later },
      { ...FRENCH, ...later },
    ]);
    expect(await after(memory, single('Delete', FRENCH, later))).toEqual([
      '2028-01-01 2029-01-01: HD $9.99, English',
    ]);
  });

  it('a deletion of both takes the title down', async () => {
    const memory = await sharing(ENGLISH, FRENCH);
    await after(memory, single('Delete', FRENCH), single('Delete', ENGLISH));
    expect(memory.title.takedowns).toHaveLength(1);
    expect(memory.shown('CA', 'EST')).toEqual(['2027-01-01 2027-01-15']);
  });

  it('an update of one can shorten or move its window alone', async () => {
    const memory = await sharing(ENGLISH, FRENCH);
    const shorter = single('Update', FRENCH, from('2027-01-01', '2027-06-30'));
    expect(await after(memory, shorter)).toEqual([
      '2027-01-01 2027-07-01: HD $9.99, French',
      sold2027('9.99', 'English'),
    ]);
  });

  it('an update of one can change its language', async () => {
    const memory = await sharing(ENGLISH, FRENCH);
    expect(await after(memory, single('Update', FRENCH, speaking('de')))).toEqual([
      sold2027('9.99', 'German and English'),
    ]);
  });

  it('an update of one can hold a part of its language back', async () => {
    const memory = await sharing(ENGLISH, FRENCH);
    const held = single('Update', FRENCH, { 'AvailTrans/HoldbackLanguage': 'fr-CA' });
    expect(await after(memory, held)).toEqual([
      sold2027('9.99', 'English'),
      sold2027('9.99', 'French except French (Canada)'),
    ]);
  });

  it('the same update of both leaves them together', async () => {
    const memory = await sharing(ENGLISH, FRENCH);
    const both = [ENGLISH, FRENCH].map((one) => single('Update', one, costs('7.99')));
    expect(await after(memory, ...both)).toEqual([sold2027('7.99')]);
  });

  it('updates that differ give each its own', async () => {
    const memory = await sharing(ENGLISH, FRENCH);
    const updates = [
      single('Update', ENGLISH, costs('8.99')),
      single('Update', FRENCH, costs('7.99')),
    ];
    expect(await after(memory, ...updates)).toEqual([
      sold2027('7.99', 'French'),
      sold2027('8.99', 'English'),
    ]);
  });

  it('a temporary price of one reduces it alone', async () => {
    const memory = await sharing(ENGLISH, FRENCH);
    const april = {
      ...{ ...FRENCH, 'Avail/AvailID': 'tpr', ...from('2027-04-01', '2027-04-30') },
      ...{ 'AvailTrans/PriceType': 'TPR-WSP', ...costs('0.99') },
    };
    expect(await after(memory, april)).toEqual([
      '2027-01-01 2027-04-01: HD $9.99, French',
      sold2027('9.99', 'English'),
      '2027-04-01 2027-05-01: HD $0.99, French',
      '2027-05-01 2028-01-01: HD $9.99, French',
    ]);
  });

  it('a full extract of which one row is refused changes the other alone', async () => {
    const memory = await sharing(ENGLISH, FRENCH);
    const wrong = { ...FRENCH, 'AvailTrans/RentalDuration': 'x' };
    expect(await after(memory, { ...ENGLISH, ...costs('7.99') }, wrong)).toEqual([
      sold2027('7.99', 'English'),
      sold2027('9.99', 'French'),
    ]);
  });

  it('everything is as before once the import that divided them is undone', async () => {
    const memory = await sharing(ENGLISH, FRENCH);
    const divided = await memory.import([single('Update', FRENCH, costs('7.99'))]);
    await memory.undo(divided);
    expect(memory.sold('CA', 'EST')).toEqual([sold2027('9.99')]);
    expect(await after(memory, single('Update', FRENCH, costs('6.99')))).toEqual([
      sold2027('6.99', 'French'),
      sold2027('9.99', 'English'),
    ]);
  });

  it('an update counts in its own territory', async () => {
    const memory = new ImportedMemory();
    const inUs = [ENGLISH, FRENCH].map((one) => ({
      ...{ ...one, ...IN_US },
      'Avail/AvailID': `${one['Avail/AvailID'] ?? ''}-us`,
    }));
    await memory.import([ENGLISH, FRENCH, ...inUs]);
    expect(await after(memory, single('Update', FRENCH, costs('7.99')))).toEqual([
      sold2027('7.99', 'French'),
      sold2027('9.99', 'English'),
    ]);
    expect(memory.sold('US', 'EST')).toEqual([sold2027('9.99')]);
  });

  it('an update counts in its own format', async () => {
    const sd = { 'AvailTrans/FormatProfile': 'SD' };
    const memory = new ImportedMemory();
    const inSd = [ENGLISH, FRENCH].map((one) => ({
      ...{ ...one, ...sd },
      'Avail/AvailID': `${one['Avail/AvailID'] ?? ''}-sd`,
    }));
    await memory.import([ENGLISH, FRENCH, ...inSd]);
    expect(await after(memory, single('Update', FRENCH, costs('7.99')))).toEqual([
      '2027-01-01 2028-01-01: SD $9.99, HD $7.99, French',
      '2027-01-01 2028-01-01: SD $9.99, HD $9.99, English',
    ]);
  });
});

describe('of rows in three languages that share a license', () => {
  it('those that nothing happens to stay together', async () => {
    const memory = await sharing(ENGLISH, FRENCH, GERMAN);
    expect(await after(memory, single('Update', FRENCH, costs('7.99')))).toEqual([
      sold2027('7.99', 'French'),
      sold2027('9.99', 'German and English'),
    ]);
    expect(await after(memory, single('Update', GERMAN, costs('6.99')))).toEqual([
      sold2027('6.99', 'German'),
      sold2027('7.99', 'French'),
      sold2027('9.99', 'English'),
    ]);
  });

  it('one row that is for two of them acts on both', async () => {
    const memory = new ImportedMemory();
    const both = row('en, fr', { 'Avail/AvailID': 'both' });
    await memory.import([both, GERMAN]);
    expect(await after(memory, single('Update', both, costs('7.99')))).toEqual([
      sold2027('7.99', 'English and French'),
      sold2027('9.99', 'German'),
    ]);
  });
});

describe('a row that is created in another language than those of a license for all', () => {
  it('gets a license of its own at another price', async () => {
    const memory = await sharing(ENGLISH);
    expect(await after(memory, single('Create', FRENCH, costs('7.99')))).toEqual([
      sold2027('7.99', 'French'),
      sold2027('9.99', 'English'),
    ]);
  });

  it('gets one on other days', async () => {
    const memory = await sharing(ENGLISH);
    const later = from('2028-01-01', '2028-12-31');
    expect(await after(memory, single('Create', FRENCH, later))).toEqual([
      sold2027('9.99', 'English'),
      '2028-01-01 2029-01-01: HD $9.99, French',
    ]);
  });

  it('shares it at the same price', async () => {
    const memory = await sharing(ENGLISH);
    expect(await after(memory, single('Create', FRENCH))).toEqual([sold2027('9.99')]);
  });

  it('is blocked where a row for any language says another price', async () => {
    const memory = await sharing(row(''));
    await expect(memory.importAll([single('Create', FRENCH, costs('7.99'))])).rejects.toThrow(
      /\$9\.99|two prices|already/,
    );
  });
});

describe('titles that share a license of two languages', () => {
  const named = (name: string, language: string): Cells => ({
    ...row(language),
    ...{ 'Avail/AvailID': `${name}-${language}`, 'Avail/ALID': `md:alid:org:x:${name}` },
    ...{ 'AvailAsset/ContentID': `md:cid:org:x:${name}` },
  });

  it('keep it but for the one whose row is updated', async () => {
    const memory = new ImportedMemory();
    const rows = ['a', 'b'].flatMap((name) => ['en', 'fr'].map((tag) => named(name, tag)));
    await memory.import(rows);
    const { blocked } = await memory.import([single('Update', named('b', 'fr'), costs('7.99'))]);

    expect(blocked).toEqual([]);
    expect(memory.soldOf('a', 'CA', 'EST')).toEqual([sold2027('9.99')]);
    expect(memory.soldOf('b', 'CA', 'EST')).toEqual([
      sold2027('7.99', 'French'),
      sold2027('9.99', 'English'),
    ]);
  });
});
