import { describe, expect, test } from 'vitest';
import { mergedDetails, NOTHING_TYPED } from '../../../../app/content/details/details-typed';

const BASE = { ...NOTHING_TYPED, title: 'Harbor', studio: 'Halcyon', releaseYear: '2024' };

describe('a correction put onto details that somebody else changed', () => {
  test('keeps what was typed and takes what was not touched from them', () => {
    const typed = { ...BASE, title: 'Harbor of Glass' };
    const latest = { ...BASE, notes: 'Restored.' };
    expect(mergedDetails(BASE, typed, latest)).toEqual({
      details: { ...BASE, title: 'Harbor of Glass', notes: 'Restored.' },
      disputed: [],
    });
  });

  test('names what both changed to something else', () => {
    const typed = { ...BASE, title: 'Mine', releaseYear: '2025' };
    const latest = { ...BASE, title: 'Theirs', releaseYear: '2025' };
    const { details, disputed } = mergedDetails(BASE, typed, latest);
    expect(details.title).toBe('Mine');
    expect(disputed).toEqual(['the title']);
  });

  test('takes an empty row of identifiers for none', () => {
    const typed = { ...BASE, identifiers: [{ scheme: 'house', value: ' ' }] };
    const latest = { ...BASE, identifiers: [{ scheme: 'house', value: 'HAL-1' }] };
    const { details, disputed } = mergedDetails(BASE, typed, latest);
    expect(details.identifiers).toEqual(latest.identifiers);
    expect(disputed).toEqual([]);
  });
});
