'use client';

import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState } from 'react';
import { AgendaCard, type CardActions } from './agenda-card';
import type { DaySpan, TimelineCell, TimelineModel } from '../model';
import { useDaysInView } from './use-days-in-view';
import { withStyle } from '@/ui/with-style';

/** Estimated height of a collapsed card with its margin, in pixels, until it is measured. */
const CARD_HEIGHT = 62;
const PHONE = { width: 390, height: 844 };

export interface AgendaListProps {
  cells: readonly TimelineCell[];
  model: TimelineModel;
  actions: CardActions;
  label: string;
  /** Receives the days of the cards in view, or `null` when all of them are. */
  onInView?: ((days: DaySpan | null) => void) | undefined;
}

/** Only the cards in view, and some more. */
export function WindowedList(props: AgendaListProps) {
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
