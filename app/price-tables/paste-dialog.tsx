'use client';

import type { PastedBlock } from './pasted-prices';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/overlays/dialog';
import { Notice } from '@/ui/overlays/notice';
import { formatDay } from '../../src/domain/values/date-range';
import { columnName } from './grid/price-grid-row';
import { countsOf } from './pasted-prices';

/** So many cells of a kind are listed. */
const SHOWN = 12;

/** What a pasted block, or a file, would change, before it lands in the table. */
export function PasteDialog({
  block,
  title = 'Paste prices',
  onTake,
  onClose,
}: {
  block: PastedBlock;
  title?: string;
  onTake: () => void;
  onClose: () => void;
}) {
  const counts = countsOf(block);
  const landing = counts.new + counts.changed;
  const changes = block.cells.flatMap((cell) =>
    cell.fate === 'new' || cell.fate === 'changed' ? [cell] : [],
  );
  const unreadable = block.cells.flatMap((cell) => (cell.fate === 'unreadable' ? [cell] : []));
  return (
    <Dialog
      isOpen
      size="medium"
      onClose={onClose}
      title={title}
      description={`${counts.new} new, ${counts.changed} changed, ${counts.same} as they are, ${counts.unreadable} not readable.`}
      footer={
        <>
          <Button variant="secondary" keyCap="Esc" onPress={onClose}>
            Cancel
          </Button>
          <Button variant="primary" autoFocus isDisabled={landing === 0} onPress={onTake}>
            {landing === 1 ? 'Put 1 price in' : `Put ${landing.toLocaleString('en-US')} prices in`}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {block.refusal !== null && (
          <Notice tone="refused" role="alert">
            {block.refusal}
          </Notice>
        )}
        {unreadable.length > 0 && (
          <section aria-label="Not readable">
            <h3 className="text-label text-ink-3">
              Not readable. These cells stay as they are in the table.
            </h3>
            <ul className="text-table">
              {unreadable.slice(0, SHOWN).map(({ where, text, why }) => (
                <li key={where} className="border-b border-line py-1">
                  {where}: <span className="font-mono">{text}</span>. {why}
                </li>
              ))}
            </ul>
            <More count={unreadable.length} />
          </section>
        )}
        {changes.length > 0 && (
          <section aria-label="Changes">
            <h3 className="text-label text-ink-3">Changes</h3>
            <ul className="text-table">
              {changes.slice(0, SHOWN).map(({ cell, startsOn, text, fate }) => (
                <li
                  key={`${cell.tier} ${cell.rightsType} ${cell.kind} ${columnName(cell)} ${startsOn}`}
                  className="flex gap-2 border-b border-line py-1"
                >
                  <span className="min-w-0 flex-1">
                    {cell.tier}, {columnName(cell)}, from {formatDay(startsOn)}
                  </span>
                  <span className="text-ink-3">{fate}</span>
                  <span className="min-w-16 text-end tabular-nums">
                    {text === '' ? 'same' : text}
                  </span>
                </li>
              ))}
            </ul>
            <More count={changes.length} />
          </section>
        )}
      </div>
    </Dialog>
  );
}

function More({ count }: { count: number }) {
  return count <= SHOWN ? null : (
    <p className="pt-1 text-table text-ink-3">and {(count - SHOWN).toLocaleString('en-US')} more</p>
  );
}
