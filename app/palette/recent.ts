'use client';

import { useEffect } from 'react';
import { useOwnId } from '@/ui/role';

/** Something that a person has looked at, as the palette offers it again. */
export interface Recent {
  readonly kind: 'license' | 'title' | 'contract';
  /** UUID. */
  readonly id: string;
  readonly name: string;
  /** What tells it from others of its name. */
  readonly about: string;
}

const MOST = 8;
const place = (personId: string) => `crms-recent-${personId}`;

/** What a person has looked at last in this browser, newest first. */
export function recentOf(personId: string): readonly Recent[] {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(place(personId)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isRecent).slice(0, MOST) : [];
  } catch {
    // What cannot be read is as if nothing had been kept.
    return [];
  }
}

/** On the page of something: keeps that it was looked at. */
export function Visited({ kind, id, name, about }: Recent) {
  const personId = useOwnId();
  useEffect(() => {
    if (personId === null) return;
    const others = recentOf(personId).filter((one) => one.id !== id);
    try {
      const all: readonly Recent[] = [{ kind, id, name, about }, ...others].slice(0, MOST);
      window.localStorage.setItem(place(personId), JSON.stringify(all));
    } catch {
      // A browser that keeps nothing offers nothing again.
    }
  }, [personId, kind, id, name, about]);
  return null;
}

function isRecent(one: unknown): one is Recent {
  return (
    typeof one === 'object' &&
    one !== null &&
    ['kind', 'id', 'name', 'about'].every(
      (key) => typeof (one as Record<string, unknown>)[key] === 'string',
    )
  );
}
