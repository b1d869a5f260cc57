import { useId, type ReactNode } from 'react';
import type { PreviewRun } from '../commands/use-preview';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/overlays/notice';

/** What a command would do, below its form and read aloud as it changes. */
export function EffectSection({
  title,
  state,
  children,
}: {
  title: string;
  /** How it stands: being checked, or against what it was checked. */
  state: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      aria-live="polite"
      className="-mx-4 flex flex-col gap-3 border-t border-line px-4 pt-4 text-table"
    >
      <div className="flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1 text-ink-3">
        <h3 id={id} className="flex-1 text-panel-title whitespace-nowrap text-ink">
          {title}
        </h3>
        {state}
      </div>
      {children}
    </section>
  );
}

/** Why there is no dry run: no answer came, or the command would be refused. */
export function EffectTrouble({
  trouble,
  refusal,
  nothing,
  onAgain,
}: {
  trouble: PreviewRun['trouble'];
  refusal: string | null;
  /** That nothing was done: `Nothing was saved.` */
  nothing: string;
  onAgain: () => void;
}) {
  return (
    <>
      {trouble !== null && (
        <Notice
          tone="attention"
          role="alert"
          title={trouble === 'offline' ? 'You are offline.' : 'The server did not answer.'}
          actions={
            trouble === 'unanswered' && (
              <Button variant="secondary" onPress={onAgain}>
                Check again
              </Button>
            )
          }
        >
          {nothing}
        </Notice>
      )}
      {refusal !== null && (
        <Notice tone="refused" role="alert">
          {refusal}
        </Notice>
      )}
    </>
  );
}
