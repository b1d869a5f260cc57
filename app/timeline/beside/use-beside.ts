'use client';

import { useState } from 'react';
import type { TimelineModel } from '../model';

/** A license whose offers are shown under those of another. */
export interface BesideLicense {
  readonly id: string;
  readonly name: string;
  /** Its terms in a few words. */
  readonly about: string;
  readonly model: TimelineModel;
}

/** Licenses that have something to do with the one that is shown. */
export interface BesideGroup {
  readonly key: string;
  readonly name: string;
  readonly isOpen: boolean;
  /** `null` until they have been asked for. */
  readonly licenses: readonly BesideLicense[] | null;
  readonly hasFailed: boolean;
}

/** Groups that are folded at first; their licenses are asked for when they are opened. */
export interface Beside {
  readonly groups: readonly BesideGroup[];
  readonly toggle: (group: BesideGroup) => void;
}

/**
 * @param names of the groups by key, in their order
 * @param ask loads the licenses of a group
 */
export function useBeside(
  names: Readonly<Record<string, string>>,
  ask: (key: string) => Promise<readonly BesideLicense[]>,
): Beside {
  const [open, setOpen] = useState<Readonly<Record<string, boolean>>>({});
  const [found, setFound] = useState<
    Readonly<Record<string, readonly BesideLicense[] | 'failed' | undefined>>
  >({});
  const groups = Object.entries(names).map(([key, name]): BesideGroup => {
    const licenses = found[key];
    return {
      ...{ key, name, isOpen: open[key] === true },
      licenses: licenses === undefined || licenses === 'failed' ? null : licenses,
      hasFailed: licenses === 'failed',
    };
  });
  const note = (key: string, licenses: readonly BesideLicense[] | 'failed') => {
    setFound((before) => ({ ...before, [key]: licenses }));
  };
  return {
    groups,
    toggle: ({ key, isOpen, licenses }) => {
      setOpen((before) => ({ ...before, [key]: !isOpen }));
      if (isOpen || licenses !== null) return;
      ask(key).then(
        (answered) => {
          note(key, answered);
        },
        (error: unknown) => {
          console.warn(error);
          note(key, 'failed');
        },
      );
    },
  };
}
