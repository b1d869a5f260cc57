import type { ShownDays } from './geometry/share';
import { shareOf, yearTicks } from './geometry/share';
import { withStyle } from '@/ui/with-style';

/** Lines of the years, and of Julys if there is room, through a row. */
export function YearLines({ shown }: { shown: ShownDays }) {
  const shares = yearTicks(shown).map(({ day }) => `${shareOf(day, shown)}%`);
  if (shares.length === 0) return null;
  return <span className="vertical-lines" {...withStyle({ backgroundPositionX: shares.join() })} />;
}

/** The line of today through a row; continuous across rows without space between them. */
export function TodayLine({ today, shown }: { today: number; shown: ShownDays }) {
  if (today < shown.start || today >= shown.end) return null;
  return <span className="mini-today" {...withStyle({ left: `${shareOf(today, shown)}%` })} />;
}
