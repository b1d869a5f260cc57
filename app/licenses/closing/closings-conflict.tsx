'use client';

import { useMemo } from 'react';
import type { LicenseClosing } from '../../../src/domain/closing';
import type { JointConflict } from '../../../src/service/conflict/joint-conflict';
import type { ClosingPreview } from '../../../src/service/license/closing-preview';
import type { LicenseClosingInput } from '../../../src/wire/forms/closing';
import type { ConflictHandling } from '../../conflict/conflict-dialog';
import type { OnLicense } from '../license-commands';
import { JOINT_HEADS, JointConflictDialog } from '../../conflict/joint-conflict-dialog';
import { counted } from '../../timeline/model';
import { ClosingRows, ClosingVerdict } from './closing-conflict';
import { useClosingPreview } from './use-closing-preview';

const VERBS: Record<LicenseClosing['kind'], string> = { ended: 'End', void: 'Void' };

/** The conflict of closing several licenses: which were saved since, what it did when the person looked, and what it does now. */
export function ClosingsConflictDialog({
  conflict,
  licenses,
  plan,
  seen,
  today,
  what = counted(licenses.length, 'license'),
  onApply,
  ...handling
}: Omit<ConflictHandling<never>, 'onApply'> & {
  conflict: JointConflict;
  /** What was to be closed, at the versions that were sent. */
  licenses: readonly OnLicense[];
  plan: LicenseClosingInput;
  /** What the person was shown of it. */
  seen: ClosingPreview | null;
  /** ISO 8601. */
  today: string;
  /** What is closed, in words. */
  what?: string | undefined;
  /** @param titlesSeen how many titles lose an offer, as shown here */
  onApply: (licenses: readonly OnLicense[], titlesSeen: number | undefined) => void;
}) {
  const latest = useMemo(() => {
    const versions = new Map(conflict.changed.map(({ id, latestVersion }) => [id, latestVersion]));
    return licenses.map(({ licenseId, expectedVersion }) => ({
      licenseId,
      expectedVersion: versions.get(licenseId) ?? expectedVersion,
    }));
  }, [conflict, licenses]);
  const asked = useMemo(() => ({ licenses: latest, plan }), [latest, plan]);
  const run = useClosingPreview(asked, today);
  return (
    <JointConflictDialog
      {...handling}
      conflict={conflict}
      goOn={
        run.refusal !== null
          ? null
          : {
              label: `${VERBS[plan.kind]} ${what} as ${licenses.length === 1 ? 'it is' : 'they are'} now`,
              apply: run.isChecking
                ? null
                : () => {
                    onApply(latest, run.preview?.releasedTitles);
                  },
            }
      }
      verdict={<ClosingVerdict seen={seen} run={run} where="on the latest versions" />}
    >
      <ClosingRows seen={seen} run={run} heads={JOINT_HEADS} />
    </JointConflictDialog>
  );
}
