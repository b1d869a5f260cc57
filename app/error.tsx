'use client';

import { useEffect } from 'react';
import { Button } from '@/ui/button';
import { LinkButton } from '@/ui/link-button';
import { ErrorPage } from '@/ui/shell/error-page';

/** Error page inside the layout, for a page that failed to render. */
export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  useEffect(() => {
    console.error(error);
  }, [error]);
  return (
    <ErrorPage
      title="This page could not be loaded"
      reference={referenceOf(error)}
      actions={
        <>
          <Button variant="primary" onPress={retry}>
            Try again
          </Button>
          <LinkButton href="/today">Back to today</LinkButton>
        </>
      }
    >
      An error occurred on the server. Saved changes are safe. Try again in a moment. If the error
      persists, report the reference.
    </ErrorPage>
  );
}

/** Reference that the server logged with the cause. */
function referenceOf(error: unknown): string | undefined {
  return error instanceof Error && 'digest' in error && typeof error.digest === 'string'
    ? error.digest
    : undefined;
}
