import type { ReactNode } from 'react';
import type { Availability } from '../../src/domain/content/availability-question';
import { classes } from '@/ui/classes';

type Verdict = Availability['verdict'];

const INK: Record<Verdict, string> = {
  yes: 'text-tide-ink',
  partly: 'text-straw-ink',
  no: 'text-clay-ink',
};

/** A disc with a check, a half disc, a ring with a slash: distinguishable without color. */
const SHAPE: Record<Verdict, ReactNode> = {
  yes: (
    <>
      <circle cx="8" cy="8" r="6.5" fill="currentColor" />
      <path
        d="m5 8.2 2.1 2.1L11 6.2"
        fill="none"
        stroke="var(--panel)"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  partly: (
    <>
      <circle cx="8" cy="8" r="5.75" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M8 2.25a5.75 5.75 0 0 0 0 11.5Z" fill="currentColor" />
    </>
  ),
  no: (
    <g fill="none" stroke="currentColor" strokeWidth="1.6">
      <circle cx="8" cy="8" r="5.7" />
      <path d="m4 12 8-8" />
    </g>
  ),
};

/** An answer as a glyph and text, in its color. */
export function VerdictMark({
  verdict,
  children,
  className,
}: {
  verdict: Verdict;
  children: ReactNode;
  className?: string | undefined;
}) {
  return (
    <span className={classes('flex items-start gap-2', className)}>
      <svg
        viewBox="0 0 16 16"
        aria-hidden="true"
        className={classes('mt-px size-4 shrink-0', INK[verdict])}
      >
        {SHAPE[verdict]}
      </svg>
      <span className="min-w-0">{children}</span>
    </span>
  );
}
