import { useEffect, useEffectEvent } from 'react';

/** F8 goes to the next missing amount, and Ctrl S saves, wherever the focus is. @param save `null` for who may not */
export function usePriceKeys({
  nextMissing,
  save,
}: {
  nextMissing: () => void;
  save: (() => void) | null;
}): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'F8') nextMissing();
    else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's' && save !== null)
      save();
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      onKey(event);
    };
    document.addEventListener('keydown', listen);
    return () => {
      document.removeEventListener('keydown', listen);
    };
  }, []);
}
