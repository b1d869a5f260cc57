import type { CSSProperties, ReactNode } from 'react';
import type { ShownDays } from './geometry/share';
import { shareOf, yearTicks } from './geometry/share';
import { withStyle } from '@/ui/with-style';

/**
 * The scale of the strips (`mini-strip`) inside it: they draw the lines of the years, of Julys if there is room, and of
 * today. Told once, because a list has a strip in every line.
 */
export function StripScale({
  shown,
  today,
  children,
}: {
  shown: ShownDays;
  today: number;
  children: ReactNode;
}) {
  const years = yearTicks(shown).map(({ day }) => `${shareOf(day, shown)}%`);
  const isTodayShown = today >= shown.start && today < shown.end;
  const scale = {
    ...(years.length > 0 && { '--years': years.join() }),
    ...(isTodayShown && { '--today': `${shareOf(today, shown)}%`, '--today-width': '1px' }),
  } as CSSProperties;
  return (
    <div className="contents" {...withStyle(scale)}>
      {children}
    </div>
  );
}
