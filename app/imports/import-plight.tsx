import type { ImportView } from '../../src/service/import/import-views';
import { LinkButton } from '@/ui/link-button';
import { Notice } from '@/ui/overlays/notice';
import { ForEditors } from '@/ui/role';
import { CheckAgain } from './check-again';
import { IMPORTS } from './import-address';
import { isRunning } from './import-words';
import { typedRules } from './rules/typed-rules';

/** Why the last step did not do what was asked, and the way on. */
export function ImportPlight({ view }: { view: ImportView }) {
  const ways = (
    <>
      <CheckAgain importId={view.id} revision={view.revision} rules={typedRules(view.rules)} />
      <ForEditors>
        <LinkButton href={IMPORTS} variant="secondary" size="toolbar">
          Upload another file
        </LinkButton>
      </ForEditors>
    </>
  );
  if (view.state === 'unreadable')
    return (
      <Notice
        tone="refused"
        title={view.failure ?? 'This file could not be read.'}
        actions={ways}
        className="mx-4 my-3"
      >
        The check saved nothing.
      </Notice>
    );
  if (view.state === 'cancelled')
    return (
      <Notice tone="attention" title="The check was canceled." actions={ways} className="mx-4 my-3">
        It saved nothing. The file is kept
        <ForEditors>: you can check it again</ForEditors>.
      </Notice>
    );
  if (view.failure === null || isRunning(view.state)) return null;
  return (
    <Notice tone="refused" className="mx-4 mt-3">
      {view.failure}
    </Notice>
  );
}
