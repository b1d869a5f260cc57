'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useRef, useState } from 'react';
import { v4 as uuid } from 'uuid';
import type { PriceEdit } from '../../src/domain/price-table/price-cell';
import type { PriceTableConflict } from '../../src/service/conflict/conflict';
import type { StoredPriceTable } from '../../src/service/price-table/price-table-views';
import type { CommandResult } from '../commands/command-result';
import type { CommandRun } from '../commands/use-command';
import type { TypedCell, TypedCells } from './price-grid';
import { useOwnId } from '@/ui/role';
import { drafts } from '@/forms/draft-store';
import { entryKey } from '../../src/domain/price-table/price-cell';
import { Prices } from '../../src/domain/price-table/prices';
import { columnsInput } from '../../src/wire/forms/price-table';
import { conflictOf } from '../commands/command-result';
import { useCommand } from '../commands/use-command';
import { readCells, typedInto } from './price-grid';

/** A table as its page shows it; without an id it is to be recorded. */
export interface EditedTable extends Omit<StoredPriceTable, 'id'> {
  readonly id: string | null;
}

type Kind = 'record-price-table' | 'change-prices' | 'remove-price-day' | 'undo-prices';

export interface PriceEditing {
  /** As it is stored. */
  readonly stored: Prices;
  /** With what is typed and can be read. */
  readonly prices: Prices;
  readonly typed: TypedCells;
  readonly problems: Readonly<Record<string, string>>;
  readonly edits: readonly PriceEdit[];
  readonly type: (...cells: readonly TypedCell[]) => void;
  /** Gives up what is typed. */
  readonly discard: () => void;
  readonly command: CommandRun<Kind>;
  readonly conflict: PriceTableConflict | null;
  readonly save: () => void;
  /** Makes edits against the version that a conflict tells of. */
  readonly apply: (edits: readonly PriceEdit[]) => void;
  readonly removeDay: (day: string) => void;
  readonly undo: (version: number) => void;
  readonly keepEditing: () => void;
  /** Gives the change up and shows the latest version. */
  readonly drop: () => void;
  readonly isBusy: boolean;
  /** Whether the browser cannot keep what is typed. */
  readonly isDraftLost: boolean;
  /** Whether what is typed was made against an earlier version. */
  readonly isBehind: boolean;
}

/** What a person types into a price table, from the first cell to the answer, and through the conflict where somebody saved first. */
export function usePriceEditing(table: EditedTable): PriceEditing {
  const router = useRouter();
  const person = useOwnId();
  const newId = useState(() => uuid())[0];
  const id = table.id ?? newId;
  const form = `price-table/${table.id ?? `new ${table.studio}`}`;
  const [typed, setTyped] = useState<TypedCells>({});
  const [base, setBase] = useState(table.version);
  const [conflict, setConflict] = useState<PriceTableConflict | null>(null);
  const [isDraftLost, setDraftLost] = useState(false);
  const clears = useRef(false);
  const stored = useMemo(() => Prices.of(table.prices), [table.prices]);
  const { edits, problems } = useMemo(() => readCells(typed, stored), [typed, stored]);
  const prices = useMemo(() => stored.with(edits), [stored, edits]);

  // The server, which draws the page first, has no drafts.
  useEffect(() => {
    const draft = person === null ? null : drafts.find({ person, form });
    const cells = draft === null ? null : typedOf(draft.values);
    if (draft === null || cells === null) return;
    queueMicrotask(() => {
      setTyped(cells);
      setBase(draft.version);
    });
  }, [person, form]);

  /** @param from the version that the typing began with */
  const keep = (next: TypedCells, from: number) => {
    setTyped(next);
    setBase(from);
    if (person === null) return;
    if (Object.keys(next).length === 0) {
      drafts.drop({ person, form });
      setDraftLost(false);
      return;
    }
    const values = { cells: Object.values(next).map((one) => ({ ...one })) };
    const at = new Date().toISOString();
    setDraftLost(!drafts.keep({ person, form }, { version: from, initial: {}, values, at }));
  };

  const command = useCommand<Kind>({
    onAnswer: (answer) => {
      const stale = conflictOf(answer, 'price-table');
      if (stale !== null) setConflict(stale);
      else if (DECIDED.has(answer.status)) setConflict(null);
      if (answer.status !== 'saved' && answer.status !== 'unchanged') return;
      if (clears.current) keep({}, answer.version);
      if (table.id === null) router.push(`/price-tables/${answer.id}`);
      else router.refresh();
    },
  });
  const isTyping = Object.keys(typed).length > 0;
  const version = isTyping ? base : table.version;
  const send = (sent: Parameters<typeof command.send>[0], isOfTyped: boolean) => {
    clears.current = isOfTyped;
    void command.send(sent);
  };
  const change = (made: readonly PriceEdit[], expectedVersion: number) => {
    send(
      {
        kind: 'change-prices',
        input: { priceTableId: id, expectedVersion, prices: columnsInput(made) },
      },
      true,
    );
  };

  return {
    stored,
    prices,
    typed,
    problems,
    edits,
    type: (...cells) => {
      const next = typedInto(typed, stored, ...cells);
      keep(next, isTyping ? base : table.version);
    },
    discard: () => {
      command.dismiss();
      keep({}, table.version);
    },
    command,
    conflict,
    save: () => {
      if (edits.length === 0 || Object.keys(problems).length > 0) return;
      if (table.id !== null) change(edits, version);
      else
        send(
          {
            kind: 'record-price-table',
            input: { priceTableId: id, studio: table.studio, prices: columnsInput(edits) },
          },
          true,
        );
    },
    apply: (made) => {
      if (conflict !== null) change(made, conflict.latestVersion);
    },
    removeDay: (day) => {
      send(
        {
          kind: 'remove-price-day',
          input: { priceTableId: id, expectedVersion: table.version, day },
        },
        false,
      );
    },
    undo: (undoes) => {
      send(
        {
          kind: 'undo-prices',
          input: { priceTableId: id, expectedVersion: table.version, undoes },
        },
        false,
      );
    },
    keepEditing: () => {
      setConflict(null);
      command.dismiss();
    },
    drop: () => {
      setConflict(null);
      command.dismiss();
      keep({}, table.version);
      router.refresh();
    },
    isBusy: command.phase !== 'idle',
    isDraftLost,
    isBehind: isTyping && base < table.version,
  };
}

/** Results that are shown on the page, not in the dialog of a conflict. */
const DECIDED = new Set<CommandResult['status']>(['saved', 'refused', 'invalid', 'unchanged']);

/** What a draft has, or `null` where it is not of this form. */
function typedOf({ cells }: Readonly<Record<string, unknown>>): TypedCells | null {
  if (!Array.isArray(cells)) return null;
  return cells.every(isTypedCell)
    ? Object.fromEntries(
        cells.map((one) => [entryKey({ ...one.cell, startsOn: one.startsOn }), one]),
      )
    : null;
}

function isTypedCell(value: unknown): value is TypedCell {
  return (
    typeof value === 'object' &&
    value !== null &&
    'text' in value &&
    typeof value.text === 'string' &&
    'startsOn' in value &&
    typeof value.startsOn === 'string' &&
    'cell' in value &&
    typeof value.cell === 'object'
  );
}
