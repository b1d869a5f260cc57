'use client';

import { Link2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/ui/button';

/** Copies the address of the page: the question, its filters and the open cell. */
export function CopyLink() {
  const [state, setState] = useState<'ready' | 'copied' | 'failed'>('ready');
  return (
    <span className="flex items-center gap-2">
      <Button
        variant="secondary"
        size="toolbar"
        onPress={() => {
          navigator.clipboard.writeText(window.location.href).then(
            () => {
              setState('copied');
            },
            () => {
              setState('failed');
            },
          );
        }}
      >
        <Link2 aria-hidden />
        Copy link
      </Button>
      <span role="status" className="text-table text-ink-2 empty:hidden">
        {state === 'copied' && 'Copied'}
        {state === 'failed' && 'Copy the address of the page instead'}
      </span>
    </span>
  );
}
