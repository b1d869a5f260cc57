import { describe, expect, it } from 'vitest';
import { MARCH, MAY, JUNE, givenTitle } from './support-conflicts';

describe('the explanation of a stale change of offers', () => {
  it('assigns what still can be, beside what others assigned', async () => {
    const given = await givenTitle();
    await given.assign(MAY);

    const { verdict, ways, rows } = await given.explained(1, given.assigning(JUNE));

    expect([verdict, ways]).toMatchObject([
      'legal',
      [{ change: { kind: 'offer-assigned', assignment: { offer: JUNE } } }],
    ]);
    const june = given.words(JUNE);
    expect(rows).toEqual([
      {
        field: 'other',
        label: 'Assign',
        before: null,
        yours: june,
        theirs: null,
        result: june,
        origin: 'yours',
      },
      expect.objectContaining({ label: 'Assigned', theirs: given.words(MAY), origin: 'theirs' }),
    ]);
  });

  it('is settled where the title has the offer already', async () => {
    const given = await givenTitle();
    await given.assign(MAY);

    const { verdict, ways, rows } = await given.explained(1, given.assigning(MAY));

    expect([verdict, ways]).toEqual(['settled', []]);
    expect(rows).toMatchObject([{ yours: given.words(MAY), theirs: given.words(MAY) }]);
  });

  it('is refused where the offer is gone', async () => {
    const given = await givenTitle();
    await given.correct({ notes: 'Theirs' });
    await given.withdraw(JUNE);

    const { verdict, code, ways, rows } = await given.explained(1, given.assigning(JUNE));

    expect([verdict, code, ways]).toEqual(['refused', 'offer-gone', []]);
    expect(rows).toMatchObject([
      { label: 'Assign', result: null },
      { label: 'Details', theirs: 'Edited notes', result: 'kept' },
    ]);
  });

  it('unassigns an offer that is not the only one', async () => {
    const given = await givenTitle();
    await given.assign(MAY);

    const { verdict, rows } = await given.explained(1, given.unassigning(MARCH));

    expect(verdict).toBe('legal');
    expect(rows[0]).toEqual({
      field: 'other',
      label: 'Unassign',
      before: given.words(MARCH),
      yours: 'unassigned',
      theirs: null,
      result: 'unassigned',
      origin: 'yours',
    });
  });

  it('proposes others of the license instead of the only offer, without those that are over', async () => {
    const given = await givenTitle();
    await given.correct({ notes: 'Theirs' });

    const { verdict, code, reason, ways, rows } = await given.explained(
      1,
      given.unassigning(MARCH),
      given.contentId,
      '2026-06-01',
    );

    expect([verdict, code]).toEqual(['refused', 'last-assignment']);
    expect(reason).toContain('Assign another first, such as JUN');
    expect(ways).toMatchObject([
      {
        label: 'JUN, 1 – 30 Jun 2026',
        change: { kind: 'assignment-moved', from: { offer: MARCH }, to: { offer: JUNE } },
      },
    ]);
    expect(rows[0]).toMatchObject({ result: given.words(JUNE), origin: 'adjusted' });
  });

  it('tells that an offer comes back which somebody else took', async () => {
    const given = await givenTitle();
    await given.assign(MAY);
    await given.unassign(MAY);

    const { rows } = await given.explained(2, given.unassigning(MARCH));

    expect(rows).toMatchObject([
      { label: 'Unassign', result: given.words(MAY), origin: 'adjusted' },
      { label: 'Unassigned', theirs: given.words(MAY), result: 'assigned again' },
    ]);
  });

  it('is refused where the offer to go was taken by somebody else', async () => {
    const given = await givenTitle();
    await given.assign(MAY);
    await given.unassign(MARCH);

    const { verdict, code, rows } = await given.explained(1, given.unassigning(MARCH));

    expect([verdict, code]).toEqual(['refused', 'assignment-gone']);
    expect(rows).toMatchObject([
      { label: 'Unassign', before: given.words(MARCH), theirs: 'unassigned' },
      { label: 'Assigned', theirs: given.words(MAY) },
    ]);
  });

  it('moves to another offer', async () => {
    const given = await givenTitle();
    await given.assign(MAY);

    const { verdict, ways, rows } = await given.explained(1, given.moving(MARCH, JUNE));

    expect([verdict, ways[0]?.change.kind]).toEqual(['legal', 'assignment-moved']);
    expect(rows[0]).toMatchObject({
      label: 'Move',
      before: given.words(MARCH),
      yours: given.words(JUNE),
      result: given.words(JUNE),
    });
  });

  it('names licenses that are closed by now as closed', async () => {
    const given = await givenTitle();
    await given.assign(MAY);
    await given.end('2026-06-30');

    const { rows } = await given.explained(1, given.assigning(JUNE));

    expect(rows).toMatchObject([
      { label: 'Assign', yours: given.words(JUNE, ', ended') },
      { label: 'Assigned', theirs: given.words(MAY, ', ended') },
    ]);
  });

  it('is refused where another move left nothing to move', async () => {
    const given = await givenTitle();
    await given.move(MARCH, MAY);

    const { verdict, code } = await given.explained(1, given.moving(MARCH, JUNE));

    expect([verdict, code]).toEqual(['refused', 'assignment-gone']);
  });
});
