'use client';

import { useEffect } from 'react';
import { useWatch } from 'react-hook-form';
import type { LicenseClosing } from '../../../src/domain/closing';
import type { License } from '../../../src/domain/license/license';
import type { LicenseClosingInput } from '../../../src/wire/forms/closing';
import type { ClosingTyped } from './closing-input';
import { isDomainError } from '../../../src/domain/errors';

import { daySpan } from '../../timeline/model';
import { previewedPlan } from './closing-input';

/** Shows the closing that is typed on the page's own timeline as long as the form is there, and takes it back with it. */
export function PagePreview({
  kind,
  makeLicense,
  onPreview,
}: {
  kind: LicenseClosing['kind'];
  makeLicense: () => License;
  /** Called with the first day that is taken away, days since 1970-01-01; `null` for none. It must stay the same function. */
  onPreview: (from: number | null) => void;
}) {
  const lastDay = useWatch<ClosingTyped, 'lastDay'>({ name: 'lastDay' });
  const plan = previewedPlan(kind, lastDay);
  const from = plan === null ? null : firstDayTaken(plan, makeLicense());
  useEffect(() => {
    onPreview(from);
    return () => {
      onPreview(null);
    };
  }, [from, onPreview]);
  return null;
}

/** The first day that closing a license takes away; `null` where it cannot be closed so. */
function firstDayTaken(plan: LicenseClosingInput, license: License): number | null {
  try {
    license.close(plan);
  } catch (refusal) {
    if (isDomainError(refusal)) return null;
    throw refusal;
  }
  const { change } = license;
  if (change?.kind !== 'license-closed') return null;
  return plan.kind === 'void' ? daySpan(change.before).start : daySpan(change.after).end;
}
