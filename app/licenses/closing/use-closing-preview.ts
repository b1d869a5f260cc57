'use client';

import { useMemo } from 'react';
import type { ClosingPreview } from '../../../src/service/license/closing-preview';
import type { LicenseClosingInput } from '../../../src/wire/forms/closing';
import type { CommandResult } from '../../commands/command-result';
import type { OnLicense } from '../license-commands';
import { usePreview } from '../../commands/use-preview';

/** What a preview is asked of. It must stay the same object as long as it is the same question. */
export interface AskedPreview {
  readonly licenses: readonly OnLicense[];
  readonly plan: LicenseClosingInput;
}

export interface ClosingPreviewRun {
  /** What closing would do: as answered for what is asked now, or for what was asked before while that is checked. */
  readonly preview: ClosingPreview | null;
  /** Whether the answer to what is asked now is still to come. */
  readonly isChecking: boolean;
  /** Why it cannot be closed so. */
  readonly refusal: string | null;
  /** That somebody has saved since, and of which license, where that is known; `null` when nobody has. */
  readonly stale: { readonly licenseId: string | null } | null;
  /** That the server does not answer, and whether it is asked again by itself; `null` when it did. */
  readonly trouble: 'waiting' | 'offline' | 'unanswered' | null;
  readonly again: () => void;
}

/** Whether something was refused because somebody saved first: commands on several licenses have no conflict of their own. */
export function isStaleRefusal(answer: CommandResult | null): boolean {
  return answer?.status === 'refused' && answer.code === 'stale';
}

/**
 * Asks what closing licenses would do, whenever that changes; one question at a time, the newest at last.
 *
 * @param asked `null` while there is nothing to ask
 * @param today ISO 8601
 */
export function useClosingPreview(asked: AskedPreview | null, today: string): ClosingPreviewRun {
  const command = useMemo(
    () =>
      asked === null
        ? null
        : {
            kind: 'preview-closing' as const,
            input: { ...asked, licenses: [...asked.licenses], today },
          },
    [asked, today],
  );
  const { known, answer, isChecking, trouble, again } = usePreview<'preview-closing'>(command);
  const refused = answer?.status === 'refused' ? answer : null;
  return {
    preview: known?.status === 'closing-previewed' ? known.closing : null,
    refusal: refused === null || isStaleRefusal(refused) ? null : refused.message,
    stale: isStaleRefusal(refused)
      ? { licenseId: refused?.leads?.[0]?.address.split('/').at(-1) ?? null }
      : null,
    ...{ isChecking, trouble, again },
  };
}
