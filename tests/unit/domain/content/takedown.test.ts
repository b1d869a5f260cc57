import type { TakedownData } from '../../../../src/domain/content/takedown';
import { describe, expect, it } from 'vitest';
import {
  describeContentChange,
  takedownsAfter,
} from '../../../../src/domain/content/content-change';
import { daysByPlace, daysTaken } from '../../../../src/domain/content/coverage';
import { NoRightsTypeChosen, Takedown } from '../../../../src/domain/content/takedown';
import {
  NoRightsThere,
  TakedownGone,
  TakenDownAlready,
} from '../../../../src/domain/content/takedown-errors';
import { InvalidDate, isoDate } from '../../../../src/domain/values/date-range';
import { InvalidTerritories } from '../../../../src/domain/values/territory';
import { InvalidText } from '../../../../src/domain/values/text';
import { aLicensedOffer, aTitle } from '../../../builders/content-builders';
import { days } from '../../../builders/license-builders';
import { refusalOf } from '../../../builders/refusal';

const EVERYWHERE = { territories: null, rightsTypes: null };
const PLAN = { startsOn: '2026-03-01', ...EVERYWHERE, reason: 'Rights dispute' };

/** TVOD in Canada and the United States. */
const offer = aLicensedOffer({ territories: ['CA', 'US'], rightsType: 'TVOD' });

function aTakedown(parts: Partial<Parameters<typeof Takedown.of>[0]> = {}): Takedown {
  return Takedown.of({
    number: 2,
    days: { startsOn: '2026-03-01', endsOn: null },
    ...EVERYWHERE,
    reason: 'Rights dispute',
    ...parts,
  });
}

describe('taking a title down', () => {
  it('is a change of the title that leaves its offers alone', () => {
    const title = aTitle({ version: 4, assigned: [offer] });

    title.takeDown({ ...PLAN, territories: ['US', 'CA'], reason: ' Rights dispute ' });

    const takedown = aTakedown({ number: 5, territories: ['CA', 'US'] });
    expect(title.takedowns).toEqual([takedown]);
    expect(title.assignments).toEqual([offer]);
    expect(title.change).toEqual({ kind: 'title-taken-down', takedown: takedown.toData() });
  });

  it.each([
    ['a day that does not exist', { startsOn: '2026-02-30' }, InvalidDate],
    ['an empty reason', { reason: ' ' }, InvalidText],
    ['no territory', { territories: [] }, InvalidTerritories],
    ['no rights type', { rightsTypes: [] }, NoRightsTypeChosen],
    ['a territory that none of its licenses has', { territories: ['US', 'FR'] }, NoRightsThere],
    ['a rights type that none of its licenses has', { rightsTypes: ['EST'] }, NoRightsThere],
  ])('is refused for %s', (_what, parts, Refusal) => {
    const title = aTitle({ assigned: [offer] });

    expect(() => {
      title.takeDown({ ...PLAN, ...parts });
    }).toThrow(Refusal);
    expect(title.change).toBeNull();
  });

  it('names the places without rights', () => {
    const title = aTitle({ assigned: [offer] });

    const refusal = refusalOf(NoRightsThere, () => {
      title.takeDown({ ...PLAN, territories: ['FR', 'US'] });
    });

    expect(refusal).toMatchObject({ field: 'territories', places: ['FR'] });
  });

  it('is refused where an earlier takedown covers all of it, and only there', () => {
    const standing = aTakedown({ territories: ['CA'] });
    const again = (plan: object) => () => {
      aTitle({ assigned: [offer], takedowns: [standing] }).takeDown({ ...PLAN, ...plan });
    };

    expect(again({ territories: ['CA'] })).toThrow(TakenDownAlready);
    expect(again({ territories: ['CA'], rightsTypes: ['TVOD'] })).toThrow(TakenDownAlready);
    expect(again({ territories: ['CA'], startsOn: '2026-02-28' })).not.toThrow();
    expect(again({ territories: ['CA', 'US'] })).not.toThrow();
    expect(again({})).not.toThrow();
  });
});

describe('a takedown with an end', () => {
  const days = { startsOn: '2026-03-01', endsOn: '2026-05-01' };

  it('is told with both days, and can end earlier but not later', () => {
    const title = aTitle({ version: 4, assigned: [offer] });
    title.takeDown({ ...PLAN, ...days });
    const takedown = aTakedown({ number: 5, days });
    expect(title.takedowns).toEqual([takedown]);
    expect(describeContentChange({ kind: 'title-taken-down', takedown: takedown.toData() })).toBe(
      'Taken down 1 Mar – 30 Apr 2026 everywhere: Rights dispute',
    );

    const back = (from: string) => {
      const down = aTitle({ assigned: [offer], takedowns: [takedown] });
      down.bringBack(5, isoDate(from));
      return down.takedowns.map((each) => each.days.endsOn);
    };
    expect(back('2026-04-30')).toEqual(['2026-04-30']);
    expect(() => back('2026-05-01')).toThrow(TakedownGone);
  });
});

describe('undoing a return', () => {
  const standing = aTakedown({ territories: ['CA', 'FR'] });

  it.each(['2026-05-01', '2026-02-01'])('from %s takes the same days down again', (from) => {
    const title = aTitle({ assigned: [offer], takedowns: [standing] });
    title.bringBack(2, isoDate(from));
    const { change, takedowns } = title;
    if (change?.kind !== 'title-brought-back') throw new Error('It was not brought back.');
    const returned = aTitle({ version: 7, assigned: [offer], takedowns: [...takedowns] });
    returned.undoReturn(change);

    const down = returned.takedowns.filter((each) =>
      each.covers({ territory: 'FR', rightsType: 'TVOD' }),
    );
    expect(standing.days.outsideAll(down.map((each) => each.days))).toEqual([]);
    expect(returned.takedowns.map(({ number }) => number).at(-1)).toBe(8);
  });
});

describe('bringing a title back', () => {
  const standing = aTakedown();

  it('ends its takedown on the day before', () => {
    const title = aTitle({ version: 6, assigned: [offer], takedowns: [standing] });

    title.bringBack(2, isoDate('2026-05-01'));

    const ended = aTakedown({ days: { startsOn: '2026-03-01', endsOn: '2026-05-01' } });
    expect(title.takedowns).toEqual([ended]);
    expect(title.change).toEqual({
      kind: 'title-brought-back',
      before: standing.toData(),
      from: '2026-05-01',
      after: ended.toData(),
    });
  });

  it.each(['2026-03-01', '2026-02-01'])('from %s means that it never was down', (from) => {
    const title = aTitle({ assigned: [offer], takedowns: [standing] });

    title.bringBack(2, isoDate(from));

    expect(title.takedowns).toEqual([]);
    expect(title.change).toMatchObject({ after: null });
  });

  it('is refused without such a takedown, or when it has ended', () => {
    const ended = aTakedown({ days: { startsOn: '2026-03-01', endsOn: '2026-05-01' } });
    const back = (takedowns: readonly Takedown[], number: number) => () => {
      aTitle({ assigned: [offer], takedowns }).bringBack(number, isoDate('2026-06-01'));
    };

    expect(back([standing], 3)).toThrow(TakedownGone);
    expect(back([ended], 2)).toThrow(TakedownGone);
  });
});

describe('the history of takedowns', () => {
  it('replays to the takedowns there are', () => {
    const first = aTakedown().toData();
    const second = aTakedown({ number: 3, territories: ['US'] }).toData();
    const ended = { ...first, days: { startsOn: '2026-03-01', endsOn: '2026-05-01' } };
    const down = [first, second].reduce<readonly TakedownData[]>(
      (all, takedown) => takedownsAfter(all, { kind: 'title-taken-down', takedown }),
      [],
    );

    expect(down).toEqual([first, second]);
    const back = { kind: 'title-brought-back', before: first, from: '2026-05-01' } as const;
    expect(takedownsAfter(down, { ...back, after: ended })).toEqual([ended, second]);
    expect(takedownsAfter(down, { ...back, after: null })).toEqual([second]);
  });

  it('is told in one line each', () => {
    const before = aTakedown({ territories: ['CA', 'US'], rightsTypes: ['TVOD'] }).toData();

    expect(describeContentChange({ kind: 'title-taken-down', takedown: before })).toBe(
      'Taken down from 1 Mar 2026 in Canada and United States as TVOD: Rights dispute',
    );
    expect(
      describeContentChange({
        kind: 'title-brought-back',
        before: aTakedown().toData(),
        from: '2026-05-01',
        after: null,
      }),
    ).toBe('Brought back from 1 May 2026 everywhere');
  });
});

describe('the days of a title that is taken down', () => {
  const onOffer = {
    rightsType: 'TVOD',
    territories: ['CA', 'US'],
    window: days('2026-01-01', '2026-06-30'),
  };
  const spring = aTakedown({
    days: { startsOn: '2026-03-01', endsOn: '2026-05-01' },
    territories: ['US'],
  });

  it('do not count as on offer there', () => {
    const places = daysByPlace([onOffer], [spring]).get('TVOD');

    expect(places?.get('US')).toEqual([
      { startsOn: '2026-01-01', endsOn: '2026-03-01' },
      { startsOn: '2026-05-01', endsOn: '2026-07-01' },
    ]);
    expect(places?.get('CA')).toEqual([{ startsOn: '2026-01-01', endsOn: '2026-07-01' }]);
  });

  it('are what one more takedown takes, and no day twice', () => {
    expect(daysTaken([onOffer], [spring], aTakedown())).toEqual([
      {
        rightsType: 'TVOD',
        territories: ['CA'],
        days: [{ startsOn: '2026-03-01', endsOn: '2026-07-01' }],
      },
      {
        rightsType: 'TVOD',
        territories: ['US'],
        days: [{ startsOn: '2026-05-01', endsOn: '2026-07-01' }],
      },
    ]);
    expect(daysTaken([onOffer], [], aTakedown({ rightsTypes: ['EST'] }))).toEqual([]);
  });
});
