import { describe, expect, it } from 'vitest';
import { askedQuestion } from '@/availability/question';
import { MAX_QUESTION_TITLES } from '../../../../src/service/content/answered-titles';
import { questionAddress, viewedQuestion } from '@/availability/question-address';
import { isoDate } from '../../../../src/domain/values/date-range';

const TODAY = isoDate('2026-11-22');
const WHOLE = { territory: 'US', device: 'tv', rights: 'TVOD' };

function asked(search: Record<string, string | string[]>) {
  return askedQuestion(search, TODAY);
}

it('asks nothing where the address says nothing', () => {
  expect(asked({})).toMatchObject({ question: null, errors: {}, typed: { first: TODAY } });
});

it.each([
  [{}, '2026-11-22', '2026-11-23'],
  [{ first: '2026-12-01' }, '2026-12-01', '2026-12-02'],
  [{ last: '2026-11-30' }, '2026-11-22', '2026-12-01'],
  [{ first: '2026-12-01', last: '2026-12-31' }, '2026-12-01', '2027-01-01'],
])('asks about one day or a span, today unless it says otherwise: %j', (days, startsOn, endsOn) => {
  expect(asked({ ...WHOLE, ...days }).question?.days.toData()).toEqual({ startsOn, endsOn });
});

it('comes back from its own address as it was', () => {
  const narrowed = { q: 'salt & road', studio: 'Halcyon', kind: 'movie', answer: 'partly' };
  const { typed, verdict } = asked({ ...WHOLE, ...narrowed });
  expect(verdict).toBe('partly');

  const address = new URL(questionAddress(typed), 'http://crms.invalid');

  expect(asked(Object.fromEntries(address.searchParams)).typed).toEqual(typed);
});

it('is kept by a view without its days when it is about today, and with its titles', () => {
  const kept = (search: Record<string, string | string[]>) =>
    viewedQuestion(asked(search).typed, TODAY);
  const whole = { territory: ['US'], device: ['tv'], rights: ['TVOD'] };
  expect(kept(WHOLE)).toEqual(whole);
  expect(kept({ ...WHOLE, first: TODAY, title: ['b', 'a'] })).toEqual({
    ...{ ...whole, title: ['b', 'a'] },
  });
  expect(kept({ ...WHOLE, last: '2026-11-30' })).toEqual({
    ...{ ...whole, first: [TODAY], last: ['2026-11-30'] },
  });
  expect(kept({})).toEqual({});
});

describe('says at the field what cannot be read', () => {
  it.each([
    [{ ...WHOLE, territory: 'XX' }, 'territory', /“XX” is not an ISO 3166-1 country code/],
    [{ device: 'tv', rights: 'TVOD' }, 'territory', /Choose/],
    [{ ...WHOLE, device: 'fridge' }, 'device', /“fridge” is not a known device/],
    [{ ...WHOLE, rights: 'XVOD' }, 'rights', /“XVOD” is not a known rights type/],
    [{ ...WHOLE, first: '2026-02-30' }, 'first', /“2026-02-30” is not a valid date/],
    [{ ...WHOLE, first: '2026-03-02', last: '2026-03-01' }, 'last', /is before the first day/],
    [
      { ...WHOLE, first: '2026-01-01', last: '2031-01-06' },
      'last',
      /1,832 days. The maximum is five years/,
    ],
    [{ ...WHOLE, last: '9999-12-31' }, 'last', /30 Dec 9999/],
    [{ ...WHOLE, kind: 'opera' }, 'kind', /“opera” is not a known kind/],
    [{ ...WHOLE, answer: 'maybe' }, 'answer', /Answer must be yes, partly or no, not “maybe”/],
    [{ ...WHOLE, q: 'a'.repeat(10_000) }, 'q', /at most 120 characters; this has 10,000/],
    [{ ...WHOLE, q: 'a\u0000b' }, 'q', /invalid character/],
    [{ ...WHOLE, title: 'nine' }, 'titles', /title “nine” does not exist/],
  ])('%j', (search, field, sentence) => {
    const { question, errors } = asked(search);

    expect(question).toBeNull();
    expect(errors).toMatchObject({ [field]: expect.stringMatching(sentence) as string });
  });

  it('also that too many titles are named', () => {
    const title = Array.from({ length: MAX_QUESTION_TITLES + 1 }, () => crypto.randomUUID());

    expect(asked({ ...WHOLE, title }).errors.titles).toContain('this one lists 201');
  });

  it('of every field at once', () => {
    const { errors } = asked({
      territory: 'XX',
      device: 'fridge',
      rights: '',
      first: '2026-02-30',
    });

    expect(Object.keys(errors)).toEqual(['territory', 'device', 'rights', 'first', 'last']);
  });
});

it('a language is part of the question when it is named', () => {
  expect(asked({ ...WHOLE, language: 'FR-ca' }).question?.language).toBe('fr-CA');
  expect(asked(WHOLE).question?.language).toBeUndefined();
  expect(asked({ ...WHOLE, language: 'jp' }).errors.language).toContain('“jp”');
});

it('five years to the day can be asked about', () => {
  const { errors, question } = asked({ ...WHOLE, first: '2026-01-01', last: '2031-01-04' });

  expect(errors).toEqual({});
  expect(question?.days.days).toBe(1_830);
});

describe('several places', () => {
  const several = { territory: 'US,de, US', device: ['tv', 'mobile'], rights: 'TVOD' };

  it('are asked about together: each device of each territory once', () => {
    const { question, grid, errors } = asked(several);

    expect(errors).toEqual({});
    expect(question).toBeNull();
    expect(grid.map(({ territory, device }) => `${territory} ${device}`)).toEqual([
      ...['DE tv', 'DE mobile', 'US tv', 'US mobile'],
    ]);
  });

  it('are kept in the address with the answer and the open cell', () => {
    const id = '0b5a3c55-7a30-4c37-8bd2-0a4d34e0a3c1';
    const { typed, gridAnswer, cell } = asked({
      ...{ ...several, answer: 'no-somewhere', why: `${id}.DE.mobile` },
    });
    expect(gridAnswer).toBe('no-somewhere');
    expect(cell).toMatchObject({ contentId: id, question: { territory: 'DE', device: 'mobile' } });

    const address = new URL(questionAddress(typed), 'http://crms.invalid');
    expect(asked(Object.fromEntries(address.searchParams)).typed).toEqual(typed);
  });

  it('are up to 24', () => {
    const devices = 'tv,mobile,tablet,computer';
    expect(
      asked({ ...several, territory: 'US,DE,FR,GB,IT,ES', device: devices }).grid,
    ).toHaveLength(24);
    const tooMany = asked({ ...several, territory: 'US,DE,FR,GB,IT,ES,CA', device: devices });
    expect(tooMany.errors.territory).toMatch(/up to 24 .* these are 28/);
    expect(tooMany.grid).toEqual([]);
  });

  it('a cell of another place is none', () => {
    const why = '0b5a3c55-7a30-4c37-8bd2-0a4d34e0a3c1.FR.tv';
    expect(asked({ ...several, why }).cell).toBeUndefined();
    expect(asked({ ...several, why: 'x.DE.tv' }).cell).toBeUndefined();
  });
});
