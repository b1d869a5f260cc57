import { describe, expect, it } from 'vitest';
import type { ContentDetailsData } from '../../../../src/domain/content/content-details';
import type { ContentIntent } from '../../../../src/service/content/conflict/content-intent';
import { NotFound } from '../../../../src/service/errors';
import { anId } from '../../../builders/license-builders';
import { refusalFrom } from '../../../builders/refusal';
import { MARCH, MAY, BASE, givenTitle } from './support-conflicts';

describe('the explanation of a stale correction of a title', () => {
  it('keeps what only one of the two changed', async () => {
    const given = await givenTitle();
    await given.correct({ notes: 'Restored.' });

    const conflict = await given.explained(1, corrected({ title: 'Harbor of Glass' }));

    expect(conflict).toMatchObject({
      kind: 'content',
      madeAgainst: 1,
      latestVersion: 2,
      since: [{ version: 2, words: 'Edited notes' }],
      verdict: 'legal',
      details: { ...BASE, notes: 'Restored.' },
    });
    expect(conflict.ways.map(({ change }) => change)).toEqual([
      {
        kind: 'content-corrected',
        before: { ...BASE, notes: 'Restored.' },
        after: { ...BASE, notes: 'Restored.', title: 'Harbor of Glass' },
      },
    ]);
    expect(
      conflict.rows.map(({ label, yours, theirs, origin }) => [label, yours, theirs, origin]),
    ).toEqual([
      ['Title', 'Harbor of Glass', null, 'yours'],
      ['Notes', null, 'Restored.', 'theirs'],
    ]);
  });

  it('disputes what both changed to different values', async () => {
    const given = await givenTitle();
    await given.correct({ title: 'Theirs', releaseYear: 2025 });

    const { verdict, dispute, rows } = await given.explained(
      1,
      corrected({ title: 'Mine', releaseYear: 2025, notes: 'Mine' }),
    );

    expect([verdict, dispute?.fields]).toEqual(['disputed', ['title']]);
    expect(dispute).toMatchObject({
      yours: { after: { ...BASE, title: 'Mine', releaseYear: 2025, notes: 'Mine' } },
      theirs: { after: { ...BASE, title: 'Theirs', releaseYear: 2025, notes: 'Mine' } },
    });
    expect(rows.map(({ field, result, origin }) => [field, result, origin])).toEqual([
      ['title', null, null],
      ['releaseYear', '2025', 'both'],
      ['notes', 'Mine', 'yours'],
    ]);
  });

  it('takes identifiers in another order for the same', async () => {
    const ids = [
      { scheme: 'house', value: 'HAL-1' },
      { scheme: 'imdb', value: 'tt0111161' },
    ];
    const given = await givenTitle({ identifiers: ids });
    await given.correct({ identifiers: [{ scheme: 'house', value: 'HAL-2' }] });

    const { verdict, rows } = await given.explained(
      1,
      corrected({ identifiers: ids.toReversed(), notes: 'Mine' }),
    );

    expect(verdict).toBe('legal');
    expect(rows.map(({ label, result }) => [label, result])).toEqual([
      ['Identifiers', 'House id HAL-2'],
      ['Notes', 'Mine'],
    ]);
  });

  it('names what a title belongs to', async () => {
    const given = await givenTitle();
    const [first, second] = [
      await given.another({ title: 'Box one', kind: 'bundle' }),
      await given.another({ title: 'Box two', kind: 'bundle' }),
    ];
    await given.correct({ parentId: first });

    const { verdict, rows } = await given.explained(1, corrected({ parentId: second }));

    expect(verdict).toBe('disputed');
    expect(rows).toMatchObject([
      { field: 'parentId', before: '–', yours: 'Box two', theirs: 'Box one' },
    ]);
  });

  it('is refused by the rule it breaks', async () => {
    const given = await givenTitle();
    await given.correct({ notes: 'Theirs' });

    const { verdict, code, reason } = await given.explained(1, corrected({ kind: 'short' }));

    expect([verdict, code]).toEqual(['refused', 'kind-fixed']);
    expect(reason).toContain('The kind of a title cannot be changed.');
  });

  it('is settled when somebody made the same correction', async () => {
    const given = await givenTitle();
    await given.correct({ notes: 'Same' });

    const { verdict, ways } = await given.explained(1, corrected({ notes: 'Same' }));

    expect([verdict, ways]).toEqual(['settled', []]);
  });

  it('shows what became of the offers meanwhile', async () => {
    const given = await givenTitle();
    await given.assign(MAY);
    await given.unassign(MARCH);

    const { rows } = await given.explained(1, corrected({ notes: 'Mine' }));

    expect(rows.slice(1)).toMatchObject([
      { field: 'other', label: 'Assigned', theirs: given.words(MAY), result: 'kept' },
      { label: 'Unassigned', theirs: given.words(MARCH), result: 'stays unassigned' },
    ]);
  });

  it('is not to be had for a title that does not exist', async () => {
    const given = await givenTitle();

    await refusalFrom(NotFound, given.explained(1, corrected({}), anId()));
  });
});

function corrected(part: Partial<ContentDetailsData>): ContentIntent {
  return { kind: 'correct', details: { ...BASE, ...part } };
}
