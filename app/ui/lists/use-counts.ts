import { useEffect, useEffectEvent, useState } from 'react';
import type { ValueCounts } from './long-options';

/**
 * How many things each value of a filter would leave; `null` until that is known.
 *
 * Counted once each time a menu opens: what is chosen in it changes nothing, since values count under the other filters.
 */
export function useCounts(
  isOpen: boolean,
  load: (() => Promise<ValueCounts | null>) | undefined,
): ValueCounts | null {
  const [counts, setCounts] = useState<ValueCounts | null>(null);
  const count = useEffectEvent(() => load?.());
  useEffect(() => {
    if (!isOpen) return undefined;
    let isWanted = true;
    count()?.then(
      (found) => {
        if (isWanted) setCounts(found);
      },
      // Without counts the values can be chosen all the same.
      console.warn,
    );
    return () => {
      isWanted = false;
    };
  }, [isOpen]);
  return counts;
}
