'use client';

import { useEffect } from 'react';

/** Ctrl Enter, or Command Enter, sends a form, wherever the focus is. */
export function useConfirmKey(formId: string, isOff: boolean): void {
  useEffect(() => {
    if (isOff) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      const form = document.forms.namedItem(formId);
      if (form === null) return;
      // A button that has the focus would take the key as a press.
      event.preventDefault();
      event.stopPropagation();
      form.requestSubmit();
    };
    document.addEventListener('keydown', onKey, { capture: true });
    return () => {
      document.removeEventListener('keydown', onKey, { capture: true });
    };
  }, [formId, isOff]);
}
