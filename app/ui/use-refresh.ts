'use client';

import { useRouter } from 'next/navigation';
import { useTransition } from 'react';

/** Shows what is stored now on the page, and whether that is still under way. */
export function useRefresh(): { readonly refresh: () => void; readonly isRefreshing: boolean } {
  const router = useRouter();
  const [isRefreshing, start] = useTransition();
  return {
    isRefreshing,
    refresh: () => {
      start(() => {
        router.refresh();
      });
    },
  };
}
