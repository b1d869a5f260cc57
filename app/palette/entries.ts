import type { AllFindings } from '../find/findings';
import type { Role } from '../../src/domain/people/role';
import type { BoundKey, PageAction } from '../keys/page-keys';
import type { Recent } from './recent';
import { mayActAs } from '../../src/domain/people/role';
import { fullTitle, kindLabel, numbered } from '../content/title-words';
import { capsOf } from '../keys/page-keys';
import { PAGES } from '../ui/shell/pages';
import { territoryWords } from '../words/territory-words';

/** What an entry is, for its sign. */
export type EntryKind = 'license' | 'title' | 'contract' | 'person' | 'page' | 'command';

/** One line of the palette. */
export interface Entry {
  readonly id: string;
  readonly kind: EntryKind;
  readonly name: string;
  /** Beside the name. */
  readonly about?: string | undefined;
  /** At the end of the line. */
  readonly note?: string | undefined;
  /** The keys that do the same. */
  readonly caps?: readonly string[] | undefined;
  /** Where it leads, or what it does. */
  readonly to: string | (() => void);
}

/** Lines under one heading. */
export interface EntryGroup {
  readonly name: string;
  readonly entries: readonly Entry[];
  /** How many there are when not all are shown. */
  readonly total?: number | undefined;
}

interface Command {
  readonly name: string;
  readonly href: string;
  /** Who may run it; everybody without it. */
  readonly role?: Role;
}

const COMMANDS: readonly Command[] = [
  { name: 'New license', href: '/licenses/new', role: 'editor' },
  { name: 'New contract', href: '/contracts/new', role: 'editor' },
  { name: 'New title', href: '/content/new', role: 'editor' },
  { name: 'Import a workbook', href: '/imports', role: 'editor' },
  { name: 'New price plan', href: '/price-tables/plans?new=1', role: 'editor' },
  { name: 'Price plans', href: '/price-tables/plans' },
  { name: 'Missing amounts', href: '/price-tables/missing' },
  { name: 'Your account', href: '/account' },
  { name: 'People', href: '/people', role: 'admin' },
  { name: 'API tokens', href: '/tokens', role: 'admin' },
  { name: 'Webhooks', href: '/webhooks', role: 'admin' },
];

const ADDRESS: Readonly<Record<Recent['kind'], string>> = {
  license: '/licenses/',
  title: '/content/',
  contract: '/contracts/',
};

/** What was looked at last, as far as the text names it. */
export function recentEntries(recent: readonly Recent[], text: string): Entry[] {
  return recent
    .filter(({ name, about }) => hasWords(`${name} ${about}`, text))
    .map(({ kind, id, name, about }) => ({
      ...{ id: `recent ${id}`, kind, name, about },
      to: ADDRESS[kind] + id,
    }));
}

/** What can be done on this page, by keys first. */
export function pageEntries(
  bound: readonly BoundKey[],
  actions: readonly PageAction[],
  text: string,
): Entry[] {
  const byKey = bound.map((key) => ({
    ...key,
    id: `key ${capsOf(key).join(' ')}`,
    caps: capsOf(key),
  }));
  const others = actions.map((action) => ({
    ...action,
    id: `action ${action.does}`,
    caps: undefined,
  }));
  return [...byKey, ...others]
    .filter(({ does }) => hasWords(does, text))
    .map(({ id, caps, does, act }) => ({ id, kind: 'command', name: does, caps, to: act }));
}

/** The pages that all others lead to. */
export function pageLinks(text: string): Entry[] {
  return PAGES.filter(({ label }) => hasWords(label, text)).map(({ href, label, letter }) => ({
    ...{ id: `page ${href}`, kind: 'page', name: label, to: href },
    caps: letter === undefined ? undefined : ['G', letter.toUpperCase()],
  }));
}

/** What a person may do anywhere: what leads somewhere, and what acts at once. */
export function commandEntries(role: Role, acting: readonly PageAction[], text: string): Entry[] {
  const leading = COMMANDS.filter(({ role: needed = 'viewer' }) => mayActAs(role, needed));
  return [
    ...leading.map(({ name, href }) => ({ id: `command ${href}`, name, to: href })),
    ...acting.map(({ does, act }) => ({ id: `command ${does}`, name: does, to: act })),
  ]
    .filter(({ name }) => hasWords(name, text))
    .map((entry) => ({ ...entry, kind: 'command' }));
}

/** What the server found, by kind. */
export function foundGroups({ licenses, titles, contracts, people }: AllFindings): EntryGroup[] {
  return [
    group('Licenses', licenses.total, licenses.rows, (row) => ({
      ...{ id: row.id, kind: 'license', name: row.name, to: `/licenses/${row.id}` },
      about: `${row.contractReference} · ${row.studio}`,
      note: `${row.rightsType} · ${territoryWords(row.territories).short}`,
    })),
    group('Titles', titles.total, titles.rows, (row) => ({
      ...{ id: row.id, kind: 'title', name: numbered(row), to: `/content/${row.id}` },
      about: [
        ...(row.belongsTo.length > 0 ? [fullTitle(row)] : []),
        row.releaseYear === null
          ? kindLabel(row.kind)
          : `${kindLabel(row.kind)}, ${row.releaseYear}`,
        row.studio,
      ].join(' · '),
    })),
    group('Contracts', contracts.total, contracts.rows, (row) => ({
      ...{ id: row.id, kind: 'contract', name: row.reference, to: `/contracts/${row.id}` },
      about: row.studio,
    })),
    group('People', people.total, people.rows, (row) => ({
      ...{ id: row.id, kind: 'person', name: row.name, to: '/people' },
      ...{ about: row.email, note: row.role },
    })),
  ];
}

function group<Row>(
  name: string,
  total: number,
  rows: readonly Row[],
  entry: (row: Row) => Entry,
): EntryGroup {
  return { name, entries: rows.map(entry), total: total > rows.length ? total : undefined };
}

/** Whether a name has every word of a text, in any case and order. */
function hasWords(name: string, text: string): boolean {
  const lower = name.toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word));
}

/** A name in three parts: before, in, and after what matches the text; the match is empty where it stands nowhere. */
export function matchIn(name: string, text: string): readonly [string, string, string] {
  const at = text === '' ? -1 : name.toLowerCase().indexOf(text.toLowerCase());
  if (at === -1) return [name, '', ''];
  return [name.slice(0, at), name.slice(at, at + text.length), name.slice(at + text.length)];
}
