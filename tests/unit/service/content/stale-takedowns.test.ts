import { describe, expect, it } from 'vitest';
import type { ContentIntent } from '../../../../src/service/content/conflict/content-intent';
import { givenTitle } from './support-conflicts';

describe('the explanation of a stale takedown', () => {
  const PLAN = { startsOn: '2026-03-10', territories: null, rightsTypes: null, reason: 'Dispute' };
  const TAKEN_DOWN = 'Taken down from 10 Mar 2026 everywhere: Dispute';
  const taking: ContentIntent = { kind: 'take-down', plan: PLAN };

  it('takes the title down beside what somebody else changed', async () => {
    const given = await givenTitle();
    await given.correct({ notes: 'Theirs' });

    const { verdict, ways, rows } = await given.explained(1, taking);

    expect(verdict).toBe('legal');
    expect(ways).toMatchObject([
      {
        label: TAKEN_DOWN,
        change: { kind: 'title-taken-down', takedown: { number: 3, reason: 'Dispute' } },
      },
    ]);
    expect(rows).toMatchObject([
      { label: 'Take down', yours: TAKEN_DOWN, result: TAKEN_DOWN, origin: 'yours' },
      { label: 'Details', theirs: 'Edited notes', result: 'kept' },
    ]);
  });

  it('is refused where somebody took the title down already', async () => {
    const given = await givenTitle();
    await given.takeDown(PLAN);

    const { verdict, code, rows } = await given.explained(1, taking);

    expect([verdict, code]).toEqual(['refused', 'taken-down-already']);
    expect(rows).toMatchObject([
      { label: 'Take down', result: null },
      { label: 'Takedown', theirs: TAKEN_DOWN },
    ]);
  });

  it('brings the title back from the takedown that was meant', async () => {
    const given = await givenTitle();
    await given.takeDown(PLAN);
    await given.correct({ notes: 'Theirs' });
    const back = 'Brought back from 1 Jun 2026 everywhere';

    const { verdict, rows } = await given.explained(2, {
      kind: 'bring-back',
      takedown: 2,
      from: '2026-06-01',
    });

    expect(verdict).toBe('legal');
    expect(rows[0]).toMatchObject({ before: TAKEN_DOWN, yours: back, result: back });
  });

  it('is refused where somebody brought the title back', async () => {
    const given = await givenTitle();
    await given.takeDown(PLAN);
    await given.bringBack(2, '2026-03-10');

    const { verdict, code, rows } = await given.explained(2, {
      kind: 'bring-back',
      takedown: 2,
      from: '2026-06-01',
    });

    expect([verdict, code]).toEqual(['refused', 'takedown-gone']);
    expect(rows[0]).toMatchObject({ before: TAKEN_DOWN, theirs: 'brought back', result: null });
  });
});
