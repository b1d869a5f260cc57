import type { ImportView } from '../../../src/service/import/import-views';
import { LinkButton } from '@/ui/link-button';
import { Notice } from '@/ui/overlays/notice';
import { ForEditors } from '@/ui/role';
import { CheckAgain } from '../check-again';
import { partAddress } from '../import-address';
import { thingsOf } from './review-words';
import { typedRules } from '../rules/typed-rules';

/** What somebody changed after the review, so that it was not overwritten. */
export function StaleNotice({ view }: { view: ImportView }) {
  const stale = thingsOf(view.counts, 'stale');
  if (stale === '') return null;
  return (
    <Notice
      tone="someone"
      title={`Not overwritten: ${stale}.`}
      actions={
        <>
          <LinkButton href={partAddress(view.id, 'review', { outcome: 'stale' })} size="toolbar">
            Show them
          </LinkButton>
          <CheckAgain importId={view.id} revision={view.revision} rules={typedRules(view.rules)} />
        </>
      }
    >
      Another person changed them after the review.
      <ForEditors> Check again to see what the file would do now.</ForEditors>
    </Notice>
  );
}
