import { describe, expect, it } from 'vitest';
import { MOVIE } from '../../../builders/sheet-builders';
import { ImportedMemory } from './imported-memory';

describe.each(['Open', 'Immediate'])('a window that starts with %s', (word) => {
  const row = { ...MOVIE, 'AvailTrans/Start': word, 'AvailTrans/End': '2027-05-31' };

  it('starts on the day of its first import, and stays when it is imported again', async () => {
    const memory = new ImportedMemory();
    await memory.import([row], '2027-01-15');
    const { items } = await memory.import([row], '2027-02-15');

    expect(items.map(({ outcome }) => outcome)).toEqual(['unchanged']);
    expect(memory.shown('CA', 'EST')).toEqual(['2027-01-15 2027-06-01']);
  });

  it('keeps the first day of the stored offer when its price changes', async () => {
    const memory = new ImportedMemory();
    await memory.import([{ ...row, 'AvailTrans/Start': '2026-11-01' }], '2027-01-15');
    await memory.import([{ ...row, 'AvailTrans/PriceValue': '7.99' }], '2027-02-15');

    expect(memory.shown('CA', 'EST')).toEqual(['2026-11-01 2027-06-01']);
  });
});
