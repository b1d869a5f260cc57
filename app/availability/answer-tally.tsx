import { Link } from '@/ui/link';
import type { Tally } from '../../src/service/content/availability-views';
import type { TypedQuestion } from './question-address';
import { questionAddress } from './question-address';
import { VerdictMark } from './verdict-mark';

const WORDS = { yes: 'Yes', partly: 'Partly', no: 'No' };

/** Counts of all titles by answer; each count links to its titles. */
export function AnswerTally({ typed, tally }: { typed: TypedQuestion; tally: Tally }) {
  const all = tally.yes + tally.partly + tally.no;
  return (
    <nav aria-label="Titles by answer" className="flex flex-wrap gap-1 text-table text-ink-2">
      <Choice address={questionAddress({ ...typed, answer: '' })} isChosen={typed.answer === ''}>
        All <Count of={all} />
      </Choice>
      {(['yes', 'partly', 'no'] as const).map((verdict) => (
        <Choice
          key={verdict}
          address={questionAddress({ ...typed, answer: verdict })}
          isChosen={typed.answer === verdict}
        >
          <VerdictMark verdict={verdict}>
            {WORDS[verdict]} <Count of={tally[verdict]} />
          </VerdictMark>
        </Choice>
      ))}
    </nav>
  );
}

function Count({ of }: { of: number }) {
  return <strong className="font-heading text-ink">{of.toLocaleString('en-US')}</strong>;
}

function Choice({
  address,
  isChosen,
  children,
}: {
  address: string;
  isChosen: boolean;
  children: React.ReactNode;
}) {
  return (
    <Link
      href={address}
      prefetch={false}
      scroll={false}
      aria-current={isChosen ? 'true' : undefined}
      className={`inline-flex min-h-7 items-center gap-1.5 rounded-control border px-2 max-sm:min-h-9 ${isChosen ? 'border-line-strong bg-panel' : 'border-transparent hover:bg-ink/5 hover:text-ink'}`}
    >
      {children}
    </Link>
  );
}
