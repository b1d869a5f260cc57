'use client';

import { useEffect, useEffectEvent } from 'react';

/** How long the browser may stay busy before it is done all the same, in milliseconds. */
const AT_LAST = 5_000;

/** Does something once, when the page stands and the browser has nothing else to do: fetching what is opened next, say. */
export function useWhenIdle(work: () => void): void {
  const onIdle = useEffectEvent(work);
  useEffect(() => {
    // Safari has no idle callbacks yet.
    if (typeof window.requestIdleCallback !== 'function') {
      const timer = setTimeout(() => onIdle(), 1_000);
      return () => clearTimeout(timer);
    }
    const handle = window.requestIdleCallback(() => onIdle(), { timeout: AT_LAST });
    return () => window.cancelIdleCallback(handle);
  }, []);
}
