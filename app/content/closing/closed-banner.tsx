import type { ReactNode } from 'react';
import type { TitleClosing } from '../../../src/domain/closing';
import { StateGlyph } from '@/ui/state-mark';
import { closingText } from '@/words/closing-words';

const EFFECT: Readonly<Record<TitleClosing['kind'], string>> = {
  retired: 'It is not in the catalog and not on offer, and its history stays.',
  void: 'It was recorded by mistake and counts nowhere, and its history stays.',
};

/** That a title is retired or void, why, and the way back. */
export function ClosedBanner({ closing, actions }: { closing: TitleClosing; actions?: ReactNode }) {
  return (
    <section
      aria-label={closing.kind === 'void' ? 'This title is void' : 'This title is retired'}
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-sunken px-4 py-2.5 text-table text-ink-2"
    >
      <div className="flex min-w-0 flex-1 basis-72 items-start gap-2.5">
        <StateGlyph
          state={closing.kind === 'void' ? 'ended' : 'retired'}
          className="mt-0.5 text-past-ink"
        />
        <div className="min-w-0">
          <p className="font-heading break-words text-ink">{closingText(closing)}</p>
          <p>{EFFECT[closing.kind]}</p>
        </div>
      </div>
      {actions}
    </section>
  );
}
