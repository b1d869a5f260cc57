import type { ReactNode } from 'react';
import { classes } from './classes';

/** States with a glyph. */
export type MarkedState =
  | 'on-offer'
  | 'upcoming'
  | 'ended'
  | 'ended-early'
  | 'retired'
  | 'free'
  | 'attention'
  | 'refused'
  | 'taken-down'
  | 'someone'
  | 'waiting'
  | 'ok';

const INK: Record<MarkedState, string> = {
  'on-offer': 'text-tide-ink',
  upcoming: 'text-tide-ink',
  ended: 'text-past-ink',
  'ended-early': 'text-past-ink',
  retired: 'text-past-ink',
  free: 'text-ink-3',
  attention: 'text-straw-ink',
  refused: 'text-clay-ink',
  'taken-down': 'text-clay-ink',
  someone: 'text-plum-ink',
  waiting: 'text-straw-ink',
  ok: 'text-tide-ink',
};

const SHAPE: Record<MarkedState, ReactNode> = {
  'on-offer': <circle cx="8" cy="8" r="5" fill="currentColor" />,
  upcoming: <circle cx="8" cy="8" r="4.25" fill="none" stroke="currentColor" strokeWidth="2" />,
  ended: <path d="M3 8h10" stroke="currentColor" strokeWidth="2" />,
  'ended-early': <path d="M2 8h10.5M13 4v8" stroke="currentColor" strokeWidth="2" />,
  retired: (
    <g fill="none" stroke="currentColor" strokeWidth="1.5">
      <path d="M2.5 3h11v3h-11ZM3.500 6v7h9V6" strokeLinejoin="round" />
      <path d="M6.500 8.800h3" strokeLinecap="round" />
    </g>
  ),
  free: (
    <rect
      x="3"
      y="3"
      width="10"
      height="10"
      rx="2"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeDasharray="2.6 2.3"
    />
  ),
  attention: (
    <g fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinejoin="round">
      <path d="M8 2.2 14.4 13.4H1.6Z" />
      <path d="M8 6.4v3.4M8 11.3v.4" strokeLinecap="round" />
    </g>
  ),
  refused: (
    <g fill="none" stroke="currentColor" strokeWidth="1.5">
      <rect x="2.5" y="2.5" width="11" height="11" rx="2" />
      <path d="M3 8.5 8.5 3M3.2 12.8l9.6-9.6M7.5 13 13 7.5" />
    </g>
  ),
  'taken-down': (
    <g fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round">
      <path
        d="M1.6 8S4 3.8 8 3.8 14.400 8 14.400 8 12 12.200 8 12.200 1.600 8 1.600 8Z"
        strokeLinejoin="round"
      />
      <circle cx="8" cy="8" r="1.9" />
      <path d="M3 13.500 13 2.500" />
    </g>
  ),
  someone: (
    <g fill="currentColor">
      <circle cx="8" cy="5" r="2.9" />
      <path d="M2.6 13.6c0-3 2.4-4.8 5.4-4.8s5.4 1.8 5.4 4.8Z" />
    </g>
  ),
  waiting: (
    <g fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round">
      <circle cx="8" cy="8" r="5.6" />
      <path d="M8 4.900V8l2 1.3" />
    </g>
  ),
  ok: (
    <g>
      <circle cx="8" cy="8" r="6.5" fill="currentColor" />
      <path
        d="m5 8.2 2.1 2.100L11 6.2"
        fill="none"
        stroke="var(--panel)"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </g>
  ),
};

/** The glyph of a state in the text color, without a label. */
export function StateGlyph({
  state,
  className,
}: {
  state: MarkedState;
  className?: string | undefined;
}) {
  return (
    <svg
      viewBox="0 0 16 16"
      aria-hidden="true"
      data-state={state}
      className={classes('inline-block size-3.5 shrink-0', className)}
    >
      {SHAPE[state]}
    </svg>
  );
}

/** A state as glyph, label and color. */
export function StateMark({
  state,
  children,
  className,
}: {
  state: MarkedState;
  /** Label: "On offer", "Starts in 8 days". */
  children: ReactNode;
  className?: string | undefined;
}) {
  return (
    <span className={classes('state-mark', INK[state], className)}>
      <StateGlyph state={state} />
      <span>{children}</span>
    </span>
  );
}
