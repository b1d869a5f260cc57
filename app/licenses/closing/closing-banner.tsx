'use client';

import { RotateCcw } from 'lucide-react';
import { Link } from '@/ui/link';
import type { ReactNode } from 'react';
import type { LicenseClosing } from '../../../src/domain/closing';
import type { PackedLicense } from '../license-model';
import type { NextUndo } from '../undo/next-undo';
import type { DateRangeData } from '../../../src/domain/values/date-range';
import { describeEnd } from '../../../src/domain/closing';
import { DateRange } from '../../../src/domain/values/date-range';
import { Button } from '@/ui/button';
import { ClosedBox } from '@/ui/overlays/closed-box';
import { ForEditors } from '@/ui/role';
import { closingText } from '@/words/closing-words';

/** That a license has ended or is void: since when, why and by whom, and the way back. */
export function ClosingBanner({
  license,
  nextUndo,
  canUndo,
  onBringBack,
}: {
  license: Pick<PackedLicense, 'id' | 'closing' | 'details' | 'contract'>;
  /** The change that undoing takes back next. */
  nextUndo: NextUndo | null;
  /** Not while a change is under way, or saved and not shown yet. */
  canUndo: boolean;
  onBringBack: () => void;
}) {
  const { id, closing, details, contract } = license;
  if (closing === null) return null;
  const closed = nextUndo?.isClosing === true ? nextUndo : null;
  const against = contract.isVoid
    ? `Its contract ${contract.reference} is void. Bring that back first.`
    : closed !== null
      ? null
      : nextUndo === null
        ? 'It was closed too many changes ago to be brought back here.'
        : `Undo what was changed since first: ${nextUndo.words}.`;
  return (
    <ClosedLicense
      closing={closing}
      window={details.terms.window}
      actions={
        <ForEditors>
          {against !== null && (
            <p id="bring-back-off" className="min-w-0 break-words text-ink-2">
              {against}
            </p>
          )}
          <Button
            variant="secondary"
            isDisabled={!canUndo || against !== null}
            {...(against === null ? {} : { 'aria-describedby': 'bring-back-off' })}
            onPress={onBringBack}
          >
            <RotateCcw aria-hidden />
            Bring back
          </Button>
        </ForEditors>
      }
    >
      {closed !== null && (
        <>
          {closed.isYours ? 'You' : closed.actor}, {closed.at}.{' '}
          <Link
            href={`/licenses/${id}?version=${closed.version - 1}`}
            prefetch={false}
            className="inline-flex min-h-6 items-center text-ink underline underline-offset-2"
          >
            See what it had
          </Link>
        </>
      )}
    </ClosedLicense>
  );
}

/** That a license has ended or is void, and why. */
export function ClosedLicense({
  closing,
  window: { startsOn, endsOn },
  children,
  actions,
}: {
  closing: LicenseClosing;
  /** As the closing left it. */
  window: DateRangeData;
  /** By whom and since when. */
  children?: ReactNode;
  actions?: ReactNode;
}) {
  const isVoid = closing.kind === 'void';
  return (
    <ClosedBox
      label={isVoid ? 'This license is void' : 'This license has ended'}
      title={
        isVoid ? closingText(closing) : describeEnd(DateRange.of(startsOn, endsOn).lastDay, closing)
      }
      actions={actions}
    >
      {isVoid
        ? 'It counts nowhere, and its history stays. '
        : 'Nothing runs after that day, and its history stays. '}
      {children}
    </ClosedBox>
  );
}
