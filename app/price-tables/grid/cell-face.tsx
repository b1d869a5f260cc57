import type { ShownCell } from '../price-grid';
import { classes } from '@/ui/classes';

/** A cell of a price table while it is not edited. @param waiting how many titles wait for its amount */
export function CellFace({ cell, waiting }: { cell: ShownCell; waiting: number }) {
  switch (cell.look) {
    case 'amount':
    case 'invalid':
      return <span className="px-2">{cell.text}</span>;
    case 'not-sold':
      return (
        <span className="px-2 text-ink-2">
          <span aria-hidden>–</span>
          <span className="sr-only">Not sold</span>
        </span>
      );
    case 'same':
      return (
        <span className="px-2 text-ink-3" title={cell.inherited ?? undefined}>
          same
        </span>
      );
    case 'missing':
      return (
        <span
          className={classes(
            'mx-1 flex h-7 items-center justify-end rounded-control border border-dashed border-straw-line px-1 whitespace-nowrap',
            waiting > 0 && 'bg-straw-tint',
          )}
        >
          <span className="sr-only">No amount</span>
          {waiting > 0 && ` ${waiting.toLocaleString('en-US')} wait`}
        </span>
      );
    case 'empty':
      return <span className="sr-only">No amount for all</span>;
  }
}
