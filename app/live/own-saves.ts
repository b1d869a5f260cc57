'use client';

import { useSyncExternalStore } from 'react';

// Tracks the saves of this tab, so that it does not announce its own changes as another person's.

const saved = new Map<string, number>();
const listeners = new Set<() => void>();
let pendingSaves = 0;

function notifyListeners(): void {
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Registers a pending save. Call the returned function when the save has been answered. */
export function beginSaving(): () => void {
  pendingSaves += 1;
  notifyListeners();
  return () => {
    pendingSaves -= 1;
    notifyListeners();
  };
}

/** Registers a version that this tab has saved. */
export function noteSaved(id: string, version: number): void {
  saved.set(id, Math.max(version, saved.get(id) ?? 0));
  notifyListeners();
}

/** Whether a save of this tab is pending. */
export function useIsSaving(): boolean {
  return useSyncExternalStore(
    listen,
    () => pendingSaves > 0,
    () => false,
  );
}

/** The newest version of a record that this tab saved; 0 if none, `null` while a save is pending. */
export function useOwnVersion(id: string): number | null {
  return useSyncExternalStore(
    listen,
    () => (pendingSaves > 0 ? null : (saved.get(id) ?? 0)),
    () => 0,
  );
}
