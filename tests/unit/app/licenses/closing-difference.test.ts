import { describe, expect, it } from 'vitest';
import type { ClosingPreview } from '../../../../src/service/license/closing-preview';
import { differenceWords, effectRows } from '../../../../app/licenses/closing/closing-difference';
import { anOfferData, days } from '../../../builders/license-builders';

const tierA = anOfferData({ name: 'Tier A', window: days('2026-05-04', '2027-08-31') });
const tierB = anOfferData({ name: 'Tier B', window: days('2027-09-01', '2028-01-31') });
const summer = anOfferData({ name: 'Summer', window: days('2027-07-01', '2027-08-31') });
const cutA = { ...tierA, window: days('2026-05-04', '2027-06-30') };
const title = (name: string) => ({ contentId: name, title: name });
const dark = (name: string) => ({ ...title(name), places: [] });

function preview(
  licenses: Partial<ClosingPreview['licenses'][number]>,
  titles: Partial<ClosingPreview> = {},
): ClosingPreview {
  const license = {
    ...{ licenseId: '0', name: 'Slate', cut: null, withdrawn: [], kept: null },
    before: days('2026-01-01', '2028-12-31'),
    after: days('2026-01-01', '2027-06-30'),
    ...licenses,
  };
  return {
    ...{ licenses: [license], titles: 0, releasedTitles: 0 },
    ...{ darkTitles: 0, dark: [], retiredTitles: 0, retired: [] },
    ...titles,
  };
}

const SEEN = preview(
  { cut: { before: tierA, after: cutA }, withdrawn: [tierB] },
  { darkTitles: 1, dark: [dark('Glass')], retiredTitles: 1, retired: [title('Orbit')] },
);
const NOW = preview(
  { withdrawn: [summer, tierB] },
  { darkTitles: 2, dark: [dark('Glass'), dark('Orbit')] },
);

describe('the effect of a stale closing', () => {
  it('says part by part what it was, what is new and what it is', () => {
    expect(effectRows(SEEN, NOW)).toEqual([
      {
        ...{ label: 'Cut', seen: 'Tier A by 62 days', now: 'None' },
        news: 'No longer Tier A by 62 days',
      },
      { label: 'Withdrawn', seen: 'Tier B', news: 'Now Summer', now: 'Summer and Tier B' },
      { label: 'Go dark', seen: 'Glass', news: 'Now Orbit', now: 'Glass and Orbit' },
      { label: 'Retired', seen: 'Orbit', news: 'No longer Orbit', now: 'None' },
    ]);
    expect(differenceWords(SEEN, NOW)).toBe(
      'It cuts no offers instead of 1, withdraws 2 offers instead of 1, leaves 2 titles dark instead of 1 and retires no titles instead of 1.',
    );
  });

  it('has no news where nothing differs, and leaves out parts that are nothing', () => {
    expect(effectRows(SEEN, SEEN).map(({ news }) => news)).toEqual([null, null, null, null]);
    expect(differenceWords(SEEN, SEEN)).toBeNull();
    expect(effectRows(preview({}), preview({}))).toEqual([]);
  });

  it('tells another cut of the same offer, and another offer in the place of one', () => {
    const longer = { ...tierA, window: days('2026-05-04', '2027-09-30') };
    const now = preview({ cut: { before: longer, after: cutA }, withdrawn: [] });
    expect(effectRows(preview({ cut: SEEN.licenses[0]?.cut ?? null }), now)).toMatchObject([
      { label: 'Cut', news: 'Now Tier A by 92 days' },
    ]);
    expect(
      effectRows(preview({ withdrawn: [tierB] }), preview({ withdrawn: [summer] })),
    ).toMatchObject([{ label: 'Withdrawn', news: 'Now Summer; no longer Tier B' }]);
  });

  it('tells offers of several licenses apart that begin on the same day', () => {
    const [license] = preview({ withdrawn: [tierB] }).licenses;
    if (license === undefined) throw new Error('There is one.');
    const other = { ...license, licenseId: '1', name: 'Library' };
    const two = { ...preview({}), licenses: [license, other] };
    expect(effectRows(two, two)).toMatchObject([
      { label: 'Withdrawn', now: 'Slate: Tier B and Library: Tier B', news: null },
    ]);
    const one = { ...two, licenses: [license, { ...other, withdrawn: [] }] };
    expect(effectRows(one, two)).toMatchObject([{ news: 'Now Library: Tier B' }]);
  });

  it('counts what it does not name, and does without what was never shown', () => {
    const names = ['a', 'b', 'c', 'd'].map(title);
    const now = preview({}, { retiredTitles: 60, retired: names });
    expect(effectRows(null, now)).toEqual([
      { label: 'Retired', seen: null, news: null, now: 'a, b, c and 57 more' },
    ]);
  });
});
