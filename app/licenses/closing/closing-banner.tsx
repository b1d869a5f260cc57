'use client';

import { RotateCcw } from 'lucide-react';
import Link from 'next/link';
import type { PackedLicense } from '../license-model';
import type { NextUndo } from '../undo/next-undo';
import { describeEnd } from '../../../src/domain/closing';
import { DateRange } from '../../../src/domain/values/date-range';
import { Button } from '@/ui/button';
import { ForEditors } from '@/ui/role';
import { closingText } from '@/words/closing-words';
import { StateGlyph } from '@/ui/state-mark';

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
  const { startsOn, endsOn } = details.terms.window;
  const isVoid = closing.kind === 'void';
  const closed = nextUndo?.isClosing === true ? nextUndo : null;
  const against = contract.isVoid
    ? `Its contract ${contract.reference} is void. Bring that back first.`
    : closed !== null
      ? null
      : nextUndo === null
        ? 'It was closed too many changes ago to be brought back here.'
        : `Undo what was changed since first: ${nextUndo.words}.`;
  return (
    <section
      aria-label={isVoid ? 'This license is void' : 'This license has ended'}
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-sunken px-4 py-2.5 text-table text-ink-2"
    >
      <div className="flex min-w-0 flex-1 basis-72 items-start gap-2.5">
        <StateGlyph state="ended" className="mt-0.5 text-past-ink" />
        <div className="min-w-0">
          <p className="font-heading break-words text-ink">
            {isVoid
              ? closingText(closing)
              : describeEnd(DateRange.of(startsOn, endsOn).lastDay, closing)}
          </p>
          <p>
            {isVoid
              ? 'It counts nowhere, and its history stays. '
              : 'Nothing runs after that day, and its history stays. '}
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
          </p>
        </div>
      </div>
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
    </section>
  );
}
