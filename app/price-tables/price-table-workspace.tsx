'use client';

import dynamic from 'next/dynamic';
import { onDemand } from '@/ui/overlays/on-demand';
import { useMemo, useState, type ReactNode } from 'react';
import type { NextUndo } from '../licenses/undo/next-undo';
import type { PriceCellData } from '../../src/domain/price-table/price-cell';
import type { WaitingCell } from '../../src/service/price-table/missing-amounts';
import type { Addition } from './add-dialog';
import type { PastedBlock } from './pasted-prices';
import type { PriceColumn } from './price-grid';
import type { Place } from './grid/place';
import type { EditedTable } from './use-price-editing';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/lists/empty-state';
import { PageHeader, type Crumb } from '@/ui/shell/page-header';
import { ForEditors, useMayActAs } from '@/ui/role';
import { VersionChip } from '@/ui/version-chip';
import { cellKey } from '../../src/domain/price-table/price-cell';
import { SavedMeanwhile } from '@/live/saved-meanwhile';
import { CommandNotice } from '../commands/form-words';
import { versionState } from '../commands/use-command';
import { UndoButton } from '../licenses/undo/undo-button';
import { ExportMenu, ImportButton } from './file-actions';
import { pastedBlock } from './pasted-prices';
import { blockOfFile } from './price-file';
import { cellStory } from './cell-story';
import { TableNotices } from './table-notices';
import { amountsWords, changesWords, Foot, Legend, PasteArea } from './grid-parts';
import { GridToolbar } from './grid-toolbar';
import { PriceGridTable } from './grid/price-grid-table';
import { placeOf, usePriceGrid } from './use-price-grid';
import { usePriceEditing } from './use-price-editing';
import { usePriceKeys } from './use-price-keys';

const PasteDialog = onDemand(() => import('./paste-dialog').then((module) => module.PasteDialog));
const AddDialog = onDemand(() => import('./add-dialog').then((module) => module.AddDialog));
const PriceTableConflictDialog = dynamic(() =>
  import('./price-table-conflict-dialog').then((module) => module.PriceTableConflictDialog),
);

/** The price table of a studio, edited as a spreadsheet; saving is one version. */
export function PriceTableWorkspace({
  table,
  waiting,
  today,
  breadcrumbs,
  undo,
  initialCell,
  children,
}: {
  table: EditedTable;
  /** Its missing cells that titles wait for. */
  waiting: readonly WaitingCell[];
  /** ISO 8601 day. */
  today: string;
  breadcrumbs: readonly Crumb[];
  undo: NextUndo | null;
  /** The cell to go to at first. */
  initialCell: PriceCellData | null;
  /** What is below the table. */
  children?: ReactNode;
}) {
  const mayEdit = useMayActAs('editor');
  const editing = usePriceEditing(table);
  const { stored, typed, problems, edits, command, conflict } = editing;
  const grid = usePriceGrid(editing, today, initialCell);
  const { view, day, days, tiers, columns, shown, missing } = grid;
  const [adding, setAdding] = useState<Addition['kind'] | null>(null);
  const [pasted, setPasted] = useState<{ block: PastedBlock; title: string } | null>(null);
  /** Why a file could not be read. */
  const [unread, setUnread] = useState<string | null>(null);
  const [marked, setMarked] = useState<Place>(() => placeOf(initialCell, grid));

  const titlesOf = useMemo(
    () => new Map(waiting.map((cell) => [cellKey(cell), cell.titles])),
    [waiting],
  );
  const waitingFor = (tier: string | undefined, column: PriceColumn | undefined) =>
    tier === undefined || column === undefined
      ? 0
      : (titlesOf.get(cellKey({ ...column, tier })) ?? 0);
  const waitedFor = missing.filter(
    ({ row, column }) => waitingFor(tiers[row], columns[column]) > 0,
  ).length;
  const wrong = Object.keys(problems).length;
  const place = {
    row: Math.min(marked.row, tiers.length - 1),
    column: Math.min(marked.column, columns.length - 1),
  };

  const [tier, column] = [tiers[place.row], columns[place.column]];
  const story =
    tier === undefined || column === undefined
      ? ''
      : cellStory({ ...column, tier }, day, {
          ...{ stored, prices: editing.prices, waiting: waitingFor(tier, column) },
        });
  const target = { prices: stored, view, day, tiers, columns, ...place };
  const take = (block: PastedBlock, title: string) => {
    setUnread(null);
    setPasted({ block, title });
  };
  const paste = (text: string) => {
    take(pastedBlock(text, target), 'Paste prices');
  };
  const nextMissing = () => {
    const after = missing.find(
      ({ row, column }) => row > place.row || (row === place.row && column > place.column),
    );
    const next = after ?? missing[0];
    if (next !== undefined) setMarked(next);
  };
  usePriceKeys({ nextMissing, save: mayEdit ? editing.save : null });
  const unplaced = waiting.filter((cell) => !grid.has(cell));

  return (
    <>
      <PageHeader
        breadcrumbs={breadcrumbs}
        title={table.studio}
        beside={
          <>
            {table.id !== null && (
              <VersionChip
                version={table.version}
                state={
                  editing.isBehind ? 'behind' : edits.length > 0 ? 'unsaved' : versionState(command)
                }
                word={edits.length > 0 ? changesWords(edits.length) : null}
                href={`/price-tables/${table.id}/history`}
              />
            )}
            Price table
          </>
        }
        actions={
          <>
            <ForEditors>
              <ImportButton
                isDisabled={editing.isBusy}
                onRead={(read) => {
                  if (typeof read === 'string') setUnread(read);
                  else take(blockOfFile(read, target), 'Import prices');
                }}
              />
            </ForEditors>
            {table.id !== null && <ExportMenu id={table.id} view={view} day={day} />}
            <ForEditors>
              {undo !== null && (
                <UndoButton
                  next={undo}
                  isDisabled={editing.isBusy || edits.length > 0}
                  onUndo={() => {
                    editing.undo(undo.version);
                  }}
                />
              )}
              {Object.keys(typed).length > 0 && (
                <Button variant="quiet" isDisabled={editing.isBusy} onPress={editing.discard}>
                  Discard
                </Button>
              )}
              <Button
                variant="primary"
                keyCap="Ctrl S"
                isPending={editing.isBusy}
                isDisabled={edits.length === 0 || wrong > 0}
                onPress={editing.save}
              >
                {edits.length === 0 ? 'Save' : `Save ${amountsWords(edits.length)}`}
              </Button>
            </ForEditors>
          </>
        }
      />
      <GridToolbar
        grid={grid}
        today={today}
        removable={stored.days.some((one) => one === day) && stored.days.length > 1}
        isBusy={editing.isBusy || edits.length > 0}
        onAdd={setAdding}
        onRemoveDay={() => {
          editing.removeDay(day);
        }}
      />
      <div className="flex flex-col gap-2 px-4 py-2 empty:hidden">
        <TableNotices
          isDraftLost={editing.isDraftLost}
          unread={unread}
          problems={Object.values(problems)}
          missing={tiers.length === 0 ? 0 : missing.length}
          waitedFor={waitedFor}
          onNextMissing={nextMissing}
          unplaced={unplaced}
          onReveal={grid.reveal}
        />
        {conflict === null && (
          <CommandNotice result={command.result} onAgain={() => void command.resend()} />
        )}
      </div>
      {columns.length === 0 || tiers.length === 0 ? (
        <EmptyState
          title={tiers.length === 0 ? 'No tiers yet' : 'No columns yet'}
          place="prices go here"
          actions={
            <ForEditors>
              <PasteArea onPaste={paste} />
            </ForEditors>
          }
        >
          They come with the first import. Or add a tier and columns, or paste your table here:
          tiers down the first column, a heading row such as SD USD, HD USD, UHD CA.
        </EmptyState>
      ) : (
        <PriceGridTable
          tiers={tiers}
          columns={columns}
          shown={shown}
          waiting={waitingFor}
          marked={place}
          isReadOnly={!mayEdit}
          onMark={setMarked}
          onType={({ row, column }, text) => {
            const [tier, at] = [tiers[row], columns[column]];
            if (tier !== undefined && at !== undefined)
              editing.type({ cell: { ...at, tier }, startsOn: day, text });
          }}
          onPaste={paste}
        />
      )}
      {columns.length > 0 && tiers.length > 0 && (
        <>
          <Legend />
          <Foot tier={tier} column={column} story={story} hasKeys={mayEdit} />
        </>
      )}
      {children}
      {pasted !== null && (
        <PasteDialog
          {...pasted}
          onTake={() => {
            editing.type(
              ...pasted.block.cells.flatMap((cell) =>
                cell.fate === 'new' || cell.fate === 'changed' ? [cell] : [],
              ),
            );
            setPasted(null);
          }}
          onClose={() => {
            setPasted(null);
          }}
        />
      )}
      {adding !== null && (
        <AddDialog
          kind={adding}
          view={view}
          tiers={tiers}
          days={days}
          onAdd={(addition) => {
            setAdding(null);
            grid.add(addition);
          }}
          onClose={() => {
            setAdding(null);
          }}
        />
      )}
      {conflict !== null && (
        <PriceTableConflictDialog
          key={conflict.latestVersion}
          conflict={conflict}
          answer={command.result}
          isBusy={editing.isBusy}
          onApply={(change) => {
            editing.apply(change.prices.map(({ before: _, ...edit }) => edit));
          }}
          onAgain={() => void command.resend()}
          onKeepEditing={editing.keepEditing}
          onDrop={editing.drop}
        />
      )}
      {table.id !== null && <SavedMeanwhile id={table.id} version={table.version} />}
    </>
  );
}
