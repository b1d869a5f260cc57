'use client';

import { useMemo, useState, type ReactNode } from 'react';
import type { OfferData } from '../../../src/domain/license/offer';
import { Button } from '@/ui/button';
import { counted } from '../../timeline/model';

/** The offers of the table that are selected, by their first days, and what selects them. */
export interface Choosing {
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (firstDays: readonly string[], isChosen: boolean) => void;
}

/**
 * Selecting offers of the table of a license, to change them at once.
 *
 * @param open opens the form that changes them
 */
export function useChosenOffers(
  offers: readonly OfferData[],
  open: (chosen: ReadonlySet<string>) => void,
): Choosing & { readonly bar: ReactNode } {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  // What is not there any more is not selected.
  const chosen = useMemo(
    () =>
      new Set(
        offers.map(({ window }) => window.startsOn).filter((firstDay) => selected.has(firstDay)),
      ),
    [offers, selected],
  );
  return {
    chosen,
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
