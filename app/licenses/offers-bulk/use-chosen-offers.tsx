'use client';

import { useMemo, useState, type ReactNode } from 'react';
import type { OfferData } from '../../../src/domain/license/offer';
import type { PageKey } from '@/keys/page-keys';
import { usePageKey } from '@/keys/use-page-key';
import { Button } from '@/ui/button';
import { counted } from '../../timeline/model';

/** The offers of the table that are selected, by their first days, and what selects them. */
export interface Choosing {
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (firstDays: readonly string[], isChosen: boolean) => void;
}

const CHANGE: PageKey = { key: 'o', isShifted: true, does: 'Change offers of this license' };

/**
 * Selecting offers of the table of a license, to change them at once; where none is selected, as on a phone, which has no table,
 * those that still run.
 *
 * @param today ISO 8601
 * @param open opens the form that changes them
 * @param isOff whether the key does nothing now
 */
export function useChosenOffers(
  offers: readonly OfferData[],
  today: string,
  open: (chosen: ReadonlySet<string>) => void,
  isOff: boolean,
): Choosing & {
  /** Opens the form with the offers that are selected, or that still run; left out where there are none. */
  readonly openForm: (() => void) | undefined;
  readonly bar: ReactNode;
} {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  // What is not there any more is not selected.
  const chosen = useMemo(
    () =>
      new Set(
        offers.map(({ window }) => window.startsOn).filter((firstDay) => selected.has(firstDay)),
      ),
    [offers, selected],
  );
  const openForm = () => {
    const ahead = offers.filter(({ window: { endsOn } }) => endsOn === null || endsOn > today);
    const some = ahead.length > 0 ? ahead : offers;
    open(chosen.size > 0 ? chosen : new Set(some.map(({ window }) => window.startsOn)));
  };
  usePageKey(CHANGE, openForm, isOff || offers.length === 0);
  return {
    chosen,
    openForm: offers.length === 0 ? undefined : openForm,
    onChoose: (firstDays, isChosen) => {
      setSelected((before) => {
        const after = new Set(before);
        for (const firstDay of firstDays)
          if (isChosen) after.add(firstDay);
          else after.delete(firstDay);
        return after;
      });
    },
    bar: chosen.size > 0 && (
      <div className="sticky bottom-0 z-10 flex min-h-11 items-center gap-3 border-b border-line bg-panel px-4 text-table text-ink-2 print:hidden">
        <span role="status">{counted(chosen.size, 'offer')} selected</span>
        <Button
          size="toolbar"
          onPress={() => {
            open(chosen);
          }}
        >
          Change {counted(chosen.size, 'offer')}
        </Button>
        <Button
          variant="quiet"
          size="toolbar"
          onPress={() => {
            setSelected(new Set());
          }}
        >
          Clear
        </Button>
      </div>
    ),
  };
}
