import { expect, it } from 'vitest';
import type { TodayRow } from '../../../../app/today/sections/section-data';
import { mostUrgent } from '../../../../app/today/urgency';

it('of all sections the soonest come first; what is not urgent is left out', () => {
  const rows = [row('dark', '2026-12-03'), row('news', null), row('gap', '2026-12-01')];

  expect(mostUrgent([...rows, row('ends', '2026-12-01')]).map(({ key }) => key)).toEqual([
    ...['gap', 'ends', 'dark'],
  ]);
});

it('no more than a phone is scrolled through', () => {
  const rows = Array.from({ length: 40 }, (_, place) => row(String(place), '2026-12-01'));

  expect(mostUrgent(rows)).toHaveLength(12);
});

function row(key: string, urgentOn: string | null): TodayRow {
  return {
    ...{ key, urgentOn, name: key, about: '', when: '', inBrief: '', href: '/', repair: null },
    ...{ tone: 'straw', glyph: 'attention' },
  };
}
