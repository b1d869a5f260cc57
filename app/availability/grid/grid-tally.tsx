import { Link } from '@/ui/link';
import type { GridAnswer, GridTally } from '../../../src/service/content/availability-views';
import type { TypedQuestion } from '../question-address';
import { questionAddress } from '../question-address';
import { VerdictMark } from '../verdict-mark';

const WORDS = {
  'yes-everywhere': ['yes', 'Yes everywhere'],
  'partly-somewhere': ['partly', 'Partly somewhere'],
  'no-somewhere': ['no', 'No somewhere'],
} as const satisfies Record<GridAnswer, readonly ['yes' | 'partly' | 'no', string]>;

/** Counts of all titles by how their answers fall out together; each count leads to its titles. */
export function GridTallyLinks({ typed, tally }: { typed: TypedQuestion; tally: GridTally }) {
  const counts: Record<GridAnswer, number> = {
    'yes-everywhere': tally.yesEverywhere,
    'partly-somewhere': tally.partlySomewhere,
    'no-somewhere': tally.noSomewhere,
  };
  const choice = (answer: string, content: React.ReactNode) => (
    <Link
      key={answer}
      href={questionAddress({ ...typed, answer, why: '' })}
      prefetch={false}
      scroll={false}
      aria-current={typed.answer === answer ? 'true' : undefined}
      className={`inline-flex min-h-7 items-center gap-1.5 rounded-control border px-2 max-sm:min-h-9 ${typed.answer === answer ? 'border-line-strong bg-panel' : 'border-transparent hover:bg-ink/5 hover:text-ink'}`}
    >
      {content}
    </Link>
  );
  return (
    <nav aria-label="Titles by answer" className="flex flex-wrap gap-1 text-table text-ink-2">
      {choice(
        '',
        <>
          All <Count of={tally.total} />
        </>,
      )}
      {Object.entries(WORDS).map(([answer, [verdict, words]]) =>
        choice(
          answer,
          <VerdictMark verdict={verdict}>
            {words} <Count of={counts[answer as GridAnswer]} />
          </VerdictMark>,
        ),
      )}
    </nav>
  );
}

function Count({ of }: { of: number }) {
  return <strong className="font-heading text-ink">{of.toLocaleString('en-US')}</strong>;
}
