import type { ReactNode } from 'react';
import type { LostDays } from '../../../src/domain/content/coverage';
import type { TakedownPreview } from './use-takedown-preview';
import { StateGlyph, StateMark, type MarkedState } from '@/ui/state-mark';
import { lostWords } from './takedown-words';

/** The heading of what a change would do, and what there is to say of it. */
export function EffectBlock({
  note,
  isBusy = false,
  children,
}: {
  /** Right of the heading: `checked against v9`. */
  note: ReactNode;
  isBusy?: boolean | undefined;
  children: ReactNode;
}) {
  return (
    <section
      aria-labelledby="effect"
      aria-busy={isBusy}
      className="-mx-4 flex flex-col gap-2 border-t border-line px-4 pt-4"
    >
      <div className="flex min-h-7 flex-wrap items-center gap-x-2 text-table text-ink-3">
        <h3 id="effect" className="flex-1 text-body font-heading whitespace-nowrap text-ink">
          What this does
        </h3>
        {note}
      </div>
      <div role="status" className="flex min-h-12 flex-col gap-2 text-table">
        {children}
      </div>
    </section>
  );
}

/** Days by places, one line each. */
export function EffectDays({
  days,
  state,
}: {
  days: readonly LostDays[];
  state: Extract<MarkedState, 'taken-down' | 'on-offer'>;
}) {
  return (
    <ul className="flex flex-col gap-2">
      {days.map((one) => {
        const words = lostWords(one);
        return (
          <li
            key={`${words.places} ${words.days}`}
            className={`flex items-start gap-2 ${state === 'on-offer' ? 'text-tide-ink' : 'text-clay-ink'}`}
          >
            <StateGlyph state={state} className="mt-0.5" />
            <span className="min-w-0">
              <strong className="block">{words.places}</strong>
              <span className="text-ink-2">{words.days}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** What a takedown would take, or why that is not known. */
export function PreviewedEffect({
  preview: { answer, isAsked },
  stale,
  children,
}: {
  preview: TakedownPreview;
  /** What is said when somebody has saved since. */
  stale?: ReactNode;
  /** What to show of the dry run, once it is there. */
  children: ReactNode;
}) {
  if (!isAsked) return <p className="text-ink-3">Choose a day and places to see the effect.</p>;
  if (answer === null) return <p className="animate-breathe text-ink-3">Checking …</p>;
  if (answer.status === 'takedown-previewed') return children;
  if (answer.status !== 'refused')
    return <p className="text-straw-ink">The server did not answer. You can still confirm.</p>;
  if (answer.code === 'stale' && stale !== undefined) return stale;
  return (
    <StateMark state={answer.code === 'stale' ? 'someone' : 'refused'} className="items-start">
      {answer.code === 'stale'
        ? 'Another person saved a newer version. Confirm to compare, or reload the page.'
        : answer.message}
    </StateMark>
  );
}
