import type { ReactNode } from 'react';
import type { TitleClosing } from '../../../src/domain/closing';
import { StateGlyph } from '@/ui/state-mark';
import { closingText } from '@/words/closing-words';

const EFFECT: Readonly<Record<TitleClosing['kind'], string>> = {
  retired: 'Not in the catalog, and not on offer anywhere.',
  void: 'Recorded by mistake. It counts nowhere.',
};

/** That a title is retired or void, why, and what that means. */
export function ClosedBanner({ closing, actions }: { closing: TitleClosing; actions?: ReactNode }) {
  return (
    <section
      aria-label={closing.kind === 'void' ? 'Void' : 'Retired'}
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-past px-4 py-2 text-table text-past-ink"
    >
      <div className="flex min-w-0 flex-1 basis-56 items-start gap-2.5">
        <StateGlyph state={closing.kind === 'void' ? 'ended' : 'retired'} className="mt-px" />
        <div className="min-w-0 break-words">
          <strong className="font-heading">{closingText(closing)}.</strong>
          <span className="block">{EFFECT[closing.kind]}</span>
        </div>
      </div>
      {actions !== undefined && <div className="flex flex-wrap gap-2">{actions}</div>}
    </section>
  );
}
