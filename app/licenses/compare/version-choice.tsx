'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import type { ComparedVersions } from './compare-address';
import { classes } from '@/ui/classes';
import { usePageKey } from '../../keys/use-page-key';
import { compareAddress } from './compare-address';

const KEYS = {
  next: { key: 'j', does: 'Next version' },
  previous: { key: 'k', does: 'Previous version' },
  a: { key: 'a', does: 'Compare as A' },
  b: { key: 'b', does: 'Compare as B' },
  swap: { key: 's', does: 'Swap A and B' },
};

/** A version that can be chosen. */
export interface ListedVersion {
  readonly version: number;
  /** The change that made it, in one line. */
  readonly words: string;
  readonly actor: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** The same as people read it. */
  readonly when: string;
}

/** The versions of a license, of which A and B are compared: by a press, or by J, K, A, B and S. */
export function VersionChoice({
  licenseId,
  entries,
  compared,
}: {
  licenseId: string;
  /** Newest first. */
  entries: readonly ListedVersion[];
  compared: ComparedVersions;
}) {
  const router = useRouter();
  const list = useRef<HTMLOListElement>(null);
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      entries.findIndex(({ version }) => version === compared.b),
    ),
  );
  const choose = (changed: Partial<ComparedVersions>) => {
    router.replace(compareAddress(licenseId, { ...compared, ...changed }), { scroll: false });
  };
  const move = (by: number) => {
    const next = Math.max(0, Math.min(entries.length - 1, at + by));
    setAt(next);
    list.current?.querySelectorAll<HTMLElement>('li')[next]?.querySelector('button')?.focus();
  };
  const chosen = entries[at]?.version;
  usePageKey(KEYS.next, () => move(1), false);
  usePageKey(KEYS.previous, () => move(-1), false);
  usePageKey(KEYS.a, () => chosen !== undefined && choose({ a: chosen }), chosen === undefined);
  usePageKey(KEYS.b, () => chosen !== undefined && choose({ b: chosen }), chosen === undefined);
  usePageKey(KEYS.swap, () => choose({ a: compared.b, b: compared.a }), false);
  return (
    <ol ref={list} aria-label="Versions" className="text-table">
      {entries.map(({ version, words, actor, at: instant, when }, place) => (
        <li
          key={version}
          className={classes(
            'grid grid-cols-[auto_2.5rem_minmax(0,1fr)] items-start gap-x-2 border-b border-line px-4 py-2',
            place === at && 'bg-sunken',
          )}
          onFocus={() => {
            setAt(place);
          }}
        >
          <span className="flex gap-1">
            {(['a', 'b'] as const).map((side) => (
              <button
                key={side}
                type="button"
                aria-pressed={compared[side] === version}
                aria-label={`Version ${version} as ${side.toUpperCase()}`}
                className="size-6 rounded-bar border border-control text-label text-ink-2 hover:border-ink aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:text-panel"
                onClick={() => {
                  choose({ [side]: version });
                }}
              >
                {side.toUpperCase()}
              </button>
            ))}
          </span>
          <span className="pt-0.5 font-mono text-ink-2">v{version}</span>
          <span className="min-w-0">
            <span className="line-clamp-2 break-words text-ink">{words}</span>
            <span className="flex justify-between gap-2 text-ink-3">
              <span className="truncate text-ink-2">{actor}</span>
              <time dateTime={instant} className="shrink-0">
                {when}
              </time>
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}
