'use client';

import type { GridView, PriceColumn } from './price-grid';
import { KeyCap } from '@/ui/key-cap';
import { PRICE_KINDS } from '../../src/domain/values/price-kind';
import { columnName } from './grid/price-grid-row';

/** What the marked cell is, and the keys of the table. */
export function Foot({
  tier,
  column,
  story,
  hasKeys,
}: {
  tier: string | undefined;
  column: PriceColumn | undefined;
  /** What the cell is and becomes. */
  story: string;
  hasKeys: boolean;
}) {
  if (tier === undefined || column === undefined) return null;
  return (
    <footer className="mt-auto flex flex-wrap items-center gap-x-6 gap-y-1 border-t border-line bg-canvas px-4 py-2 text-table text-ink-2">
      <span className="min-w-0">
        <strong className="font-emphasis text-ink">
          {tier}, {columnName(column)}
        </strong>{' '}
        {story}
      </span>
      {(hasKeys ? KEYS : []).map(([key, what]) => (
        <span key={key} className="inline-flex items-center gap-1.5 max-sm:hidden">
          <KeyCap>{key}</KeyCap> {what}
        </span>
      ))}
    </footer>
  );
}

/** What the looks of cells mean. */
export function Legend() {
  return (
    <ul
      aria-label="Legend"
      className="flex flex-wrap items-center gap-x-6 gap-y-1 px-4 py-2 text-table text-ink-2"
    >
      <li className="flex items-center gap-2">
        <span aria-hidden className="h-3.5 w-5 bg-sunken shadow-[inset_0_-2px_0_var(--ink)]" />
        changed here, not saved
      </li>
      <li className="flex items-center gap-2">
        <span
          aria-hidden
          className="h-3.5 w-5 rounded-bar border border-dashed border-straw-line bg-straw-tint"
        />
        missing, and how many titles wait
      </li>
      <li>
        <span className="text-ink-3">same</span> as the column for all
      </li>
      <li>– not sold</li>
    </ul>
  );
}

const KEYS = [
  ['F2', 'edit'],
  ['Enter', 'down'],
  ['Tab', 'right'],
  ['Esc', 'as it was'],
  ['Ctrl V', 'paste a block'],
  ['Ctrl D', 'as above'],
  ['Del', 'clear'],
] as const;

/** A field that takes a pasted table where there is no cell to paste at. */
export function PasteArea({ onPaste }: { onPaste: (text: string) => void }) {
  return (
    <textarea
      aria-label="Paste your table here"
      placeholder="Paste your table here"
      rows={2}
      className="w-80 max-w-full rounded-control border border-control bg-panel px-3 py-2 text-body text-ink placeholder:text-ink-3"
      onPaste={(event) => {
        event.preventDefault();
        onPaste(event.clipboardData.getData('text/plain'));
      }}
    />
  );
}

export function viewKey({ rightsType, kind }: GridView): string {
  return `${rightsType} ${kind}`;
}

/** A view in words: `EST, Retail (SRP)`. */
export function viewWords({ rightsType, kind }: GridView): string {
  const names: Readonly<Record<string, string | undefined>> = PRICE_KINDS;
  return `${rightsType}, ${names[kind] ?? kind}`;
}

export function distinctViews(views: readonly GridView[]): readonly GridView[] {
  return [...new Map(views.map((view) => [viewKey(view), view])).values()];
}

export function amountsWords(count: number): string {
  return count === 1 ? '1 price' : `${count.toLocaleString('en-US')} prices`;
}

export function changesWords(count: number): string {
  return count === 1 ? '1 change not saved' : `${count.toLocaleString('en-US')} changes not saved`;
}
