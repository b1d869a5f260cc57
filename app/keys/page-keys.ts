'use client';

import { useSyncExternalStore } from 'react';

/** A key of a page: `{ key: 'd', isShifted: true, does: 'Take down' }`. */
export interface PageKey {
  /** In lower case. */
  readonly key: string;
  /** Whether Shift is held; left out where it makes no difference. */
  readonly isShifted?: boolean | undefined;
  /** Whether Ctrl or Command is held; such a key does not repeat. */
  readonly isControlled?: boolean;
  /** What it does, as a button would say it. */
  readonly does: string;
}

/** A key that acts now. */
export interface BoundKey extends PageKey {
  readonly act: () => void;
}

/** What can be done on a page, and has no key. */
export interface PageAction {
  /** As a button would say it. */
  readonly does: string;
  readonly act: () => void;
}

/** Keys of a part of a page, which act while the focus is in it. */
export interface KeyGroup {
  readonly name: string;
  readonly keys: readonly { readonly caps: readonly string[]; readonly does: string }[];
}

/** A set that components add to while they are there, and that others follow. */
class Present<One> {
  private all: readonly One[] = [];
  private readonly followers = new Set<() => void>();

  readonly now = () => this.all;

  /** @returns what takes it out again */
  readonly add = (one: One) => {
    this.tell([...this.all, one]);
    return () => {
      this.tell(this.all.filter((other) => other !== one));
    };
  };

  readonly follow = (follower: () => void) => {
    this.followers.add(follower);
    return () => this.followers.delete(follower);
  };

  private tell(all: readonly One[]): void {
    this.all = all;
    for (const follower of this.followers) follower();
  }
}

/** The single keys that act on this page now: what binds them, and what lists them. */
export const boundKeys = new Present<BoundKey>();
/** What can be done on this page now without a key. */
export const pageActions = new Present<PageAction>();
/** The keys of the parts of this page. */
export const keyGroups = new Present<KeyGroup>();

const NONE: readonly never[] = [];
const none = () => NONE;

export function useBoundKeys(): readonly BoundKey[] {
  return useSyncExternalStore(boundKeys.follow, boundKeys.now, none);
}

export function usePageActions(): readonly PageAction[] {
  return useSyncExternalStore(pageActions.follow, pageActions.now, none);
}

export function useKeyGroups(): readonly KeyGroup[] {
  return useSyncExternalStore(keyGroups.follow, keyGroups.now, none);
}

/** The caps of a key, in the order in which they are pressed. */
export function capsOf({ key, isShifted, isControlled }: PageKey): readonly string[] {
  const cap = key === 'enter' ? '↵' : key.toUpperCase();
  const held = isControlled === true ? `Ctrl ${cap}` : cap;
  return isShifted === true ? ['Shift', held] : [held];
}
