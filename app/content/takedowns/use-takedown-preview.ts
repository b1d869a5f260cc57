'use client';

import { useEffect, useState } from 'react';
import type { TakedownPlan } from '../../../src/domain/content/takedown';
import type { TitleAtVersion } from '../../../src/service/content/title-at-version';
import type { CommandResult } from '../../commands/command-result';
import { takedownInput } from '../../../src/wire/forms/takedown';
import { useCommand } from '../../commands/use-command';
import { typedPlan } from '../content-commands';

/** How long a person may pause while typing before it is previewed, in milliseconds. */
const PAUSE = 300;

/** A preview tells the same whatever the reason, which is typed last. */
const ANY_REASON = 'Preview';

/** What a takedown would do to titles at the versions that are shown. */
export interface TakedownPreview {
  /** The answer about what is typed now; `null` while it is on its way, or while that is no plan yet. */
  readonly answer: CommandResult | null;
  /** Whether what is typed can be previewed. */
  readonly isAsked: boolean;
}

/** Asks for a dry run whenever the day or the places of a plan change. */
export function useTakedownPreview(
  titles: readonly TitleAtVersion[],
  plan: TakedownPlan,
): TakedownPreview {
  const { send, phase } = useCommand<'preview-takedown'>();
  const [answered, setAnswered] = useState<{ key: string; answer: CommandResult } | null>(null);
  const typed = typedPlan({ ...plan, reason: ANY_REASON });
  const isAsked = titles.length > 0 && takedownInput.safeParse(typed).success;
  const key = isAsked ? JSON.stringify({ titles, plan: typed }) : null;
  useEffect(() => {
    if (key === null || answered?.key === key || phase !== 'idle') return;
    const input = JSON.parse(key) as { titles: TitleAtVersion[]; plan: typeof typed };
    const timer = setTimeout(() => {
      void send({ kind: 'preview-takedown', input }, (answer) => {
        setAnswered({ key, answer });
      });
    }, PAUSE);
    return () => {
      clearTimeout(timer);
    };
  }, [key, answered, phase, send]);
  return { answer: answered?.key === key ? answered.answer : null, isAsked };
}
