'use client';

import { onDemand } from '@/ui/overlays/on-demand';
import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { Role } from '../../src/domain/people/role';
import { isForPage } from '@/keys/use-page-key';
import { KeyCap } from '@/ui/key-cap';
import { PAGES } from '@/ui/shell/pages';

// Loaded when they are asked for: no page waits for them.
const Palette = onDemand(() => import('./palette').then((module) => module.Palette));
const KeysDialog = onDemand(() =>
  import('../keys/keys-dialog').then((module) => module.KeysDialog),
);

/** How long G waits for its letter, in milliseconds. */
const PATIENCE = 1_500;

/** The button of the palette, and the keys that act on every page: Ctrl K, `?`, and G before a letter. */
export function FindOrRun({ person }: { person: { readonly id: string; readonly role: Role } }) {
  const router = useRouter();
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null);
  useEffect(() => {
    let pressedG = -PATIENCE;
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setOpen((now) => (now === 'palette' ? null : 'palette'));
        return;
      }
      if (!isForPage(event)) return;
      const key = event.key.toLowerCase();
      const page =
        event.timeStamp - pressedG < PATIENCE && PAGES.find(({ letter }) => letter === key);
      pressedG = key === 'g' ? event.timeStamp : -PATIENCE;
      if (event.key === '?') setOpen('keys');
      else if (page) router.push(page.href);
      else return;
      // The letter is not meant for what it does on this page.
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    document.addEventListener('keydown', onKey, true);
    return () => {
      document.removeEventListener('keydown', onKey, true);
    };
  }, [router]);
  const close = () => {
    setOpen(null);
  };
  return (
    <>
      <button
        type="button"
        aria-keyshortcuts="Control+K"
        className="flex h-8 cursor-default items-center gap-2 rounded-control border border-control bg-panel px-2 text-table text-ink-3 hover:text-ink xl:w-52 max-sm:h-10"
        onPointerEnter={Palette.preload}
        onFocus={Palette.preload}
        onClick={() => {
          setOpen('palette');
        }}
      >
        <Search aria-hidden className="size-4 shrink-0" />
        <span className="me-auto max-xl:sr-only">Find or run</span>
        <span className="max-xl:hidden">
          <KeyCap>Ctrl K</KeyCap>
        </span>
      </button>
      {open === 'palette' && (
        <Palette
          person={person}
          onClose={close}
          onShowKeys={() => {
            setOpen('keys');
          }}
        />
      )}
      {open === 'keys' && <KeysDialog onClose={close} />}
    </>
  );
}
