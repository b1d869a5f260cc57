'use client';

import { useState, type ReactNode } from 'react';
import { Button } from '../button';
import { Notice } from './notice';
import { TextField } from '../fields/text-field';

/** A secret to copy now, because it is shown only once. */
export function ShownOnce({
  title,
  label,
  value,
  children,
}: {
  /** Message that it was created. */
  title: string;
  label: string;
  value: string;
  /** How to use it, and what access it gives. */
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
