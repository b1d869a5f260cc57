import { Link } from '@/ui/link';
import type { Settled, TodayRow, Tone } from './sections/section-data';
import { buttonLook } from '@/ui/button-look';
import { classes } from '@/ui/classes';
import { StateGlyph } from '@/ui/state-mark';
import { RepairLink } from './sections/section-row';
import { mostUrgent } from './urgency';

const INKS: Record<Tone, string> = {
  straw: 'text-straw-ink',
  tide: 'text-tide-ink',
  plum: 'text-plum-ink',
  clay: 'text-clay-ink',
};

/** The rows of all sections that are to be put right by a day, the soonest first: what a phone shows instead of each. */
export async function MostUrgent({
  loads,
}: {
  loads: readonly Promise<Settled<readonly TodayRow[]>>[];
}) {
  const settled = await Promise.all(loads);
  const rows = mostUrgent(settled.flatMap((one) => ('data' in one ? one.data : [])));
  return (
    <section aria-labelledby="most-urgent" className="sm:hidden">
      <h2 id="most-urgent" className="px-4 pt-4 pb-2 text-panel-title">
        Most urgent
      </h2>
      {rows.length === 0 ? (
        <p className="border-t border-line px-4 py-3 text-body text-ink-2">
          Nothing has to be put right in the days ahead.
        </p>
      ) : (
        <ul>
          {rows.map((row) => (
            <li
              key={row.key}
              className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 border-t border-line px-4 py-2"
            >
              <StateGlyph
                state={row.glyph}
                className={classes('mt-1 self-start', INKS[row.tone])}
              />
              <span className="min-w-0">
                <Link
                  href={row.href}
                  prefetch={false}
                  className="flex min-h-6 items-center text-body font-emphasis text-ink"
                >
                  <span className="truncate">{row.name}</span>
                </Link>
                <span className="block truncate text-table text-ink-2">{row.inBrief}</span>
              </span>
              <RepairLink
                row={row}
                className={classes(buttonLook('secondary', 'toolbar'), 'min-h-9')}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
