import { deserialize, serialize } from 'node:v8';
import { describe, expect, it } from 'vitest';
import type { PackedFile } from '../../../../src/adapters/avails/packed-file';
import { packed, unpacked } from '../../../../src/adapters/avails/packed-file';
import { COLLECTION, EPISODE, MOVIE, SEASON, checkOf } from '../../../builders/sheet-builders';

describe('a checked file sent between processes', () => {
  it('arrives unchanged, including titles shared by several rows', () => {
    const file = checkOf([
      MOVIE,
      { ...MOVIE, 'AvailTrans/FormatProfile': 'SD', 'Own/Note': ' kept ' },
      EPISODE,
      SEASON,
      { ...COLLECTION, 'AvailTrans/PriceValue': 'x' },
    ]);
    const arrived = unpacked(deserialize(serialize(packed(file))) as PackedFile);
    expect(arrived).toEqual(file);
    const [first, second, episode, season] = arrived.rows.map(({ entry }) => entry?.work);
    expect(second).toBe(first);
    expect(episode?.parent).toBe(season);
  });
});
