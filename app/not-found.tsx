import type { Metadata } from 'next';
import { LinkButton } from '@/ui/link-button';
import { ErrorPage } from '@/ui/shell/error-page';

export const metadata: Metadata = { title: 'Page not found' };

export default function NotFound() {
  return (
    <ErrorPage
      title="Page not found"
      actions={
        <>
          <LinkButton href="/licenses" variant="primary">
            Back to licenses
          </LinkButton>
          <LinkButton href="/history">Open history</LinkButton>
        </>
      }
    >
      The link may be mistyped or incomplete, or the item was never saved. Start from the list or
      search the history.
    </ErrorPage>
  );
}
