'use client';

import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { Button } from '@/ui/button';

/** Counts what could not be counted once more. */
export function TryAgain() {
  const router = useRouter();
  const [isLoading, startLoading] = useTransition();
  return (
    <Button
      variant="secondary"
      size="toolbar"
      isDisabled={isLoading}
      onPress={() => {
        startLoading(() => {
          router.refresh();
        });
      }}
    >
      Try again
    </Button>
  );
}
