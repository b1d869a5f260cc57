import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from '@/ui/classes';
import { countOf } from '../review/review-words';

/** One question: its number, filled when it is answered; its field; the rows it is about. */
export function Question({
  number,
  isAnswered,
  title,
  about,
  rows,
  children,
}: {
  number: number;
  isAnswered: boolean;
  title: string;
  about: string;
  rows: number;
  children: ReactNode;
}) {
  const id = `question-${number}`;
  return (
    <li
      id={id}
      aria-labelledby={`${id}-title`}
      className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-4 gap-y-3 border-b border-line px-4 py-4 lg:grid-cols-[1.5rem_minmax(0,2fr)_minmax(0,3fr)_9rem]"
    >
      <span
        aria-hidden
        className={classes(
          'flex size-6 items-center justify-center rounded-full border text-table',
          isAnswered && 'border-ink bg-ink text-on-ink',
          !isAnswered && 'border-control text-ink-2',
        )}
      >
        {isAnswered ? <Check className="size-3.5" /> : number}
      </span>
      <div>
        <h2 id={`${id}-title`} className="text-body font-heading">
          {title}
          <span className="sr-only">{isAnswered ? ', answered' : ', open'}</span>
        </h2>
        <p className="text-table text-ink-2">{about}</p>
      </div>
      <div className="max-lg:col-start-2">{children}</div>
      <p className="text-table text-ink-2 max-lg:col-start-2">{countOf(rows, 'row')}</p>
    </li>
  );
}
