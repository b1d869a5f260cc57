'use client';

import { useSyncExternalStore } from 'react';

/*
 * Whether keys without Ctrl act on pages. Whoever speaks to a computer, or hits keys by accident, can turn them off (WCAG
 * 2.2, 2.1.4). Kept in this browser.
 */

const PLACE = 'crms-single-keys';
const followers = new Set<() => void>();
/** What was chosen here when nothing can be kept. */
let chosen: boolean | undefined;

export function areSingleKeysOn(): boolean {
  if (chosen !== undefined) return chosen;
  try {
    return window.localStorage.getItem(PLACE) !== 'off';
  } catch {
    // A browser that keeps nothing has them as they come.
    return true;
  }
}

export function setSingleKeys(on: boolean): void {
  chosen = on;
  try {
    window.localStorage.setItem(PLACE, on ? 'on' : 'off');
  } catch {
    // Then it holds for as long as the page does.
  }
  for (const follower of followers) follower();
}

export function useSingleKeys(): boolean {
  return useSyncExternalStore(follow, areSingleKeysOn, () => true);
}

function follow(follower: () => void) {
  followers.add(follower);
  return () => followers.delete(follower);
}
