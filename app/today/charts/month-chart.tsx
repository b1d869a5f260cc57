import { Link } from '@/ui/link';
import type { Bar } from './months';
import { classes } from '@/ui/classes';
import { withStyle } from '@/ui/with-style';
import { totalWords } from '@/words/total-words';

/** What the bars are: the pattern says it, not the color alone. */
export type ChartLook = 'dark' | 'gaps' | 'ends' | 'starts' | 'missing' | 'others';

const PATTERNS: Record<ChartLook, string> = {
  dark: 'border-straw-line bg-straw-line',
  gaps: 'border-dashed border-straw-line bg-straw-tint',
  ends: 'border-transparent bg-[repeating-linear-gradient(0deg,transparent_0_2px,var(--straw-line)_2px_4px)]',
  starts: 'border-tide-line bg-tide-tint',
  missing:
    'border-straw-line bg-[repeating-linear-gradient(135deg,var(--straw-line)_0_1.5px,transparent_1.5px_5px)]',
  others: 'border-plum-line bg-plum-tint',
};

/** Every third bar is named: more names than these would touch. */
const NAMED = 3;

/** Twelve numbers over time as bars on one line. The chart is a link; read aloud, it is its numbers. */
export function MonthChart({
  bars,
  look,
  label,
  href,
}: {
  bars: readonly Bar[];
  look: ChartLook;
  /** What is counted: `Titles going dark by month`. */
  label: string;
  /** Where the counted are. */
  href: string;
}) {
  const most = Math.max(0, ...bars.map(({ count }) => count));
  const tallest = bars.findIndex(({ count }) => count === most);
  const spoken = bars.map(({ name, count }) => `${name} ${totalWords(count)}`).join(', ');
  return (
    <Link
      href={href}
      prefetch={false}
      className="relative mx-4 block rounded-bar pt-1.5 hover:bg-ink/5"
    >
      <span className="sr-only">{`${label}: ${spoken}`}</span>
      <span
        aria-hidden
        className="flex h-17 items-end gap-1 border-b border-control max-sm:h-10 max-sm:gap-0.5"
      >
        {bars.map(({ name, count }, place) => (
          <span key={name} className="flex h-full min-w-0 flex-1 flex-col items-center justify-end">
            {place === tallest && most > 0 && (
              <span className="text-label text-ink-2">{totalWords(count)}</span>
            )}
            {count > 0 && (
              <span
                {...withStyle({ height: `${heightOf(count, most)}%` })}
                // Drawn by the server alone: the style comes out of the data attribute before the page is hydrated.
                suppressHydrationWarning
                className={classes(
                  'block w-full rounded-t-[3px] border border-b-0',
                  PATTERNS[look],
                )}
              />
            )}
          </span>
        ))}
      </span>
      <span aria-hidden className="flex gap-1 max-sm:hidden">
        {bars.map(({ name, short }, place) => (
          <span key={name} className="min-w-0 flex-1 text-label whitespace-nowrap text-ink-3">
            {place % NAMED === 0 && short}
          </span>
        ))}
      </span>
    </Link>
  );
}

/** The number above the tallest bar needs the rest. */
const TALLEST = 76;

/** Percent of the chart's height; the smallest bar can be seen. */
function heightOf(count: number, most: number): number {
  return Math.max(4, Math.round((count / most) * TALLEST));
}
