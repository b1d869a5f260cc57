'use client';

import { useState } from 'react';
import { TextField } from '@/ui/fields/text-field';
import { Checkbox } from '@/ui/fields/checkbox';
import { KeyCap } from '@/ui/key-cap';
import { Dialog } from '@/ui/overlays/dialog';
import { PAGES } from '@/ui/shell/pages';
import type { KeyGroup } from './page-keys';
import { capsOf, useBoundKeys, useKeyGroups } from './page-keys';
import { setSingleKeys, useSingleKeys } from './single-keys';

const EVERYWHERE: KeyGroup = {
  name: 'Everywhere',
  keys: [
    { caps: ['Ctrl K'], does: 'Find or run' },
    { caps: ['?'], does: 'These keys' },
    { caps: ['Ctrl ↵'], does: 'Confirm a form or a dialog' },
    { caps: ['Esc'], does: 'Close, and keep what was typed' },
    ...PAGES.flatMap(({ label, letter }) =>
      letter === undefined ? [] : [{ caps: ['G', letter.toUpperCase()], does: `Go to ${label}` }],
    ),
  ],
};

/** All keys of the page one is on, then those of every page. Keys without Ctrl can be turned off here. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('');
  const bound = useBoundKeys();
  const parts = useKeyGroups();
  const isOn = useSingleKeys();
  const page: KeyGroup = {
    name: 'This page',
    keys: bound.map((key) => ({ caps: capsOf(key), does: key.does })),
  };
  const groups = [page, ...parts, EVERYWHERE]
    .map(({ name, keys }) => ({ name, keys: keys.filter(({ does }) => hasText(does, text)) }))
    .filter(({ keys }) => keys.length > 0);
  return (
    <Dialog isOpen onClose={onClose} isDismissable title="Keys" size="wide">
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3 pb-3">
        <TextField label="Find a key" value={text} onChange={setText} autoFocus />
        <Checkbox isSelected={isOn} onChange={setSingleKeys}>
          Keys without Ctrl act on the page
        </Checkbox>
      </div>
      <div className="columns-3 gap-8 pb-4 max-lg:columns-2 max-sm:columns-1">
        {groups.map((group) => (
          <Group key={group.name} {...group} />
        ))}
        {groups.length === 0 && <p className="text-ink-2">No key does “{text}”.</p>}
      </div>
    </Dialog>
  );
}

function Group({ name, keys }: KeyGroup) {
  return (
    <section aria-label={name} className="break-inside-avoid pb-4">
      <h3 className="pb-1 text-label text-ink-3">{name}</h3>
      <dl>
        {keys.map(({ caps, does }) => (
          <div key={`${caps.join(' ')} ${does}`} className="flex items-center gap-3 py-1">
            <dt className="flex w-24 shrink-0 gap-1">
              {caps.map((cap) => (
                <KeyCap key={cap}>{cap}</KeyCap>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function hasText(does: string, text: string): boolean {
  return does.toLowerCase().includes(text.trim().toLowerCase());
}
