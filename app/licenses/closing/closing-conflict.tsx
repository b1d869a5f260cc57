'use client';

import { useMemo, type ReactNode } from 'react';
import type { ClosingPreview } from '../../../src/service/license/closing-preview';
import type { LicenseConflict } from '../../../src/service/conflict/conflict';
import type { FormCommand } from '../../../src/wire/forms/forms';
import type { ClosingPreviewRun } from './use-closing-preview';
import { Row, type Heads } from '../../conflict/comparison';
import { differenceWords, effectRows } from './closing-difference';
import { useClosingPreview } from './use-closing-preview';
import { Notice } from '@/ui/overlays/notice';

/** Asks what a stale closing would do on the latest version, where it is still possible. */
export function useLatestEffect(
  conflict: LicenseConflict,
  { input: { plan } }: FormCommand<'close-license'>,
  today: string,
): ClosingPreviewRun {
  const { id, latestVersion, verdict } = conflict;
  const asked = useMemo(
    () =>
      verdict === 'legal'
        ? { licenses: [{ licenseId: id, expectedVersion: latestVersion }], plan }
        : null,
    [id, latestVersion, verdict, plan],
  );
  return useClosingPreview(asked, today);
}

/** What a stale closing did when the person looked, what is new about that, and what it would do now. */
export function ClosingRows({
  seen,
  run: { preview, isChecking },
  heads,
}: {
  seen: ClosingPreview | null;
  run: ClosingPreviewRun;
  heads: Heads;
}) {
  if (preview === null)
    return isChecking ? (
      <Row heads={heads} label="Effect" yours="" theirs="" result={<Checking />} />
    ) : null;
  return effectRows(seen, preview).map(({ label, seen: before, news, now }) => (
    <Row
      key={label}
      heads={heads}
      label={label}
      yours={before ?? <span className="text-ink-2">not shown</span>}
      theirs={news ?? <span className="text-ink-2">the same</span>}
      result={<strong className={news === null ? 'font-normal' : 'font-emphasis'}>{now}</strong>}
    />
  ));
}

function Checking() {
  return <span className="animate-breathe text-ink-3">checking …</span>;
}

/** Whether a stale closing is still possible, and whether it does what it did when the person looked. */
export function ClosingVerdict({
  seen,
  run: { preview, isChecking, refusal, stale },
  where,
}: {
  seen: ClosingPreview | null;
  run: ClosingPreviewRun;
  /** `on version 9` */
  where: string;
}): ReactNode {
  if (refusal !== null)
    return (
      <Notice tone="refused" role="status" title={refusal}>
        Keep editing to change it.
      </Notice>
    );
  if (stale !== null)
    return (
      <Notice tone="someone" role="status" title="Saved again in the meantime.">
        Go on to see what has changed and what it would do.
      </Notice>
    );
  if (preview === null)
    return (
      <Notice tone="attention" role="status" title={`Still possible ${where}.`}>
        {isChecking
          ? 'Checking what it would do now …'
          : 'What it would do now is not known: the server did not answer.'}
      </Notice>
    );
  const isSame = seen !== null && effectRows(seen, preview).every(({ news }) => news === null);
  if (isSame)
    return (
      <Notice tone="ok" role="status" title={`Still possible ${where}.`}>
        It has the same effect as when you looked.
      </Notice>
    );
  return (
    <Notice tone="attention" role="status" title="Still possible, with a different effect.">
      {seen === null ? null : differenceWords(seen, preview)}
    </Notice>
  );
}
