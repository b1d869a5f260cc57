import type { KeyGroup } from '@/keys/page-keys';

/** Keys of the grid of a month (`month-grid.tsx`). */
export const MONTH_KEYS: KeyGroup = {
  name: 'Month',
  keys: [
    { caps: ['←', '→', '↑', '↓'], does: 'Days and weeks' },
    { caps: ['Home', 'End'], does: 'First and last day' },
    { caps: ['PgUp', 'PgDn'], does: 'Previous and next month' },
    { caps: ['↵'], does: 'What starts and ends on the day' },
  ],
};
