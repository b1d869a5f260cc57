'use client';

import { useSyncExternalStore } from 'react';

// What this tab is saving and has saved: nobody is told of their own change as of somebody else's.

const saved = new Map<string, number>();
const listeners = new Set<() => void>();
let underWay = 0;

function tellAll(): void {
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Notes that a change is on its way; what is returned is called when it is answered. */
export function beginSaving(): () => void {
  underWay += 1;
  tellAll();
  return () => {
    underWay -= 1;
    tellAll();
  };
}

/** Notes the version that a change of this tab has made. */
export function noteSaved(id: string, version: number): void {
  saved.set(id, Math.max(version, saved.get(id) ?? 0));
  tellAll();
}

/** The newest version of something that this tab made; 0 when it made none, `null` while it is making one. */
export function useOwnVersion(id: string): number | null {
  return useSyncExternalStore(
    listen,
    () => (underWay > 0 ? null : (saved.get(id) ?? 0)),
    () => 0,
  );
}
