import type { AnsweredDays } from '../../src/domain/content/availability-question';
import { dayNumber, daysBetween } from '../../src/domain/values/date-range';
import { lengthWords } from './answer-words';
import { withStyle } from '@/ui/with-style';

/** The requested days as one strip: solid if the title is available, dashed if not. */
export function AnswerStrip({ spans }: { spans: readonly AnsweredDays[] }) {
  const first = spans[0]?.days.startsOn;
  const end = spans.at(-1)?.days.endsOn;
  if (first === undefined || end === undefined || end === null) return null;
  const all = daysBetween(first, end);
  return (
    <span role="img" aria-label={stripWords(spans)} className="relative block h-3 w-full">
      {spans.map(({ available, days }) => (
        <span
          key={dayNumber(days.startsOn)}
          className={
            available
              ? 'absolute inset-y-0 min-w-0.5 rounded-[3px] bg-tide forced-colors:bg-[CanvasText]'
              : 'absolute inset-y-0 min-w-0.5 rounded-[3px] border border-dashed border-straw-line bg-straw-tint'
          }
          {...withStyle({
            left: `${(daysBetween(first, days.startsOn) / all) * 100}%`,
            width: `calc(${((days.days ?? 0) / all) * 100}% - 1px)`,
          })}
        />
      ))}
    </span>
  );
}

function stripWords(spans: readonly AnsweredDays[]): string {
  return spans
    .map(
      ({ available, days }) =>
        `${available ? 'Yes' : 'No'}, ${days.toString()}, ${lengthWords(days)}`,
    )
    .join('; ');
}
