import { describe, expect, it } from 'vitest';
import {
  detailsOf,
  NOTHING_TYPED,
  typedDetails,
  typedTitle,
} from '../../../../app/content/details/details-typed';

const SERIES = { value: 'series-1', label: 'Harbor', kind: 'series', studio: 'Halcyon' };
const SEASON = { ...NOTHING_TYPED, title: 'Season 2', kind: 'season', position: '2' };

describe('what is sent of the fields of a title', () => {
  it('has the id of what it belongs to, and its number there', () => {
    const sent = detailsOf({ ...SEASON, parentId: SERIES });

    expect(sent).toMatchObject({ kind: 'season', parentId: 'series-1', position: '2' });
  });

  it('leaves out what a title of its kind cannot have', () => {
    const typed = { ...SEASON, parentId: SERIES };

    expect(detailsOf({ ...typed, parentId: { ...SERIES, kind: 'movie' } })).toMatchObject({
      ...{ parentId: '', position: '2' },
    });
    expect(detailsOf({ ...typed, kind: 'bundle' })).toMatchObject({ parentId: '', position: '' });
    expect(detailsOf({ ...typed, kind: '' })).toMatchObject({ parentId: '', position: '' });
  });

  it('is what was there, when nothing is typed', () => {
    const details = {
      ...{ title: 'Season 2', kind: 'season', studio: 'Halcyon', releaseYear: 1998 },
      ...{ parentId: 'series-1', position: 2, notes: '' },
      identifiers: [{ scheme: 'house', value: 'X-1' }],
    } as const;

    expect(detailsOf(typedTitle(details, SERIES))).toEqual(typedDetails(details));
  });
});
