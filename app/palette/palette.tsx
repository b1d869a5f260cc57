'use client';

import type { LucideIcon } from 'lucide-react';
import {
  Clapperboard,
  CornerDownLeft,
  FileText,
  History,
  List,
  Search,
  SquareChevronRight,
  UserRound,
} from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Button } from 'react-aria-components/Button';
import { Dialog } from 'react-aria-components/Dialog';
import { Input } from 'react-aria-components/Input';
import { Header } from 'react-aria-components/Header';
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { TextField } from 'react-aria-components/TextField';
import type { Role } from '../../src/domain/people/role';
import type { Entry, EntryGroup, EntryKind } from './entries';
import type { Looked } from './use-findings';
import { KeyCap } from '@/ui/key-cap';
import { useTheme } from 'next-themes';
import type { BoundKey, PageAction } from '@/keys/page-keys';
import { signOutAction } from '../account/actions';
import { useBoundKeys, usePageActions } from '@/keys/page-keys';
import { LONGEST_TEXT } from '../find/findings';
import {
  commandEntries,
  foundGroups,
  matchIn,
  pageEntries,
  pageLinks,
  recentEntries,
} from './entries';
import { recentOf } from './recent';
import { useFindings } from './use-findings';

const ICONS: Readonly<Record<EntryKind, LucideIcon>> = {
  license: List,
  title: Clapperboard,
  contract: FileText,
  person: UserRound,
  page: CornerDownLeft,
  command: SquareChevronRight,
};

/**
 * Finds what there is by a part of its name, and runs what can be done. First what is known here, then what the server
 * finds; `>` at the beginning looks among commands only.
 */
export function Palette({
  person,
  onClose,
  onShowKeys,
}: {
  person: { readonly id: string; readonly role: Role };
  onClose: () => void;
  onShowKeys: () => void;
}) {
  const router = useRouter();
  const [typed, setTyped] = useState('');
  const [recent] = useState(() => recentOf(person.id));
  const here = { bound: useBoundKeys(), actions: usePageActions() };
  const acting = useActingCommands();
  const isInNewTab = useRef(false);
  const isForCommands = typed.startsWith('>');
  const text = (isForCommands ? typed.slice(1) : typed).trim();
  const looked = useFindings(isForCommands ? '' : text);
  const groups = groupsOf({ isForCommands, text, person, recent, here, acting, looked });
  const entries = new Map(groups.flatMap((group) => group.entries).map((one) => [one.id, one]));

  const noteModifier = ({ ctrlKey, metaKey }: { ctrlKey: boolean; metaKey: boolean }) => {
    isInNewTab.current = ctrlKey || metaKey;
  };
  const run = (id: string) => {
    const entry = entries.get(id);
    if (entry === undefined) return;
    if (typeof entry.to === 'string' && isInNewTab.current) {
      window.open(entry.to, '_blank', 'noopener');
      return;
    }
    onClose();
    if (typeof entry.to === 'string') router.push(entry.to);
    else entry.to();
  };

  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      className="fixed inset-0 z-40 flex items-start justify-center bg-scrim sm:px-6 sm:pt-22 max-sm:h-(--visual-viewport-height)"
    >
      <Modal className="flex max-h-full w-full flex-col bg-panel text-ink outline-none max-sm:h-full sm:max-h-[calc(100dvh-8rem)] sm:max-w-180 sm:rounded-dialog sm:shadow-3">
        <Dialog aria-label="Find or run" className="flex min-h-0 flex-1 flex-col outline-none">
          <div
            role="presentation"
            className="contents"
            onKeyDownCapture={noteModifier}
            onPointerDownCapture={noteModifier}
          >
            <Autocomplete inputValue={typed} onInputChange={setTyped}>
              <TextField aria-label="Find or run" autoFocus maxLength={LONGEST_TEXT}>
                <div className="flex min-h-13 items-center gap-3 border-b border-line px-4">
                  <Search aria-hidden className="size-5 shrink-0 text-ink-3" />
                  <Input
                    type="search"
                    placeholder="A license, title, contract or command"
                    className="min-w-0 flex-1 bg-transparent text-body outline-none placeholder:text-ink-3 [&::-webkit-search-cancel-button]:hidden"
                  />
                  <Button slot={null} onPress={onClose} className="text-table text-ink-2 sm:hidden">
                    Close
                  </Button>
                </div>
              </TextField>
              <Menu
                aria-label="What fits"
                className="min-h-0 flex-1 overflow-auto py-1.5 outline-none"
                onAction={(id) => {
                  run(String(id));
                }}
                renderEmptyState={() => <Nothing text={text} looked={looked} />}
              >
                {groups.map((group) => (
                  <Group key={group.name} group={group} text={text} />
                ))}
              </Menu>
            </Autocomplete>
            {looked.state === 'failed' && entries.size > 0 && <Failed again={looked.again} />}
            <footer className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line bg-canvas px-4 py-2.5 text-table text-ink-2 max-sm:hidden sm:rounded-b-dialog">
              <Hint caps={['↑', '↓']} does="choose" />
              <Hint caps={['↵']} does="open" />
              <Hint caps={['Ctrl ↵']} does="new tab" />
              <span className="ms-auto flex items-center gap-4">
                <Hint caps={['>']} does="commands only" />
                <Button
                  className="flex cursor-default items-center gap-1.5 rounded-control hover:text-ink"
                  onPress={() => {
                    onClose();
                    onShowKeys();
                  }}
                >
                  <KeyCap>?</KeyCap> all keys
                </Button>
              </span>
            </footer>
            <span role="status" className="sr-only">
              {looked.state === 'asking' ? 'Looking' : `${entries.size} found`}
            </span>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function groupsOf({
  isForCommands,
  text,
  person,
  recent,
  here,
  acting,
  looked,
}: {
  isForCommands: boolean;
  text: string;
  person: { readonly role: Role };
  recent: ReturnType<typeof recentOf>;
  here: { readonly bound: readonly BoundKey[]; readonly actions: readonly PageAction[] };
  acting: readonly PageAction[];
  looked: Looked;
}): readonly EntryGroup[] {
  const onPage: EntryGroup = {
    name: 'On this page',
    entries: pageEntries(here.bound, here.actions, text),
  };
  const anywhere = [
    { name: 'Pages', entries: pageLinks(text) },
    { name: 'Commands', entries: commandEntries(person.role, acting, text) },
  ];
  if (isForCommands) return [onPage, ...anywhere].filter(hasEntries);
  const known = recentEntries(recent, text);
  const found = looked.findings === null ? [] : foundGroups(looked.findings);
  return [{ name: 'Recent', entries: known }, onPage, ...found, ...anywhere].filter(hasEntries);
}

/** Commands of every page that lead nowhere. */
function useActingCommands(): readonly PageAction[] {
  const { resolvedTheme, setTheme } = useTheme();
  return [
    {
      does: 'Switch between light and dark',
      act: () => {
        setTheme(resolvedTheme === 'dark' ? 'light' : 'dark');
      },
    },
    { does: 'Sign out', act: () => void signOutAction() },
  ];
}

function hasEntries({ entries }: EntryGroup): boolean {
  return entries.length > 0;
}

function Group({ group: { name, entries, total }, text }: { group: EntryGroup; text: string }) {
  return (
    <MenuSection className="pb-1">
      <Header className="flex justify-between px-4 pt-1.5 pb-1 text-label text-ink-3">
        <span>{name}</span>
        {total !== undefined && <span>{total.toLocaleString('en-US')}, best first</span>}
      </Header>
      {entries.map((entry) => (
        <Line key={entry.id} entry={entry} isRecent={name === 'Recent'} text={text} />
      ))}
    </MenuSection>
  );
}

function Line({ entry, isRecent, text }: { entry: Entry; isRecent: boolean; text: string }) {
  const { id, kind, name, about, note, caps } = entry;
  const Icon = isRecent ? History : ICONS[kind];
  const [before, match, after] = matchIn(name, text);
  return (
    <MenuItem
      id={id}
      textValue={about === undefined ? name : `${name}, ${about}`}
      className="flex min-h-9 cursor-default items-center gap-2.5 border-s-3 border-transparent px-3.5 text-table outline-none max-sm:min-h-11 data-focused:border-ink data-focused:bg-ink/5 forced-colors:data-focused:bg-[Highlight] forced-colors:data-focused:text-[HighlightText]"
    >
      <Icon aria-hidden className="size-4 shrink-0 text-ink-2" />
      <span className="min-w-0 shrink truncate font-emphasis">
        {before}
        {match !== '' && <span className="underline decoration-2 underline-offset-2">{match}</span>}
        {after}
      </span>
      {about !== undefined && <span className="min-w-0 shrink-3 truncate text-ink-2">{about}</span>}
      <span className="ms-auto flex shrink-0 items-center gap-1 ps-2 text-ink-2">
        {note}
        {caps?.map((cap) => (
          <KeyCap key={cap}>{cap}</KeyCap>
        ))}
      </span>
    </MenuItem>
  );
}

function Nothing({ text, looked }: { text: string; looked: Looked }) {
  if (looked.state === 'failed') return <Failed again={looked.again} />;
  return (
    <p className="px-4 py-3 text-table text-ink-2">
      {looked.state === 'asking' ? 'Looking …' : `Nothing is called “${text}”.`}
    </p>
  );
}

function Failed({ again }: { again: () => void }) {
  return (
    <p className="flex items-center gap-2 px-4 py-3 text-table text-ink-2">
      The server could not be asked.
      <Button className="cursor-default text-ink underline" onPress={again}>
        Try again
      </Button>
    </p>
  );
}

function Hint({ caps, does }: { caps: readonly string[]; does: string }) {
  return (
    <span className="flex items-center gap-1.5">
      {caps.map((cap) => (
        <KeyCap key={cap}>{cap}</KeyCap>
      ))}
      {does}
    </span>
  );
}
