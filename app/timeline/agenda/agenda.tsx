'use client';

import { ChevronRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import { AgendaList } from './agenda-list';
import type { CardActions } from './agenda-card';
import { civilDay } from '../../../src/domain/values/civil-day';
import { shortMonthName } from '../geometry/calendar';
import { cells as cellsOf, counted, type DaySpan, type TimelineModel } from '../model';
import { OverviewStrip } from '../overview-strip';
import { firstWhere } from '../geometry/stops';

export interface AgendaProps {
  readonly model: TimelineModel;
  /** First day of the offer whose buttons are shown at first. */
  readonly selected: number | null;
  /** Receive the offer's position in the model. */
  readonly onEdit: (index: number) => void;
  readonly onWithdraw: (index: number) => void;
  readonly onCreateInSlot: (slot: DaySpan) => void;
  readonly changedStarts?: ReadonlySet<number> | undefined;
  /** Names the list: "Offers of US · TVOD · 2026 slate". */
  readonly label: string;
}

/** A license's timeline on a phone: an overview strip above the offers and free slots as cards in date order. */
export function Agenda({ model, selected, label, ...callbacks }: AgendaProps) {
  const [unfolded, setUnfolded] = useState(selected);
  const [selectedBefore, setSelectedBefore] = useState(selected);
  const [isPastOpen, setPastOpen] = useState(false);
  const [inView, setInView] = useState<DaySpan | null>(null);
  if (selected !== selectedBefore) {
    setSelectedBefore(selected);
    setUnfolded(selected);
  }
  const cells = useMemo(() => cellsOf(model), [model]);
  const past = firstWhere(cells.length, (index) => {
    const end = cells[index]?.end ?? null;
    return end === null || end > model.today;
  });
  const actions: CardActions = { ...callbacks, unfolded, onUnfold: setUnfolded };
  const endedOffers = cells.slice(0, past).filter(({ kind }) => kind === 'offer').length;
  const { day, month } = civilDay(model.today);
  return (
    <section aria-label={label}>
      <div className="sticky top-0 z-30 border-b border-line bg-panel px-4 py-2">
        <OverviewStrip model={model} cells={cells} inView={inView} />
      </div>
      {past > 0 && (
        <details
          className="group px-4 pt-1"
          onToggle={({ currentTarget }) => setPastOpen(currentTarget.open)}
        >
          <summary className="flex min-h-9 list-none items-center gap-1.5 text-table text-ink-2 [&::-webkit-details-marker]:hidden">
            <ChevronRight aria-hidden className="size-3.5 group-open:rotate-90" />
            {endedOffers > 0 ? counted(endedOffers, 'ended offer') : 'Past free days'}
          </summary>
          {isPastOpen && (
            <div className="pt-1">
              <AgendaList
                cells={cells.slice(0, past)}
                model={model}
                actions={actions}
                label="Ended offers"
              />
            </div>
          )}
        </details>
      )}
      <div className="flex items-center px-4 pt-2 pb-2">
        <h2 className="rounded-full bg-ink px-2 text-label font-emphasis text-on-ink forced-colors:border">
          Today, {day} {shortMonthName(month)}
        </h2>
        <span aria-hidden="true" className="h-px grow bg-ink" />
      </div>
      <div className="px-4 pb-4">
        {past < cells.length ? (
          <AgendaList
            cells={cells.slice(past)}
            model={model}
            actions={actions}
            label="Offers and free days"
            onInView={setInView}
          />
        ) : (
          <p className="py-2 text-body text-ink-2">This license has ended.</p>
        )}
      </div>
    </section>
  );
}
