'use client';

import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { AgendaCard, type CardActions } from './agenda-card';
import type { DaySpan, TimelineCell, TimelineModel } from './model';
import { withStyle } from '@/ui/with-style';

/** Longer lists are virtualized. */
const MAX_UNVIRTUALIZED = 200;
/** Estimated height of a collapsed card with its margin, in pixels, until it is measured. */
const CARD_HEIGHT = 62;
const PHONE = { width: 390, height: 844 };

interface AgendaListProps {
  cells: readonly TimelineCell[];
  model: TimelineModel;
  actions: CardActions;
  label: string;
  /** Receives the days of the cards in view, or `null` when all of them are. */
  onInView?: ((days: DaySpan | null) => void) | undefined;
}

/** Cells as cards, one below the other, in date order. */
export function AgendaList(props: AgendaListProps) {
  return props.cells.length > MAX_UNVIRTUALIZED ? (
    <WindowedList {...props} />
  ) : (
    <WholeList {...props} />
  );
}

/** Days of the list items in the viewport; `null` if that is all of them. */
function daysInView(list: HTMLElement, cells: readonly TimelineCell[]): DaySpan | null {
  const seen = [...list.querySelectorAll<HTMLElement>('[data-cell]')]
    .filter((item) => {
      const { top, bottom } = item.getBoundingClientRect();
      return bottom > 0 && top < window.innerHeight;
    })
    .map((item) => Number(item.dataset.cell));
  const first = cells[Math.min(...seen)];
  const last = cells[Math.max(...seen)];
  if (first === undefined || last === undefined) return null;
  const isAll = first === cells[0] && last === cells.at(-1);
  return isAll ? null : { start: first.start, end: last.end };
}

function useDaysInView(
  list: { readonly current: HTMLElement | null },
  { cells, onInView }: AgendaListProps,
): void {
  const latest = useRef({ cells, onInView });
  useEffect(() => {
    latest.current = { cells, onInView };
  });
  useEffect(() => {
    let frame = 0;
    const look = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const { cells: now, onInView: report } = latest.current;
        if (list.current !== null) report?.(daysInView(list.current, now));
      });
    };
    look();
    window.addEventListener('scroll', look, { passive: true });
    window.addEventListener('resize', look);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', look);
      window.removeEventListener('resize', look);
    };
  }, [list]);
}

function WholeList(props: AgendaListProps) {
  const { cells, model, actions, label } = props;
  const list = useRef<HTMLOListElement>(null);
  useDaysInView(list, props);
  return (
    <ol ref={list} aria-label={label}>
      {cells.map((cell, index) => (
        <li key={cell.start} data-cell={index}>
          <AgendaCard cell={cell} model={model} actions={actions} />
        </li>
      ))}
    </ol>
  );
}

function WindowedList(props: AgendaListProps) {
  const { cells, model, actions, label } = props;
  const list = useRef<HTMLOListElement>(null);
  const [listTop, setListTop] = useState(0);
  useDaysInView(list, props);
  useLayoutEffect(() => {
    const measure = () =>
      setListTop((list.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);
  const rows = useWindowVirtualizer({
    count: cells.length,
    estimateSize: () => CARD_HEIGHT,
    overscan: 6,
    scrollMargin: listTop,
    initialRect: PHONE,
    getItemKey: (index) => cells[index]?.start ?? index,
  });
  return (
    <ol
      ref={list}
      aria-label={label}
      className="relative"
      {...withStyle({ height: rows.getTotalSize() })}
    >
      {rows.getVirtualItems().map(({ index, key, start }) => {
        const cell = cells[index];
        return cell === undefined ? null : (
          <li
            key={key}
            ref={rows.measureElement}
            data-index={index}
            data-cell={index}
            aria-setsize={cells.length}
            aria-posinset={index + 1}
            className="absolute inset-x-0 top-0"
            {...withStyle({ transform: `translateY(${start - listTop}px)` })}
          >
            <AgendaCard cell={cell} model={model} actions={actions} />
          </li>
        );
      })}
    </ol>
  );
}
