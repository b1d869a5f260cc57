import { describe, expect, it } from 'vitest';
import type { ClosingPreview } from '../../../../src/service/license/closing-preview';
import {
  closedWords,
  closingTitle,
  cutWords,
  effectNumbers,
  lastDayWords,
  otherTitlesWords,
  sendWords,
} from '../../../../app/licenses/closing/closing-words';
import { OTHER, previewedPlan, typedPlan } from '../../../../app/licenses/closing/closing-input';
import { modelAfter } from '../../../../app/licenses/closing/model-after';
import { daySpan } from '../../../../app/timeline/model';
import { isoDate } from '../../../../src/domain/values/date-range';
import { licenseClosingInput } from '../../../../src/wire/forms/closing';
import { anOfferData, days } from '../../../builders/license-builders';

const TODAY = isoDate('2026-11-20');
const tierA = anOfferData({ name: 'A', window: days('2026-05-04', '2027-08-31') });
const tierB = anOfferData({ name: 'B', window: days('2027-09-01', '2028-01-31') });
const cutA = { ...tierA, window: days('2026-05-04', '2027-06-30') };

const CLOSED = {
  licenseId: '0',
  name: 'Slate',
  before: days('2026-01-01', '2028-12-31'),
  after: days('2026-01-01', '2027-06-30'),
  cut: { before: tierA, after: cutA },
  withdrawn: [tierB],
  kept: null,
};
const PREVIEW: ClosingPreview = {
  licenses: [CLOSED],
  ...{ titles: 7, releasedTitles: 4, darkTitles: 3, dark: [], retiredTitles: 1, retired: [] },
};

describe('the button that closes', () => {
  const one = { licenses: 1, lastDay: '2027-06-30', retired: 0 };

  it.each([
    ['ended', one, 'End after 30 Jun'],
    ['ended', { ...one, retired: 1 }, 'End after 30 Jun, retire 1 title'],
    ['ended', { ...one, lastDay: '' }, 'End license'],
    ['ended', { ...one, licenses: 3 }, 'End 3 licenses after 30 Jun'],
    ['void', { ...one, retired: 2_000 }, 'Void license, retire 2,000 titles'],
    ['void', { ...one, licenses: 2 }, 'Void 2 licenses'],
  ] as const)('names the day and the side effect: %s %o', (kind, what, words) => {
    expect(sendWords(kind, what)).toBe(words);
  });
});

describe('what stands under the last day', () => {
  it.each([
    ['2028-12-31', '2028-11-30', 'Was 31 Dec 2028, −31 days'],
    ['2028-12-31', '2029-01-01', 'Was 31 Dec 2028, +1 day'],
    ['2028-12-31', '2028-12-31', 'Was 31 Dec 2028'],
    [null, '2028-11-30', 'Was open'],
  ])('says what it was and the difference: %s, %s', (was, lastDay, words) => {
    expect(lastDayWords(was === null ? null : isoDate(was), isoDate(lastDay), TODAY)).toBe(words);
  });

  it('says of a day in the past that history stays', () => {
    expect(lastDayWords(null, isoDate('2026-11-19'), TODAY)).toBe(
      'Was open. Rights ended 19 Nov 2026. History keeps what was shown until today.',
    );
    expect(lastDayWords(null, TODAY, TODAY)).toBe('Was open');
  });
});

describe('what closing does', () => {
  it('is four numbers, without those that are 0', () => {
    expect(effectNumbers(PREVIEW).map(({ count, words }) => `${count} ${words}`)).toEqual([
      '1 offer is cut',
      '1 offer is withdrawn',
      '3 titles go dark',
      '1 title is retired',
    ]);
    expect(
      effectNumbers({
        ...PREVIEW,
        licenses: [{ ...CLOSED, cut: null, withdrawn: [] }],
        darkTitles: 1,
        retiredTitles: 0,
      }).map(({ words }) => words),
    ).toEqual(['title goes dark']);
  });

  it('counts the titles that are named nowhere else', () => {
    expect(otherTitlesWords(PREVIEW)).toMatch(/^3 more titles lose days/);
    expect(otherTitlesWords({ ...PREVIEW, darkTitles: 5 })).toMatch(/^1 more title loses days/);
    expect(otherTitlesWords({ ...PREVIEW, darkTitles: 6 })).toBeNull();
    expect(otherTitlesWords({ ...PREVIEW, darkTitles: 0, retiredTitles: 0 })).toMatch(/^7 titles/);
  });

  it('names the days of an offer that fall away', () => {
    expect(cutWords(tierA, cutA)).toBe('1 Jul – 31 Aug 2027 falls away, 62 days');
    const open = { ...tierA, window: { ...tierA.window, endsOn: null } };
    expect(cutWords(open, cutA)).toMatch(/falls away$/);
  });

  it('is drawn as the timeline without what falls away', () => {
    const model = {
      window: daySpan(CLOSED.before),
      offers: [tierA, tierB].map((offer) => ({ ...offer, ...daySpan(offer.window) })),
      today: 20_000,
    };

    const after = modelAfter(model, CLOSED);

    expect(after.window).toEqual(daySpan(CLOSED.after));
    expect(after.offers.map(({ name, end }) => [name, end])).toEqual([
      ['A', daySpan(cutA.window).end],
    ]);
  });

  it('is told once it is saved', () => {
    const end = { kind: 'ended', lastDay: '2027-06-30', reason: 'Terminated' } as const;
    expect(closedWords(end)).toBe('Ended after 30 Jun 2027');
    expect(closedWords(end, 3)).toBe('Ended 3 licenses after 30 Jun 2027');
    expect(closedWords({ kind: 'void', reason: 'Recorded twice' })).toBe('Voided');
    expect(closingTitle('ended', 1)).toBe('End license');
    expect(closingTitle('void', 2)).toBe('Void 2 licenses');
  });
});

describe('what is sent of the form', () => {
  const typed = { lastDay: '2027-06-30', why: 'reverted', reason: 'Letter of 20 Nov' };

  it('is the words of a usual reason, or those of a person', () => {
    expect(typedPlan('ended', typed)).toEqual({
      ...{ kind: 'ended', lastDay: '2027-06-30', reason: 'Rights reverted' },
    });
    expect(typedPlan('ended', { ...typed, why: OTHER }).reason).toBe('Letter of 20 Nov');
    expect(typedPlan('void', { ...typed, why: 'twice' })).toEqual({
      ...{ kind: 'void', reason: 'Recorded twice' },
    });
    expect(typedPlan('ended', { ...typed, why: '' }).reason).toBe('');
  });

  it('is refused field by field', () => {
    const { error } = licenseClosingInput.safeParse({ kind: 'ended', lastDay: '', reason: ' ' });
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual(['lastDay', 'reason']);
    expect(
      licenseClosingInput.safeParse({ kind: 'void', reason: '' }).error?.issues[0]?.path,
    ).toEqual(['reason']);
  });

  it('is previewed once the year is typed to the end', () => {
    expect(previewedPlan('ended', '')).toBeNull();
    expect(previewedPlan('ended', '0202-06-30')).toBeNull();
    expect(previewedPlan('ended', '2027-06-30')).toMatchObject({ lastDay: '2027-06-30' });
    expect(previewedPlan('void', '')).toMatchObject({ kind: 'void' });
  });
});
