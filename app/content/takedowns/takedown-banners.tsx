'use client';

import type { TakedownData } from '../../../src/domain/content/takedown';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/overlays/notice';
import { ForEditors } from '@/ui/role';
import { takedownNotice } from './takedown-words';

/** A takedown with who made it, where that is known. */
export interface ShownTakedown extends TakedownData {
  readonly by: string | null;
}

/** More are folded away. */
const FIRST_BANNERS = 3;

/** The takedowns of a title that stand or are planned, each with the way back. */
export function TakedownBanners({
  takedowns,
  today,
  isBusy = false,
  onBringBack = null,
}: {
  takedowns: readonly ShownTakedown[];
  today: string;
  isBusy?: boolean;
  /** `null` where they are to look at, not to change. */
  onBringBack?: ((takedown: TakedownData) => void) | null;
}) {
  if (takedowns.length === 0) return null;
  const keyed = takedowns.find(({ days }) => days.endsOn === null);
  const banner = (takedown: ShownTakedown) => (
    <Banner
      key={takedown.number}
      takedown={takedown}
      today={today}
      isBusy={isBusy}
      keyCap={takedown === keyed ? 'B' : undefined}
      onBringBack={onBringBack}
    />
  );
  const rest = takedowns.slice(FIRST_BANNERS);
  return (
    <section aria-label="Takedowns" className="border-b border-line">
      {takedowns.slice(0, FIRST_BANNERS).map(banner)}
      {rest.length > 0 && (
        <details>
          <summary className="inline-flex min-h-8 items-center px-4 text-table text-ink-2 underline underline-offset-2 hover:text-ink max-sm:min-h-10">
            {rest.length === 1 ? '1 more takedown' : `${rest.length} more takedowns`}
          </summary>
          {rest.map(banner)}
        </details>
      )}
    </section>
  );
}

function Banner({
  takedown,
  today,
  isBusy,
  keyCap,
  onBringBack,
}: {
  takedown: ShownTakedown;
  today: string;
  isBusy: boolean;
  keyCap: string | undefined;
  onBringBack: ((takedown: TakedownData) => void) | null;
}) {
  const notice = takedownNotice(takedown, today);
  if (notice === null) return null;
  const { words, effect, isPlanned, canEnd } = notice;
  return (
    <Notice
      tone={isPlanned ? 'attention' : 'taken-down'}
      role="note"
      title={words}
      className="rounded-none border-t border-panel px-4 first:border-t-0"
      actions={
        canEnd &&
        onBringBack !== null && (
          <ForEditors>
            <Button
              variant="secondary"
              size="toolbar"
              keyCap={keyCap}
              isDisabled={isBusy}
              onPress={() => {
                onBringBack(takedown);
              }}
            >
              Bring back
            </Button>
          </ForEditors>
        )
      }
    >
      <span className="block">
        {effect}
        {takedown.by !== null && ` · ${takedown.by}`}
      </span>
    </Notice>
  );
}
