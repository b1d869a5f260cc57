'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useTransition } from 'react';

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

/** Shows what is stored now on the page, again and again while something on it is under way. */
export function useRefreshWhile(isMoving: boolean, everyMs: number): void {
  const router = useRouter();
  useEffect(() => {
    if (!isMoving) return;
    const timer = setInterval(() => {
      router.refresh();
    }, everyMs);
    return () => {
      clearInterval(timer);
    };
  }, [isMoving, everyMs, router]);
}
