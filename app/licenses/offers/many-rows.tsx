'use client';

import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { ShownRow } from './table-layout';
import { withStyle } from '@/ui/with-style';

const ROW_HEIGHT = 28;

/** Draws only the rows in view; the page scrolls, not the table. */
export function ManyRows({
  rows,
  row,
}: {
  rows: readonly ShownRow[];
  row: (row: ShownRow, index: number) => ReactNode;
}) {
  const list = useRef<HTMLDivElement>(null);
  const [offset, setOffset] = useState(0);
  useEffect(() => {
    setOffset(list.current?.offsetTop ?? 0);
  }, []);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: 20,
    scrollMargin: offset,
  });
  return (
    <div
      ref={list}
      role="rowgroup"
      className="relative"
      {...withStyle({ height: virtual.getTotalSize() })}
    >
      {virtual.getVirtualItems().map(({ index, start }) => {
        const shown = rows[index];
        return shown === undefined ? null : (
          <div
            key={index}
            role="presentation"
            className="absolute inset-x-0 top-0"
            {...withStyle({ transform: `translateY(${start - offset}px)` })}
          >
            {row(shown, index)}
          </div>
        );
      })}
    </div>
  );
}
