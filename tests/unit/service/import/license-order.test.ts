import { describe, expect, it } from 'vitest';
import type { Cells } from '../../../builders/sheet-builders';
import { MOVIE } from '../../../builders/sheet-builders';
import { ImportedMemory } from './imported-memory';

const speaking = (languages: string): Cells => ({ 'AvailTrans/AssetLanguage': languages });
const costs = (value: string): Cells => ({ 'AvailTrans/PriceValue': value });
const sold = (first: number, last: number, cells: Cells = {}): Cells => ({
  ...{ ...MOVIE, ...speaking('') },
  ...{ 'AvailTrans/Start': `${first}-01-01`, 'AvailTrans/End': `${last}-12-31` },
  ...cells,
});
const FRENCH = speaking('fr');

/** What is sold in Canada after full extracts, and again once the last of them is undone and imported once more. */
async function after(...files: readonly (readonly Cells[])[]): Promise<readonly string[]> {
  const memory = new ImportedMemory();
  for (const rows of files.slice(0, -1)) await memory.import(rows);
  const before = memory.sold('CA', 'EST');
  const last = files.at(-1) ?? [];
  const imported = await memory.import(last);
  expect(imported.blocked).toEqual([]);
  const there = memory.sold('CA', 'EST');
  await memory.undo(imported);
  expect(memory.sold('CA', 'EST')).toEqual(before);
  expect((await memory.import(last)).blocked).toEqual([]);
  expect(memory.sold('CA', 'EST')).toEqual(there);
  return there;
}

describe('a full extract in which a license grows', () => {
  it('into the days of one for another language that goes', async () => {
    const before = [sold(2028, 2028), sold(2029, 2029, FRENCH)];
    expect(await after(before, [sold(2028, 2029)])).toEqual(['2028-01-01 2030-01-01: HD $9.99']);
  });

  it('into days that one for another language gives up', async () => {
    const before = [sold(2028, 2028), sold(2029, 2030, FRENCH)];
    expect(await after(before, [sold(2028, 2029), sold(2030, 2030, FRENCH)])).toEqual([
      '2028-01-01 2030-01-01: HD $9.99',
      '2030-01-01 2031-01-01: HD $9.99, French',
    ]);
  });

  it('while one for another language grows into the days that it gives up', async () => {
    const before = [sold(2028, 2028), sold(2029, 2029, FRENCH)];
    expect(await after(before, [sold(2028, 2028, FRENCH), sold(2029, 2029)])).toEqual([
      '2028-01-01 2029-01-01: HD $9.99, French',
      '2029-01-01 2030-01-01: HD $9.99',
    ]);
  });

  it('and each of two gives up what the other gets, beside a third', async () => {
    const german = sold(2031, 2031, speaking('de'));
    const before = [sold(2028, 2028), sold(2029, 2030, FRENCH), german];
    expect(await after(before, [sold(2029, 2030), sold(2028, 2028, FRENCH), german])).toEqual([
      '2028-01-01 2029-01-01: HD $9.99, French',
      '2029-01-01 2031-01-01: HD $9.99',
      '2031-01-01 2032-01-01: HD $9.99, German',
    ]);
  });

  it('to all languages, whose own licenses go', async () => {
    const before = [
      sold(2028, 2028, speaking('en')),
      sold(2028, 2028, { ...FRENCH, ...costs('7.99') }),
    ];
    const together = [sold(2028, 2028, speaking('en')), sold(2028, 2028, FRENCH)];
    expect(await after(before, together)).toEqual(['2028-01-01 2029-01-01: HD $9.99']);
  });

  it('to all languages, by one of their licenses, without another', async () => {
    const english = sold(2028, 2028, speaking('en'));
    const memory = new ImportedMemory();
    await memory.import([english, sold(2028, 2028, { ...FRENCH, ...costs('7.99') })]);
    const { length } = memory.licenses;
    await memory.import([english, sold(2028, 2028, FRENCH)]);

    expect(memory.sold('CA', 'EST')).toEqual(['2028-01-01 2029-01-01: HD $9.99']);
    expect(memory.licenses).toHaveLength(length);
  });

  it('beside a new one, of three languages that differ', async () => {
    const rows = [speaking('en'), speaking('fr'), speaking('de')].map((language, place) =>
      sold(2028, 2028, { ...language, ...costs(`${place + 5}.99`) }),
    );
    expect(await after([sold(2028, 2028)], rows)).toEqual([
      '2028-01-01 2029-01-01: HD $5.99, English',
      '2028-01-01 2029-01-01: HD $6.99, French',
      '2028-01-01 2029-01-01: HD $7.99, German',
    ]);
    expect(await after([sold(2028, 2028)], rows.toReversed())).toHaveLength(3);
  });
});
