'use client';

import { useEffect } from 'react';
import { Button } from '@/ui/button';
import { LinkButton } from '@/ui/link-button';
import { Plight } from '@/ui/shell/plight';

/** Stands in for a page whose making failed; the frame around it stays. */
export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  useEffect(() => {
    console.error(error);
  }, [error]);
  return (
    <Plight
      title="This page could not be loaded"
      reference={referenceOf(error)}
      actions={
        <>
          <Button variant="primary" onPress={retry}>
            Try again
          </Button>
          <LinkButton href="/licenses">Back to licenses</LinkButton>
        </>
      }
    >
      An error occurred on the server. Saved changes are safe. Try again in a moment. If the error
      persists, report the reference.
    </Plight>
  );
}

/** What the server wrote beside the cause in its log. */
function referenceOf(error: unknown): string | undefined {
  return error instanceof Error && 'digest' in error && typeof error.digest === 'string'
    ? error.digest
    : undefined;
}
