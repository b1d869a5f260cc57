'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** Whether the scripts have arrived: false on the server and in the first render in a browser, which must be the same. */
export function useIsInBrowser(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
