import type { ReactNode } from 'react';
import type { ConflictOf, ConflictRow } from '../../src/service/conflict/conflict';
import type { Chosen } from './choices';
import { FieldChoice } from './choices';

const COLUMNS = 'sm:grid sm:grid-cols-[8rem_repeat(3,minmax(0,1fr))]';
const CELL = 'px-3 py-2 sm:border-s sm:border-line';
const VALUE = `${CELL} wrap-anywhere whitespace-pre-line`;

/** What the columns are called, where it is not a change that is compared. */
export interface Heads {
  readonly yours: string;
  /** Beside the name of the first column. */
  readonly yoursNote: string;
  readonly result: string;
}

const OF_A_CHANGE: Heads = { yours: 'Yours', yoursNote: 'not saved', result: 'Result' };

/** Yours, what is new, and the result, side by side; on a phone one below the other, what is to be chosen first, then results. */
export function Comparison<Field extends string>({
  conflict: { rows, dispute, latestVersion },
  people,
  chosen,
  heads = OF_A_CHANGE,
  children,
}: {
  conflict: Pick<ConflictOf<string, unknown, Field>, 'rows' | 'dispute' | 'latestVersion'>;
  /** Who saved what is new. */
  people: string;
  chosen: Chosen<Field>;
  heads?: Heads | undefined;
  /** Rows above those of the fields. */
  children?: ReactNode;
}) {
  const isDisputed = (field: Field | 'other'): field is Field =>
    field !== 'other' && dispute?.fields.includes(field) === true;
  return (
    <ComparisonTable
      heads={heads}
      people={people}
      resultNote={`will be version ${latestVersion + 1}`}
    >
      {children}
      {rows.map(({ field, ...row }, index) => (
        <FieldRow
          key={`${row.label} ${index}`}
          row={row}
          choice={
            isDisputed(field) ? (
              <FieldChoice
                label={row.label}
                yours={row.yours ?? ''}
                theirs={row.theirs ?? ''}
                people={people}
                chosen={chosen.choices[field]}
                onChoose={(side) => {
                  chosen.choose(field, side);
                }}
              />
            ) : null
          }
        />
      ))}
    </ComparisonTable>
  );
}

/** The table of a comparison, its rows within it. */
export function ComparisonTable({
  heads,
  people,
  resultNote,
  children,
}: {
  heads: Heads;
  /** Who saved what is new. */
  people: string;
  /** Beside the name of the last column. */
  resultNote: string;
  children: ReactNode;
}) {
  return (
    <div
      role="table"
      aria-label="Your change, the latest changes and the result"
      className="overflow-hidden rounded-popover border border-line max-sm:flex max-sm:flex-col"
    >
      <div role="row" className={`${COLUMNS} max-sm:hidden`}>
        <span role="columnheader" className="px-3 py-2">
          <span className="sr-only">Field</span>
        </span>
        <ColumnHead name={heads.yours} note={heads.yoursNote} />
        <ColumnHead name="What’s new" note={people} />
        <ColumnHead name={heads.result} note={resultNote} isResult />
      </div>
      {children}
    </div>
  );
}

function ColumnHead({
  name,
  note,
  isResult = false,
}: {
  name: string;
  note: string;
  isResult?: boolean;
}) {
  return (
    <span role="columnheader" className={`${CELL} ${isResult ? 'bg-canvas' : ''}`}>
      <strong className="font-heading">{name}</strong>{' '}
      <span className="text-table text-ink-3">{note}</span>
    </span>
  );
}

/** A row that shows the same thing three times: with your change, as it is now, and as it would be. */
export function PaneRow({
  label,
  yours,
  theirs,
  result,
  heads = OF_A_CHANGE,
}: {
  label: string;
  yours: ReactNode;
  theirs: ReactNode;
  result: ReactNode;
  heads?: Heads | undefined;
}) {
  return (
    <div role="row" className={`${COLUMNS} border-t border-line max-sm:flex max-sm:flex-col`}>
      <span role="rowheader" className="px-3 py-2 text-table text-ink-2">
        {label}
      </span>
      <div role="cell" className={`${CELL} max-sm:order-3`}>
        <Pane name={heads.yours}>{yours}</Pane>
      </div>
      <div role="cell" className={`${CELL} max-sm:order-2`}>
        <Pane name="What’s new">{theirs}</Pane>
      </div>
      <div role="cell" className={`${CELL} bg-canvas max-sm:order-1`}>
        <Pane name={heads.result}>{result}</Pane>
      </div>
    </div>
  );
}

/** Says on a phone which pane a cell belongs to; on a wide screen the column's head says it. */
function Pane({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <span className="text-label text-ink-3 sm:hidden">{name}</span>
      {children}
    </>
  );
}

/** A row of words: before, what is new, and what comes of both. */
export function Row({
  label,
  yours,
  theirs,
  result,
  heads,
}: {
  label: ReactNode;
  yours: ReactNode;
  theirs: ReactNode;
  result: ReactNode;
  heads: Heads;
}) {
  return (
    <div
      role="row"
      className={`${COLUMNS} border-t border-line text-body max-sm:flex max-sm:flex-col max-sm:py-1`}
    >
      <span role="rowheader" className="px-3 py-2 text-table text-ink-2">
        {label}
      </span>
      <div role="cell" className={`${VALUE} max-sm:order-3`}>
        <Pane name={`${heads.yours} `}>{yours}</Pane>
      </div>
      <div role="cell" className={`${VALUE} max-sm:order-2`}>
        <Pane name="What’s new ">{theirs}</Pane>
      </div>
      <div role="cell" className={`${VALUE} bg-canvas max-sm:order-1`}>
        <Pane name={`${heads.result} `}>{result}</Pane>
      </div>
    </div>
  );
}

function FieldRow({
  row: { label, before, yours, theirs, result, origin },
  choice,
}: {
  row: Omit<ConflictRow, 'field'>;
  /** Where the field is in dispute. */
  choice: ReactNode;
}) {
  const isDisputed = choice !== null;
  // A phone shows both values once, as what is chosen from.
  const chosenFrom = isDisputed ? 'max-sm:hidden' : '';
  return (
    <div
      role="row"
      className={`${COLUMNS} border-t border-line text-body ${isDisputed ? 'bg-straw-tint max-sm:order-first' : ''} max-sm:flex max-sm:flex-col max-sm:py-1`}
    >
      <span
        role="rowheader"
        className={`px-3 py-2 text-table ${isDisputed ? 'text-straw-ink' : 'text-ink-2'}`}
      >
        {label}
      </span>
      <div role="cell" className={`${VALUE} max-sm:order-3 ${chosenFrom}`}>
        <Pane name="Yours ">
          <Value value={yours} before={before} />
        </Pane>
      </div>
      <div role="cell" className={`${VALUE} max-sm:order-2 ${chosenFrom}`}>
        <Pane name="What’s new ">
          <Value value={theirs} before={before} />
        </Pane>
      </div>
      <div role="cell" className={`${VALUE} max-sm:order-1 ${isDisputed ? '' : 'bg-canvas'}`}>
        {choice}
        {choice === null && (
          <Pane name="Result ">
            {result !== null && (
              <span>
                <strong className="font-emphasis">{result}</strong>{' '}
                {origin !== null && (
                  <span className="rounded-bar bg-sunken px-1.5 py-0.5 text-label text-ink-2">
                    {origin}
                  </span>
                )}
              </span>
            )}
          </Pane>
        )}
      </div>
    </div>
  );
}

function Value({ value, before }: { value: string | null; before: string | null }) {
  if (value === null) return <span className="text-ink-2">not changed</span>;
  return (
    <>
      {value}{' '}
      {before !== null && before !== value && (
        <del className="text-ink-2">
          <span className="sr-only">instead of </span>
          {before}
        </del>
      )}
    </>
  );
}
