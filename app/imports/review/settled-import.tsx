import type { ImportView } from '../../../src/service/import/import-views';
import { instantWords } from '@/words/instant';
import { LinkButton } from '@/ui/link-button';
import { Notice } from '@/ui/overlays/notice';
import { ForEditors } from '@/ui/role';
import { CheckAgain } from '../check-again';
import { partAddress } from '../import-address';
import { savedWords } from '../import-words';
import { RejectedRows } from './rejected-rows';
import { StaleNotice } from './stale-notice';
import { countOf, lines, savedNoun, thingsOf } from './review-words';
import { typedRules } from '../rules/typed-rules';
import { UndoImport } from './undo-import';

/** What a commit saved and what it left, or that it was taken back; and what can be done then. */
export function SettledImport({ view }: { view: ImportView }) {
  const stale = lines(view.counts, { outcome: 'stale' });
  const blocked = lines(view.counts, { outcome: 'blocked' });
  const who =
    view.settledBy === null || view.settledAt === null
      ? ''
      : ` by ${view.settledBy}, ${instantWords(view.settledAt)}`;
  const again = (
    <CheckAgain importId={view.id} revision={view.revision} rules={typedRules(view.rules)} />
  );
  if (view.state === 'undone')
    return (
      <Notice tone="attention" title={`Undone${who}.`} className="mx-4 my-3">
        Everything this file changed is restored.
        <ForEditors> To save it after all, upload it again.</ForEditors>
      </Notice>
    );
  const leftOut = view.leftOutChanges;
  const isWhole = stale + blocked + view.rejected + view.applicable + leftOut === 0;
  return (
    <section aria-label="Result" className="flex flex-col gap-2 px-4 py-3">
      <Notice
        tone="ok"
        title={view.applicable > 0 ? `Saved in part${who}.` : `Saved${who}: ${savedWords(view)}.`}
        actions={<UndoImport importId={view.id} revision={view.revision} />}
      >
        {isWhole && 'Everything in this file is saved.'}
      </Notice>
      {view.applicable > 0 && (
        <Notice
          tone="attention"
          title={`Not saved yet: ${countOf(view.applicable, savedNoun(view.counts))}.`}
          actions={again}
        >
          The import stopped before these {savedNoun(view.counts)}s.
          <ForEditors> Check again to save them.</ForEditors>
        </Notice>
      )}
      {leftOut > 0 && (
        <Notice
          tone="attention"
          title={`Left out: ${countOf(leftOut, savedNoun(view.counts))}.`}
          actions={again}
        >
          <ForEditors>Check again, and bring back what you want to save.</ForEditors>
        </Notice>
      )}
      <StaleNotice view={view} />
      {blocked > 0 && (
        <Notice
          tone="refused"
          title={`Not saved: ${thingsOf(view.counts, 'blocked')}.`}
          actions={
            <LinkButton
              href={partAddress(view.id, 'review', { outcome: 'blocked' })}
              size="toolbar"
            >
              Show why
            </LinkButton>
          }
        />
      )}
      <RejectedRows view={view} />
    </section>
  );
}
