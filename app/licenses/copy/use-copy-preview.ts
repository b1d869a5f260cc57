'use client';

import { useMemo } from 'react';
import type { LicenseCopyPreview } from '../../../src/service/bulk/preview-license-copy';
import type { CopyPlanInput } from '../../../src/wire/forms/bulk';
import type { OnLicense } from '../license-commands';
import type { PreviewRun } from '../../commands/use-preview';
import { copyPlanInput } from '../../../src/wire/forms/bulk';
import { usePreview } from '../../commands/use-preview';

export interface CopyPreviewRun extends Pick<PreviewRun, 'isChecking' | 'trouble' | 'again'> {
  /** What the copy would be: as answered for what is asked now, or for what was asked before while that is checked. */
  readonly preview: LicenseCopyPreview | null;
  /** Why it cannot be made. */
  readonly refusal: string | null;
  /** Whether somebody has saved the license since the version that it is checked against. */
  readonly isStale: boolean;
}

/** Asks what a copy would be, as soon as what is typed can be read. */
export function useCopyPreview(
  { licenseId, expectedVersion }: OnLicense,
  copyId: string,
  plan: CopyPlanInput,
): CopyPreviewRun {
  const text = JSON.stringify(plan);
  const asked = useMemo(() => {
    const read = JSON.parse(text) as CopyPlanInput;
    if (!copyPlanInput.safeParse(read).success) return null;
    return {
      kind: 'preview-license-copy' as const,
      input: { licenseId, expectedVersion, copyId, plan: read },
    };
  }, [licenseId, expectedVersion, copyId, text]);
  const { known, answer, isChecking, trouble, again } = usePreview<'preview-license-copy'>(asked);
  return {
    preview: known?.status === 'copy-previewed' ? known.copy : null,
    refusal: answer?.status === 'refused' || answer?.status === 'invalid' ? answer.message : null,
    isStale: answer?.status === 'stale',
    ...{ isChecking, trouble, again },
  };
}
