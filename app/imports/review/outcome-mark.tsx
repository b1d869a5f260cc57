import {
  ArrowLeftRight,
  CircleMinus,
  CirclePause,
  CircleSlash,
  EyeOff,
  Minus,
  Pencil,
  Plus,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { ReviewOutcome } from '../../../src/service/import/import-views';
import { classes } from '@/ui/classes';
import { StateGlyph } from '@/ui/state-mark';
import { OUTCOME_NAMES } from './review-words';

const INK: Record<ReviewOutcome, string> = {
  created: 'text-tide-ink',
  changed: 'text-ink',
  'details-changed': 'text-ink',
  unchanged: 'text-ink-3',
  'left-out': 'text-ink-3',
  kept: 'text-straw-ink',
  'taken-down': 'text-straw-ink',
  withdrawn: 'text-straw-ink',
  blocked: 'text-clay-ink',
  stale: 'text-plum-ink',
};

const GLYPHS: Record<ReviewOutcome, ReactNode> = {
  created: <Plus />,
  changed: <ArrowLeftRight />,
  'details-changed': <Pencil />,
  unchanged: <Minus />,
  'left-out': <EyeOff />,
  kept: <CirclePause />,
  'taken-down': <CircleSlash />,
  withdrawn: <CircleMinus />,
  blocked: <StateGlyph state="refused" />,
  stale: <StateGlyph state="someone" />,
};

/** What becomes of something, as glyph and word. */
export function OutcomeMark({
  outcome,
  children,
}: {
  outcome: ReviewOutcome;
  /** Stands after the word: how many. */
  children?: ReactNode;
}) {
  return (
    <span className={classes('inline-flex items-center gap-1.5', INK[outcome])}>
      <span aria-hidden className="contents [&_svg]:size-3.5 [&_svg]:shrink-0">
        {GLYPHS[outcome]}
      </span>
      {OUTCOME_NAMES[outcome]}
      {children}
    </span>
  );
}
