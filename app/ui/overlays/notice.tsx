import type { ReactNode } from 'react';
import { FocusedResult } from './focused-result';
import { classes } from '../classes';
import { StateGlyph, type MarkedState } from '../state-mark';

export type NoticeTone = 'refused' | 'attention' | 'ok' | 'someone' | 'taken-down';

const LOOK: Record<NoticeTone, { tint: string; glyph: MarkedState }> = {
  refused: { tint: 'bg-clay-tint text-clay-ink', glyph: 'refused' },
  attention: { tint: 'bg-straw-tint text-straw-ink', glyph: 'attention' },
  ok: { tint: 'bg-tide-tint text-tide-ink', glyph: 'ok' },
  someone: { tint: 'bg-plum-tint text-plum-ink', glyph: 'someone' },
  'taken-down': { tint: 'bg-clay-tint text-clay-ink', glyph: 'taken-down' },
};

/** Inline message with actions: a refusal, a warning, a success, or a change by another person. */
export function Notice({
  tone,
  title,
  children,
  actions,
  role,
  answer,
  className,
}: {
  tone: NoticeTone;
  /** The first sentence, emphasized. */
  title?: ReactNode;
  children?: ReactNode;
  /** Buttons that resolve the problem. */
  actions?: ReactNode;
  /** `alert` for the result of an action, `status` for other updates. */
  role?: 'alert' | 'status' | 'note' | undefined;
  /** Result of the last action, a new object each time; brings the notice or the invalid field into view. */
  answer?: object | undefined;
  className?: string | undefined;
}) {
  const box = (
    <div
      role={role}
      className={classes(
        'flex flex-wrap items-center gap-x-4 gap-y-2 rounded-control px-3 py-2 text-table forced-colors:border',
        LOOK[tone].tint,
        className,
      )}
    >
      <div className="flex min-w-0 flex-1 basis-56 items-start gap-2.5">
        <StateGlyph state={LOOK[tone].glyph} className="mt-px" />
        <div className="min-w-0">
          {title !== undefined && <strong className="font-heading">{title}</strong>} {children}
        </div>
      </div>
      {actions !== undefined && <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
  return answer === undefined ? box : <FocusedResult answer={answer}>{box}</FocusedResult>;
}

/** Why something was refused, as a notice; nothing as long as nothing was. */
export function RefusalNotice({
  refusal,
  className,
}: {
  /** A new object each time something is refused. */
  refusal: { readonly message: string } | null;
  className?: string;
}) {
  if (refusal === null) return null;
  return (
    <Notice tone="refused" role="alert" answer={refusal} className={className}>
      {refusal.message}
    </Notice>
  );
}
