'use client';

import dynamic from 'next/dynamic';
import { useRef } from 'react';
import { AgendaCard } from './agenda-card';
import type { AgendaListProps } from './windowed-list';
import { useDaysInView } from './use-days-in-view';

/** Longer lists are virtualized. */
const MAX_UNVIRTUALIZED = 200;

// Few licenses have so many: the others do without what draws the cards in view.
const WindowedList = dynamic(() => import('./windowed-list').then((module) => module.WindowedList));

/** Cells as cards, one below the other, in date order. */
export function AgendaList(props: AgendaListProps) {
  return props.cells.length > MAX_UNVIRTUALIZED ? (
    <WindowedList {...props} />
  ) : (
    <WholeList {...props} />
  );
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
