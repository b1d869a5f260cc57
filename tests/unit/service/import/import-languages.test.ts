import { describe, expect, it } from 'vitest';
import type { Cells } from '../../../builders/sheet-builders';
import { MOVIE } from '../../../builders/sheet-builders';
import { ImportedMemory } from './imported-memory';

const HD: Cells = {
  ...{ ...MOVIE, 'AvailTrans/AssetLanguage': '' },
  ...{ 'AvailTrans/Territory': 'US', 'AvailMetadata/CaptionIncluded': 'Yes' },
  ...{ 'AvailTrans/Start': '2027-01-01', 'AvailTrans/End': '2027-12-31' },
};
const SD = { 'AvailTrans/FormatProfile': 'SD' };
const IN_CANADA = { 'AvailTrans/Territory': 'CA' };
const NEXT_YEAR = { 'AvailTrans/Start': '2028-01-01', 'AvailTrans/End': '2028-12-31' };
const WRONG = { 'AvailTrans/RentalDuration': 'x' };
const NO_SPANISH = { 'AvailTrans/HoldbackLanguage': 'es' };
const speaking = (languages: string): Cells => ({ 'AvailTrans/AssetLanguage': languages });
const costs = (value: string): Cells => ({ 'AvailTrans/PriceValue': value });

const ENGLISH = { ...HD, ...speaking('en') };
const FRENCH_LATER = { ...HD, ...speaking('fr'), ...NEXT_YEAR };
const BOTH_SOLD = [
  '2027-01-01 2028-01-01: HD $9.99, English',
  '2028-01-01 2029-01-01: HD $9.99, French',
];

/** What is sold in the United States once some files were imported, the rows of the last of which may have errors. */
async function sold(...files: readonly (readonly Cells[])[]) {
  const memory = new ImportedMemory();
  for (const rows of files) expect((await memory.importAll(rows)).blocked).toEqual([]);
  return memory.sold('US', 'EST');
}

describe('the languages of a row', () => {
  it('are those of its assets that it does not hold back', async () => {
    const mexican = { ...HD, ...speaking('es'), 'AvailTrans/HoldbackLanguage': 'es-MX' };
    expect(await sold([mexican, FRENCH_LATER])).toEqual([
      '2027-01-01 2028-01-01: HD $9.99, Spanish except Spanish (Mexico)',
      BOTH_SOLD[1],
    ]);
  });

  it('are what it allows, and of that those of its assets where another row is for some of it', async () => {
    const allowing = (tags: string) => ({ ...ENGLISH, 'AvailTrans/AllowedLanguages': tags });
    expect((await sold([allowing('en, fr'), FRENCH_LATER]))[0]).toBe(BOTH_SOLD[0]);
    expect((await sold([allowing('de'), FRENCH_LATER]))[0]).toBe(
      '2027-01-01 2028-01-01: HD $9.99, German',
    );
    expect((await sold([allowing('en, de'), FRENCH_LATER]))[0]).toBe(
      '2027-01-01 2028-01-01: HD $9.99, German and English',
    );
  });
});

describe('rows in another language than those of before', () => {
  const german = { ...HD, ...speaking('de'), ...costs('5.99') };
  const GERMAN_SOLD = '2027-01-01 2028-01-01: HD $5.99, German';

  it('get a license of their own, and the others keep theirs', async () => {
    const before = [ENGLISH, FRENCH_LATER];
    expect(await sold(before, [...before, german])).toEqual([GERMAN_SOLD, ...BOTH_SOLD]);
    expect(await sold(before, [german, ...before])).toEqual([GERMAN_SOLD, ...BOTH_SOLD]);
  });

  it('get the license of rows that go', async () => {
    expect(await sold([ENGLISH, FRENCH_LATER], [ENGLISH, german])).toEqual([
      GERMAN_SOLD,
      BOTH_SOLD[0],
    ]);
  });
});

describe('rows that say both that they are exclusive and that they are not', () => {
  const exclusive = (said: string) => ({ 'AvailTrans/Exclusive': said });
  const rows = [
    { ...HD, ...exclusive('Yes') },
    { ...HD, ...NEXT_YEAR, ...exclusive('No') },
  ];

  it('are of licenses of their own', async () => {
    const expected = [
      '2027-01-01 2028-01-01: HD $9.99, exclusive',
      '2028-01-01 2029-01-01: HD $9.99',
    ];
    expect(await sold(rows)).toEqual(expected);
    expect(await sold(rows.toReversed())).toEqual(expected);
    expect(await sold(rows, rows)).toEqual(expected);
  });
});

describe('a file that does not say everything of a title', () => {
  const before = [ENGLISH, FRENCH_LATER];

  it.each<readonly [string, readonly Cells[]]>([
    ['is of another territory', [{ ...HD, ...IN_CANADA }]],
    ['is of another territory, in one of the languages', [{ ...ENGLISH, ...IN_CANADA }]],
    ['has a refused row', [ENGLISH, { ...FRENCH_LATER, ...WRONG }]],
    ['has a refused row, and is in another order', [{ ...FRENCH_LATER, ...WRONG }, ENGLISH]],
  ])('and %s leaves the languages of licenses as they are', async (_, rows) => {
    expect(await sold(before, rows)).toEqual(BOTH_SOLD);
  });

  it('changes nothing of what a row says otherwise while another one is refused', async () => {
    const rows = [HD, { ...HD, ...NEXT_YEAR }];
    const changed = rows.map((row) => ({ ...row, ...NO_SPANISH }));
    const later = '2028-01-01 2029-01-01: HD $9.99';
    expect(
      await sold(rows, [
        { ...HD, ...NO_SPANISH },
        { ...HD, ...NEXT_YEAR, ...WRONG },
      ]),
    ).toEqual(['2027-01-01 2028-01-01: HD $9.99', later]);
    expect((await sold(rows, changed))[1]).toBe(`${later}, All except Spanish`);
  });

  it('and is of another territory holds a language back there alone', async () => {
    const memory = new ImportedMemory();
    await memory.import([{ ...HD, 'AvailTrans/Territory': 'CA, US' }]);
    await memory.import([{ ...HD, ...IN_CANADA, ...NO_SPANISH }]);

    expect(memory.sold('US', 'EST')).toEqual(['2027-01-01 2028-01-01: HD $9.99']);
    expect(memory.sold('CA', 'EST')).toEqual([
      '2027-01-01 2028-01-01: HD $9.99, All except Spanish',
    ]);
  });
});

describe('a single row', () => {
  const single = (action: string, availId: string): Cells => ({
    ...{ 'Disposition/EntryType': action, 'Avail/AvailID': availId },
  });
  const english = { ...ENGLISH, ...single('Create', 'a') };
  const french = { ...HD, ...speaking('fr'), ...costs('7.99'), ...single('Create', 'b') };
  const created = [english, french];
  const ENGLISH_SOLD = '2027-01-01 2028-01-01: HD $9.99, English';

  it('that updates is of its own language alone', async () => {
    const cheaper = { ...french, ...costs('6.99'), ...single('Update', 'b') };
    expect(await sold(created, [cheaper])).toEqual([
      '2027-01-01 2028-01-01: HD $6.99, French',
      ENGLISH_SOLD,
    ]);
    const both = [cheaper, { ...english, ...costs('8.99'), ...single('Update', 'a') }];
    expect(await sold(created, both)).toEqual([
      '2027-01-01 2028-01-01: HD $6.99, French',
      '2027-01-01 2028-01-01: HD $8.99, English',
    ]);
  });

  it('can change its language', async () => {
    const german = { ...french, ...speaking('de'), ...single('Update', 'b') };
    expect(await sold(created, [german])).toEqual([
      '2027-01-01 2028-01-01: HD $7.99, German',
      ENGLISH_SOLD,
    ]);
  });

  it('that deletes ends its own language alone, and the sale with the last', async () => {
    const memory = new ImportedMemory();
    await memory.import(created);
    await memory.import([{ ...french, ...single('Delete', 'b') }]);

    expect(memory.sold('US', 'EST')).toEqual([
      '2027-01-01 2027-01-15: HD $7.99, French',
      ENGLISH_SOLD,
    ]);
    expect(memory.title.takedowns).toEqual([]);
    await memory.import([{ ...english, ...single('Delete', 'a') }]);
    expect(memory.shown('US', 'EST')).toEqual(['2027-01-01 2027-01-15', '2027-01-01 2027-01-15']);
  });

  it('that deletes is a takedown where the rows for all languages are deleted', async () => {
    const memory = new ImportedMemory();
    await memory.import(created);
    await memory.import(created.map((row) => ({ ...row, 'Disposition/EntryType': 'Delete' })));

    expect(memory.title.takedowns).toHaveLength(1);
    expect(memory.shown('US', 'EST')).toEqual(['2027-01-01 2027-01-15', '2027-01-01 2027-01-15']);
  });

  it.each<readonly [string, Cells]>([
    ['format', SD],
    ['language', speaking('fr')],
  ])('that deletes ends where rows of another %s begin later, too', async (_, other) => {
    const later = { ...ENGLISH, ...other, 'AvailTrans/Start': '2027-05-01' };
    const memory = new ImportedMemory();
    await memory.import([english, { ...later, ...single('Create', 'b') }]);
    await memory.import([{ ...english, ...single('Delete', 'a') }]);

    expect(memory.shown('US', 'EST')).toEqual(['2027-01-01 2027-01-15', '2027-05-01 2028-01-01']);
  });
});

describe('a temporary price', () => {
  const reduced = (first: string, last: string): Cells => ({
    ...{ ...HD, 'AvailTrans/Start': first, 'AvailTrans/End': last },
    ...{ 'AvailTrans/PriceType': 'TPR-WSP', ...costs('0.99') },
  });
  const APRIL = reduced('2027-04-01', '2027-04-30');
  const aroundApril = (languages: string) => [
    `2027-01-01 2027-04-01: HD $9.99${languages}`,
    `2027-04-01 2027-05-01: HD $0.99${languages}`,
    `2027-05-01 2028-01-01: HD $9.99${languages}`,
  ];

  it.each<readonly [string, readonly Cells[], readonly string[]]>([
    ['rows in several languages', [{ ...HD, ...speaking('es, fr') }], aroundApril('')],
    ['a row that holds one back', [{ ...HD, ...NO_SPANISH }], aroundApril(', All except Spanish')],
    [
      'a license beside another',
      [ENGLISH, FRENCH_LATER],
      [...aroundApril(', English'), BOTH_SOLD[1] ?? ''],
    ],
    [
      'two licenses side by side, in its format alone',
      [
        { ...ENGLISH, ...SD },
        { ...HD, ...speaking('fr') },
      ],
      [...aroundApril(', French'), '2027-01-01 2028-01-01: SD $9.99, English'].sort(),
    ],
  ])('without a language reduces %s', async (_, rows, expected) => {
    expect(await sold([...rows, APRIL])).toEqual(expected);
    expect(await sold(rows, [APRIL])).toEqual(expected);
  });

  it('without a language reduces two licenses, each on its days', async () => {
    const rows = [
      { ...ENGLISH, 'AvailTrans/End': '2027-06-30' },
      { ...HD, ...speaking('fr'), 'AvailTrans/Start': '2027-07-01' },
    ];
    const expected = [
      '2027-01-01 2027-06-01: HD $9.99, English',
      '2027-06-01 2027-07-01: HD $0.99, English',
      '2027-07-01 2027-08-01: HD $0.99, French',
      '2027-08-01 2028-01-01: HD $9.99, French',
    ];
    const summer = reduced('2027-06-01', '2027-07-31');
    expect(await sold([...rows, summer])).toEqual(expected);
    expect(await sold(rows, [summer])).toEqual(expected);
  });

  it('in one language reduces its license alone, and does not change its languages', async () => {
    const april = { ...APRIL, ...speaking('en') };
    expect(await sold([ENGLISH, FRENCH_LATER], [april])).toEqual([
      ...aroundApril(', English'),
      BOTH_SOLD[1],
    ]);
    expect(await sold([{ ...HD, ...speaking('en, fr') }, april])).toEqual(
      [...aroundApril(', English'), '2027-01-01 2028-01-01: HD $9.99, French'].sort(),
    );
  });

  it('that covers more days than any license is refused, and nothing else with it', async () => {
    const memory = new ImportedMemory();
    await memory.import([ENGLISH, FRENCH_LATER]);
    const { blocked } = await memory.importAll([reduced('2027-12-01', '2029-01-15')]);

    expect(blocked).toEqual([expect.stringContaining('needs an offer in HD to reduce')]);
    expect(memory.sold('US', 'EST')).toEqual(BOTH_SOLD);
  });
});
