'use client';

import { useState, type ReactNode } from 'react';
import { Button } from '../button';
import { Notice } from './notice';
import { TextField } from '../fields/text-field';

/** Something secret, to be copied now: nobody can show it again. */
export function ShownOnce({
  title,
  label,
  value,
  children,
}: {
  /** That it is made, in a sentence. */
  title: string;
  label: string;
  value: string;
  /** What to do with it, and who can do what who has it. */
  children: ReactNode;
}) {
  const [copied, setCopied] = useState('');
  return (
    <Notice tone="ok" role="status" title={title}>
      <p>{children}</p>
      <div className="mt-2 flex flex-wrap items-end gap-2">
        <TextField
          label={label}
          value={value}
          isReadOnly
          isMono
          className="min-w-60 flex-1"
          onFocus={(event) => {
            event.target.select();
          }}
        />
        <Button
          onPress={() => {
            void navigator.clipboard.writeText(value).then(
              () => {
                setCopied(value);
              },
              () => {
                setCopied('');
              },
            );
          }}
        >
          {copied === value ? 'Copied' : 'Copy'}
        </Button>
      </div>
    </Notice>
  );
}
