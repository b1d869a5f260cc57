import { ChevronRight } from 'lucide-react';
import { Link } from '@/ui/link';
import { Suspense, type ReactNode } from 'react';
import type { SectionData, Settled } from './section-data';
import type { ChartLook } from '../charts/month-chart';
import { classes } from '@/ui/classes';
import { Skeleton } from '@/ui/lists/skeleton';
import { totalWords } from '@/words/total-words';
import { MonthChart } from '../charts/month-chart';
import { ROWS } from './section-data';
import { SectionRow } from './section-row';
import { TryAgain } from '../try-again';

/** How a section is called and where it leads, whatever it counts. */
export interface SectionFrame {
  /** Its place, and the key that goes there. */
  readonly place: number;
  /** After the number: `titles go dark within 90 days`. */
  readonly words: (total: number) => string;
  /** The same where there is little room. */
  readonly short: string;
  /** What it says when there is nothing. */
  readonly nothing: string;
  /** Where exactly those that are counted are. */
  readonly href: string;
  readonly link: string;
}

const BOX = 'min-w-0 border-b border-line pb-3 sm:border-e';

/** One question of the day: a number, a sentence, the twelve months ahead and what is most urgent. */
export function TodaySection<Data extends Pick<SectionData, 'total'>>({
  frame,
  load,
  className,
  children,
}: {
  frame: SectionFrame;
  load: Promise<Settled<Data>>;
  className?: string | undefined;
  children: (data: Data) => ReactNode;
}) {
  return (
    <section
      aria-labelledby={headingId(frame)}
      data-section={frame.place}
      className={classes(BOX, className)}
    >
      <Suspense fallback={<SectionSkeleton frame={frame} />}>
        <Content frame={frame} load={load}>
          {children}
        </Content>
      </Suspense>
    </section>
  );
}

async function Content<Data extends Pick<SectionData, 'total'>>({
  frame,
  load,
  children,
}: {
  frame: SectionFrame;
  load: Promise<Settled<Data>>;
  children: (data: Data) => ReactNode;
}) {
  const settled = await load;
  if ('failed' in settled)
    return (
      <div className="px-4 pt-4 text-body">
        <h2 id={headingId(frame)} className="pb-1 text-panel-title">
          {capital(frame.words(0))}
        </h2>
        <p role="alert" className="pb-2 text-clay-ink">
          Could not be counted.
        </p>
        <TryAgain />
      </div>
    );
  const { data } = settled;
  return (
    <>
      <SectionHead frame={frame} total={data.total} />
      {children(data)}
    </>
  );
}

function SectionHead({ frame, total }: { frame: SectionFrame; total: number }) {
  const { words, short, href, link } = frame;
  return (
    <header className="flex items-center gap-x-2 px-4 pt-3 pb-1 max-sm:pt-2.5 max-sm:pb-0">
      <h2 id={headingId(frame)} className="flex min-w-0 flex-1 items-baseline gap-x-2">
        <span className="text-number">{totalWords(total)}</span>{' '}
        <span className="text-body font-heading max-sm:hidden">{words(total)}</span>
        <span aria-hidden className="truncate text-body sm:hidden">
          {short}
        </span>
      </h2>
      <Link
        href={href}
        prefetch={false}
        data-all
        aria-label={`${link}: ${totalWords(total)} ${words(total)}`}
        className="inline-flex min-h-6 shrink-0 items-center gap-1 rounded-bar text-table text-ink-2 hover:text-ink max-sm:min-w-6 max-sm:justify-end"
      >
        <span className="max-sm:hidden">{link}</span>
        <ChevronRight aria-hidden className="size-3.5" />
      </Link>
    </header>
  );
}

/** Chart and rows of a section. */
export function ChartAndRows({
  frame,
  data,
  look,
  label,
  chartHref = frame.href,
  children,
}: {
  frame: SectionFrame;
  data: SectionData;
  look: ChartLook;
  /** What the chart counts. */
  label: string;
  /** Where all that the chart counts is; without it, where the section leads. */
  chartHref?: string | undefined;
  /** Between the chart and the rows. */
  children?: ReactNode;
}) {
  return (
    <>
      {children}
      <MonthChart bars={data.bars} look={look} label={label} href={chartHref} />
      <SectionRows frame={frame} data={data} />
    </>
  );
}

function SectionRows({ frame, data }: { frame: SectionFrame; data: Pick<SectionData, 'rows'> }) {
  if (data.rows.length === 0)
    return (
      <p className="mt-2 border-t border-line px-4 pt-2 text-table text-ink-2 max-sm:hidden">
        {frame.nothing}
      </p>
    );
  return (
    <ul className="mt-2 max-sm:hidden">
      {data.rows.map((row) => (
        <SectionRow key={row.key} row={row} />
      ))}
    </ul>
  );
}

/** Of the size of what comes. */
function SectionSkeleton({ frame }: { frame: SectionFrame }) {
  return (
    <>
      <div className="flex items-baseline gap-2 px-4 pt-3 pb-1 max-sm:pt-2.5 max-sm:pb-0">
        <Skeleton className="h-7 w-10" />
        <h2 id={headingId(frame)} className="min-w-0 truncate text-body font-heading">
          {capital(frame.words(0))}
        </h2>
      </div>
      <Skeleton className="mx-4 mt-1.5 h-21 max-sm:h-10" />
      <div aria-hidden className="mt-2 max-sm:hidden">
        {Array.from({ length: ROWS }, (_, row) => (
          <div key={row} className="flex h-12 items-center border-t border-line px-4">
            <Skeleton className="h-3 w-full" />
          </div>
        ))}
      </div>
    </>
  );
}

function headingId({ place }: SectionFrame): string {
  return `section-${place}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
