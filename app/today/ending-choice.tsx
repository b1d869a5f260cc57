import { Link } from '@/ui/link';
import type { LicensesWithin, TodayScope } from '../../src/service/today/today-views';
import { classes } from '@/ui/classes';
import { totalWords } from '@/words/total-words';
import { endingAddress } from './frames';
import { SOON } from './sections/license-sections';

/** How many licenses end within 7, 30 and 90 days, each with its list. */
export function EndingChoice({
  within,
  scope,
}: {
  within: readonly LicensesWithin[];
  scope: TodayScope;
}) {
  return (
    <ul className="mx-4 mt-0.5 mb-1 flex w-fit gap-1 rounded-control bg-sunken p-0.5 text-table max-sm:hidden">
      {within.map(({ within: days, licenses }) => (
        <li key={days}>
          <Link
            href={endingAddress(scope, days)}
            prefetch={false}
            className={classes(
              'inline-flex min-h-6 items-center gap-1 rounded-bar px-2 hover:text-ink',
              days === SOON ? 'bg-panel text-ink shadow-1' : 'text-ink-2',
            )}
          >
            {days} days <span className="font-heading">{totalWords(licenses)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
