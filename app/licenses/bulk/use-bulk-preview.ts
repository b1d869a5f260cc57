'use client';

import { useMemo } from 'react';
import type { BulkPreview } from '../../../src/service/bulk/preview-licenses-change';
import type { BulkPlanInput } from '../../../src/wire/forms/bulk';
import type { OnLicense } from '../license-commands';
import type { PreviewRun } from '../../commands/use-preview';
import { usePreview } from '../../commands/use-preview';
import { bulkPlanInput } from '../../../src/wire/forms/bulk';

export interface BulkPreviewRun extends Pick<PreviewRun, 'isChecking' | 'trouble' | 'again'> {
  /** What the change would do: as answered for what is asked now, or for what was asked before while that is checked. */
  readonly preview: BulkPreview | null;
  /** Why none of it can be done. */
  readonly refusal: string | null;
  /** The code of the rule that stands against all of it. */
  readonly refusedFor: string | null;
}

/**
 * Asks what a bulk change would do, as soon as what is typed can be read.
 *
 * @param licenses must stay the same object while they are the same
 * @param today ISO 8601
 */
export function useBulkPreview(
  licenses: readonly OnLicense[],
  plan: BulkPlanInput,
  today: string,
): BulkPreviewRun {
  const text = JSON.stringify(plan);
  const asked = useMemo(() => {
    const read = JSON.parse(text) as BulkPlanInput;
    if (licenses.length === 0 || !bulkPlanInput.safeParse(read).success) return null;
    return {
      kind: 'preview-licenses-change' as const,
      input: { licenses: [...licenses], plan: read, today },
    };
  }, [licenses, text, today]);
  const { known, answer, isChecking, trouble, again } =
    usePreview<'preview-licenses-change'>(asked);
  return {
    preview: known?.status === 'bulk-previewed' ? known.bulk : null,
    refusal: answer?.status === 'refused' || answer?.status === 'invalid' ? answer.message : null,
    refusedFor: answer?.status === 'refused' ? answer.code : null,
    ...{ isChecking, trouble, again },
  };
}
