import { Link } from '@/ui/link';
import type { ReactNode } from 'react';
import type {
  ImportView,
  ReviewOutcome,
  ReviewQuery,
} from '../../../src/service/import/import-views';
import type { ImportQuery } from '../import-address';
import { classes } from '@/ui/classes';
import { partAddress } from '../import-address';
import { OutcomeMark } from './outcome-mark';
import { OUTCOMES, THINGS } from '../../../src/service/import/review';
import { lines, THING_NAMES } from './review-words';
import { withStyle } from '@/ui/with-style';

/** How many lines there are of each outcome and kind, each count the way to just those. */
export function ReviewChips({
  view,
  what,
  outcome,
}: { view: ImportView } & Pick<ReviewQuery, 'what' | 'outcome'>) {
  const { counts } = view;
  const address = (changes: Pick<ImportQuery, 'what' | 'outcome'>) =>
    partAddress(view.id, 'review', { what, outcome: outcome ?? 'all', ...changes });
  const isAnyUnchanged = lines(counts, { outcome: 'unchanged' }) > 0;
  const outcomes = OUTCOMES.filter(
    (each) => each === outcome || lines(counts, { outcome: each }) > 0,
  );
  return (
    <div className="flex flex-col gap-2 border-b border-line px-4 py-3">
      <Proportions view={view} />
      <ul aria-label="Outcomes" className="flex flex-wrap gap-1.5">
        {isAnyUnchanged && (
          <Chip
            href={address({ outcome: 'to-look-at' })}
            isSet={outcome === 'to-look-at'}
            count={lines(counts, { what, outcome: 'to-look-at' })}
          >
            To look at
          </Chip>
        )}
        <Chip
          href={address({ outcome: 'all' })}
          isSet={outcome === undefined}
          count={lines(counts, { what })}
        >
          All
        </Chip>
        {outcomes.map((each) => (
          <Chip
            key={each}
            href={address({ outcome: each })}
            isSet={each === outcome}
            count={lines(counts, { what, outcome: each })}
          >
            <OutcomeMark outcome={each} />
          </Chip>
        ))}
      </ul>
      <ul aria-label="Kinds" className="flex flex-wrap gap-1.5">
        <Chip
          href={address({ what: undefined })}
          isSet={what === undefined}
          count={lines(counts, { outcome })}
        >
          All kinds
        </Chip>
        {THINGS.map((each) => (
          <Chip
            key={each}
            href={address({ what: each })}
            isSet={each === what}
            count={lines(counts, { what: each, outcome })}
          >
            {THING_NAMES[each]}
          </Chip>
        ))}
      </ul>
    </div>
  );
}

function Chip({
  href,
  isSet,
  count,
  children,
}: {
  href: string;
  isSet: boolean;
  count: number;
  children: ReactNode;
}) {
  return (
    <li>
      <Link
        href={href}
        scroll={false}
        prefetch={false}
        aria-current={isSet ? 'true' : undefined}
        className={classes(
          'inline-flex min-h-7 items-center gap-1.5 rounded-control border px-2.5 text-table hover:bg-ink/5 max-sm:min-h-9',
          isSet ? 'border-ink bg-sunken font-emphasis text-ink' : 'border-line-strong text-ink-2',
        )}
      >
        {children}
        <span className={isSet ? 'text-ink-2' : 'text-ink-3'}>{count.toLocaleString('en-US')}</span>
      </Link>
    </li>
  );
}

const FILLS: Record<ReviewOutcome, string> = {
  created: 'bg-tide border-tide',
  changed: 'bg-tide-tint border-tide-line',
  'details-changed': 'bg-panel border-tide-line',
  unchanged: 'bg-past border-past-line',
  'left-out': 'bg-panel border-past-line border-dashed',
  'taken-down': 'bg-straw-tint border-straw-line',
  kept: 'bg-straw-tint border-straw-line border-dotted',
  withdrawn: 'bg-straw-tint border-straw-line border-dashed',
  blocked: 'hatch-clay border-clay-line',
  stale: 'bg-plum-tint border-plum-line border-dotted',
};

/** From what is new to what is left out. */
const IN_THE_BAR = [
  'created',
  'changed',
  'details-changed',
  'unchanged',
  'left-out',
  'kept',
  'withdrawn',
  'taken-down',
  'stale',
  'blocked',
] as const;

/** The outcomes side by side, each as wide as its part of the whole; the words and counts stand in the chips. */
function Proportions({ view }: { view: ImportView }) {
  const shown = IN_THE_BAR.map((outcome) => ({
    outcome,
    count: lines(view.counts, { outcome }),
  })).filter(({ count }) => count > 0);
  if (shown.length === 0) return null;
  return (
    <div aria-hidden className="flex h-2.5 gap-px">
      {shown.map(({ outcome, count }) => (
        <div
          key={outcome}
          {...withStyle({ flexGrow: count })}
          className={`min-w-3 basis-0 rounded-bar border ${FILLS[outcome]}`}
        />
      ))}
    </div>
  );
}
