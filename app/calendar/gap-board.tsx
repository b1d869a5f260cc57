import { Link } from '@/ui/link';
import type { IsoDate } from '../../src/domain/values/date-range';
import type { ComingGap } from '../../src/service/content/calendar-views';
import type { Page } from '../../src/service/page';
import { LinkButton } from '@/ui/link-button';
import { StateGlyph } from '@/ui/state-mark';
import { placesInFull, placesWords } from '../words/covered-places';
import { CONTENT_KINDS, contentKind } from '../../src/domain/content/content-kind';
import { daysBetween, formatDay, formatLength, isoDate } from '../../src/domain/values/date-range';
import { COUNT_LIMIT } from '../../src/service/page';

/** Titles that become unavailable in some territory: permanently, or for a gap. */
export function GapBoard({
  title,
  explanation,
  page,
  today,
  nothing,
  previous,
  next,
}: {
  title: string;
  explanation: string;
  page: Page<ComingGap>;
  today: IsoDate;
  /** Text of the empty list. */
  nothing: string;
  previous: string | null;
  next: string | null;
}) {
  const count =
    page.total > COUNT_LIMIT
      ? `${COUNT_LIMIT.toLocaleString('en-US')}+`
      : page.total.toLocaleString('en-US');
  return (
    <section aria-label={title} className="min-w-0 border-b border-line">
      <header className="px-4 pt-3 pb-2">
        <h2 className="text-panel-title">
          {title} <span className="font-normal text-ink-3">{count}</span>
        </h2>
        <p className="text-table text-ink-3">{explanation}</p>
      </header>
      {page.rows.length === 0 ? (
        <p className="border-t border-line px-4 py-3 text-body text-ink-2">{nothing}</p>
      ) : (
        <ul>
          {page.rows.map((gap) => (
            <GapLine
              key={`${gap.contentId} ${gap.day} ${gap.until ?? ''}`}
              gap={gap}
              today={today}
            />
          ))}
        </ul>
      )}
      {(previous !== null || next !== null) && (
        <nav aria-label={`Pages of ${title.toLowerCase()}`} className="flex gap-2 px-4 py-2">
          {previous !== null && (
            <LinkButton href={previous} size="toolbar">
              Previous
            </LinkButton>
          )}
          {next !== null && (
            <LinkButton href={next} size="toolbar">
              Next
            </LinkButton>
          )}
        </nav>
      )}
    </section>
  );
}

function GapLine({ gap, today }: { gap: ComingGap; today: IsoDate }) {
  const { contentId, title, kind, studio, day, until, places, isTakenDown } = gap;
  const first = isoDate(day);
  const isForGood = until === null;
  const ink = isForGood || isTakenDown ? 'text-clay-ink' : 'text-straw-ink';
  return (
    <li className="relative grid grid-cols-[auto_minmax(0,1fr)_auto] gap-x-2.5 border-t border-line px-4 py-2 text-table hover:bg-ink/5 has-focus-visible:bg-ink/5">
      <StateGlyph
        state={isTakenDown ? 'taken-down' : isForGood ? 'refused' : 'attention'}
        className={`mt-0.5 ${ink}`}
      />
      <span className="min-w-0">
        <Link
          href={`/content/${contentId}`}
          prefetch={false}
          className="block truncate text-body font-emphasis text-ink after:absolute after:inset-0"
        >
          {title}
        </Link>
        <span className="block break-words text-ink-2" title={placesInFull(places)}>
          {placesWords(places)}
        </span>
        <span className="block truncate text-ink-3">
          {CONTENT_KINDS[contentKind(kind)]} · {studio}
        </span>
      </span>
      <span className="text-end">
        <span className={`block font-emphasis ${ink}`}>
          {isTakenDown ? 'Taken down' : 'Dark'}{' '}
          {isForGood ? `from ${formatDay(day)}` : formatLength(daysBetween(first, isoDate(until)))}
        </span>
        <span className="block text-ink-3">
          {isForGood ? '' : `${formatDay(day)}, `}
          {fromToday(daysBetween(today, first))}
        </span>
      </span>
    </li>
  );
}

function fromToday(days: number): string {
  return days === 1 ? 'tomorrow' : `in ${formatLength(days)}`;
}
