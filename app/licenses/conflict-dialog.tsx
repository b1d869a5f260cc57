'use client';

import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Field } from '../../src/domain/license/conflict';
import type { OfferData } from '../../src/domain/license/offer';
import type { ConflictRow } from '../../src/service/license/conflict-comparison';
import type { StripOffer } from '../../src/service/license/conflict-strips';
import type { ConflictExplanation, Way } from '../../src/service/license/conflict-explanation';
import type { CommandResult } from '../commands/command-result';
import type { Authors } from '@/live/authors';
import type { LicenseCommand } from './license-commands';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/overlays/dialog';
import { KeyCap } from '@/ui/key-cap';
import { Notice } from '@/ui/overlays/notice';
import { useOwnId } from '@/ui/role';
import { VersionChip } from '@/ui/version-chip';
import { settle } from '../../src/domain/license/conflict';
import { dayNumber, isoDate } from '../../src/domain/values/date-range';
import { listed } from '../../src/domain/values/words';
import { authorsOf } from '@/live/authors';
import { CommandNotice } from '../commands/form-words';
import { daySpan } from '../timeline/model';
import { TimelineStrip, type MarkedOffer } from '../timeline/strip';

type Choices = Readonly<Partial<Record<Field, 'yours' | 'theirs'>>>;

/**
 * What a person sees whose change was made against an older version: theirs untouched, what happened since and who did
 * it, and what the result would be. Nothing is saved until they choose.
 */
export function ConflictDialog({
  conflict,
  intent,
  answer,
  isBusy,
  window,
  today,
  onApply,
  onAgain,
  onKeepEditing,
  onDrop,
}: {
  conflict: ConflictExplanation;
  /** What the person set out to do: it decides what applying is called. */
  intent: LicenseCommand['kind'];
  /** What applying was answered with, when it was not saved. */
  answer: CommandResult | null;
  isBusy: boolean;
  /** The license's window, days since 1970-01-01. */
  window: { readonly start: number; readonly end: number | null };
  today: number;
  onApply: (change: Way['change']) => void;
  onAgain: () => void;
  onKeepEditing: () => void;
  onDrop: () => void;
}) {
  const [choices, setChoices] = useState<Choices>({});
  const authors = authorsOf(conflict.since, useOwnId());
  const primary = primaryOf(conflict, choices, intent);
  const primaryButton = useRef<HTMLButtonElement>(null);
  const canApply = primary !== null && primary.change !== null;
  // Enter applies: from the start where nothing is in dispute, and as soon as the last choice is made.
  useEffect(() => {
    if (canApply) primaryButton.current?.focus();
  }, [canApply]);
  return (
    <Dialog
      isOpen
      size="wide"
      onClose={onKeepEditing}
      title={`${authors.subject} saved while you were editing`}
      description={
        <>
          You started from <VersionChip version={conflict.madeAgainst} state="saved" word={null} />{' '}
          and the license is now at{' '}
          <span className="whitespace-nowrap">
            <VersionChip version={conflict.latestVersion} state="behind" word={null} />.
          </span>{' '}
          Your input is kept. Nothing has been saved yet.
        </>
      }
      footnote={tally(conflict, choices)}
      footer={
        <>
          <Button variant="danger-text" isDisabled={isBusy} onPress={onDrop}>
            Discard my change
          </Button>
          <Button variant="secondary" isDisabled={isBusy} keyCap="Esc" onPress={onKeepEditing}>
            Keep editing
          </Button>
          {conflict.ways.slice(1).map((way) => (
            <Button
              key={way.label}
              variant="secondary"
              isDisabled={isBusy}
              onPress={() => {
                onApply(way.change);
              }}
            >
              Use {way.label}
            </Button>
          ))}
          {primary !== null && (
            <Button
              ref={primaryButton}
              variant="primary"
              keyCap="Enter"
              isPending={isBusy}
              isDisabled={primary.change === null}
              onPress={() => {
                if (primary.change !== null) onApply(primary.change);
              }}
            >
              {primary.label}
            </Button>
          )}
        </>
      }
    >
      <DisputeKeys
        conflict={conflict}
        onChoose={(field, side) => {
          setChoices((before) => ({ ...before, [field]: side }));
        }}
      />
      <Comparison
        conflict={conflict}
        choices={choices}
        people={authors.names}
        window={window}
        today={today}
        onChoose={(field, side) => {
          setChoices((before) => ({ ...before, [field]: side }));
        }}
      />
      <div className="mt-4 flex flex-col gap-2">
        <VerdictNotice conflict={conflict} authors={authors} />
        <CommandNotice
          result={answer?.status === 'stale' ? null : answer}
          onTake={(way) => {
            onApply(way.change);
          }}
          onAgain={onAgain}
        />
      </div>
    </Dialog>
  );
}

interface Primary {
  readonly label: string;
  /** `null` while something is still to be chosen. */
  readonly change: Way['change'] | null;
}

function primaryOf(
  { verdict, ways, dispute, latestVersion }: ConflictExplanation,
  choices: Choices,
  intent: LicenseCommand['kind'],
): Primary | null {
  const [best] = ways;
  switch (verdict) {
    case 'legal':
      return best === undefined
        ? null
        : {
            label: `${intent === 'withdraw-offers' ? 'Withdraw from' : 'Apply to'} version ${latestVersion}`,
            change: best.change,
          };
    case 'refused':
      return best === undefined
        ? null
        : {
            label: intent === 'amend-license' ? 'Use these terms' : 'Use this slot',
            change: best.change,
          };
    case 'gone':
      return best === undefined ? null : { label: 'Recreate it', change: best.change };
    case 'disputed': {
      if (dispute === null) return null;
      const open = dispute.fields.filter((field) => choices[field] === undefined);
      return open.length > 0
        ? {
            label: `Choose ${open.length} ${open.length === 1 ? 'field' : 'fields'} to apply`,
            change: null,
          }
        : {
            label: `Apply to version ${latestVersion}`,
            change: settle({ kind: 'disputed', ...dispute }, choices),
          };
    }
    case 'settled':
      return null;
  }
}

/** While one field is in dispute, 1 and 2 choose; with several, they choose the first that is still open. */
function DisputeKeys({
  conflict,
  onChoose,
}: {
  conflict: ConflictExplanation;
  onChoose: (field: Field, side: 'yours' | 'theirs') => void;
}) {
  const [position, setPosition] = useState(0);
  const fields = conflict.dispute?.fields ?? [];
  const field = fields[Math.min(position, fields.length - 1)];
  useEffect(() => {
    if (field === undefined) return;
    const choose = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !['1', '2'].includes(event.key)) return;
      event.preventDefault();
      onChoose(field, event.key === '1' ? 'yours' : 'theirs');
      setPosition((before) => before + 1);
    };
    document.addEventListener('keydown', choose);
    return () => {
      document.removeEventListener('keydown', choose);
    };
  }, [field, onChoose]);
  return null;
}

const COLUMNS = 'sm:grid sm:grid-cols-[8rem_repeat(3,minmax(0,1fr))]';
const CELL = 'px-3 py-2 sm:border-s sm:border-line';

/** Yours, what is new, and the result, side by side; on a phone one below the other, the result first. */
function Comparison({
  conflict,
  choices,
  people,
  window,
  today,
  onChoose,
}: {
  conflict: ConflictExplanation;
  choices: Choices;
  people: string;
  window: { readonly start: number; readonly end: number | null };
  today: number;
  onChoose: (field: Field, side: 'yours' | 'theirs') => void;
}) {
  const { strips } = conflict;
  const strip = (offers: readonly StripOffer[]) => (
    <TimelineStrip
      window={window}
      offers={offers.map(markedOffer)}
      today={today}
      from={dayNumber(isoDate(strips.span.startsOn))}
      to={dayNumber(isoDate(strips.span.endsOn ?? strips.span.startsOn))}
    />
  );
  return (
    <div
      role="table"
      aria-label="Your change, the latest changes and the result"
      className="overflow-hidden rounded-popover border border-line"
    >
      <div role="row" className={`${COLUMNS} max-sm:hidden`}>
        <span role="columnheader" className="px-3 py-2">
          <span className="sr-only">Field</span>
        </span>
        <span role="columnheader" className={CELL}>
          <strong className="font-heading">Yours</strong>{' '}
          <span className="text-table text-ink-3">not saved</span>
        </span>
        <span role="columnheader" className={CELL}>
          <strong className="font-heading">What’s new</strong>{' '}
          <span className="text-table text-ink-3">{people}</span>
        </span>
        <span role="columnheader" className={`${CELL} bg-canvas`}>
          <strong className="font-heading">Result</strong>{' '}
          <span className="text-table text-ink-3">
            will be version {conflict.latestVersion + 1}
          </span>
        </span>
      </div>
      <div role="row" className={`${COLUMNS} border-t border-line max-sm:flex max-sm:flex-col`}>
        <span role="rowheader" className="px-3 py-2 text-table text-ink-2">
          Timeline
        </span>
        <div role="cell" className={`${CELL} max-sm:order-3`}>
          <Pane name="Yours">{strip(strips.yours)}</Pane>
        </div>
        <div role="cell" className={`${CELL} max-sm:order-2`}>
          <Pane name="What’s new">{strip(strips.theirs)}</Pane>
        </div>
        <div role="cell" className={`${CELL} bg-canvas max-sm:order-1`}>
          <Pane name="Result">{strip(strips.result)}</Pane>
        </div>
      </div>
      {conflict.rows.map((row, index) => (
        <Row
          key={`${row.label} ${index}`}
          row={row}
          isDisputed={
            row.field !== 'other' && (conflict.dispute?.fields.includes(row.field) ?? false)
          }
          chosen={row.field === 'other' ? undefined : choices[row.field]}
          people={people}
          onChoose={onChoose}
        />
      ))}
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

function Row({
  row,
  isDisputed,
  chosen,
  people,
  onChoose,
}: {
  row: ConflictRow;
  isDisputed: boolean;
  chosen: 'yours' | 'theirs' | undefined;
  people: string;
  onChoose: (field: Field, side: 'yours' | 'theirs') => void;
}) {
  const { field, label, before, yours, theirs, result, origin } = row;
  return (
    <div
      role="row"
      className={`${COLUMNS} border-t border-line text-body ${isDisputed ? 'bg-straw-tint' : ''} max-sm:flex max-sm:flex-col max-sm:py-1`}
    >
      <span
        role="rowheader"
        className={`px-3 py-2 text-table ${isDisputed ? 'text-straw-ink' : 'text-ink-2'}`}
      >
        {label}
      </span>
      <div role="cell" className={`${CELL} break-words max-sm:order-3`}>
        <Pane name="Yours ">
          <Value value={yours} before={before} />
        </Pane>
      </div>
      <div role="cell" className={`${CELL} break-words max-sm:order-2`}>
        <Pane name="What’s new ">
          <Value value={theirs} before={before} />
        </Pane>
      </div>
      <div
        role="cell"
        className={`${CELL} break-words max-sm:order-1 ${isDisputed ? '' : 'bg-canvas'}`}
      >
        <Pane name="Result ">
          {isDisputed && field !== 'other' ? (
            <span
              className="flex flex-wrap gap-1.5"
              role="group"
              aria-label={`${label}: choose a value`}
            >
              <Choice
                keyCap="1"
                value={yours ?? ''}
                whose="yours"
                isChosen={chosen === 'yours'}
                onPress={() => {
                  onChoose(field, 'yours');
                }}
              />
              <Choice
                keyCap="2"
                value={theirs ?? ''}
                whose={people}
                isChosen={chosen === 'theirs'}
                onPress={() => {
                  onChoose(field, 'theirs');
                }}
              />
            </span>
          ) : (
            result !== null && (
              <span>
                <strong className="font-emphasis">{result}</strong>{' '}
                {origin !== null && (
                  <span className="rounded-bar bg-sunken px-1.5 py-0.5 text-label text-ink-2">
                    {origin}
                  </span>
                )}
              </span>
            )
          )}
        </Pane>
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

function Choice({
  keyCap,
  value,
  whose,
  isChosen,
  onPress,
}: {
  keyCap: string;
  value: string;
  whose: string;
  isChosen: boolean;
  onPress: () => void;
}) {
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={onPress}
      className={`inline-flex min-h-8 items-center gap-1.5 rounded-control border px-2 text-start ${isChosen ? 'border-ink bg-ink text-on-ink' : 'border-control bg-panel text-ink hover:bg-ink/5'}`}
    >
      <KeyCap>{keyCap}</KeyCap>
      <strong className="font-emphasis">{value}</strong>
      <span className={isChosen ? '' : 'text-ink-2'}>{whose}</span>
    </button>
  );
}

function VerdictNotice({ conflict, authors }: { conflict: ConflictExplanation; authors: Authors }) {
  const { verdict, latestVersion, reason, ways, dispute } = conflict;
  const fields = listed(
    conflict.rows
      .filter(({ field }) => field !== 'other' && dispute?.fields.includes(field))
      .map(({ label }) => label.toLowerCase()),
  );
  switch (verdict) {
    case 'legal':
      return (
        <Notice tone="ok" role="status" title={`Still legal on version ${latestVersion}.`}>
          {authors.isYou
            ? 'Your two changes don’t conflict. Both will be saved.'
            : `Your change and that of ${authors.names} don’t conflict. Both will be saved.`}
        </Notice>
      );
    case 'disputed':
      return (
        <Notice
          tone="attention"
          role="status"
          title={
            authors.isYou
              ? `You changed the ${fields} here and in another window.`
              : `You and ${authors.names} both changed the ${fields}.`
          }
        >
          Choose one with 1 or 2. Everything else can be saved.
        </Notice>
      );
    case 'refused':
      return (
        <Notice tone="refused" role="status" title={reason ?? ''}>
          {ways[0] === undefined
            ? 'Keep editing to choose other days.'
            : `The nearest slot that fits: ${ways[0].label}.`}
        </Notice>
      );
    case 'gone':
      return (
        <Notice tone="attention" role="status" title={`${authors.subject} withdrew this offer.`}>
          {ways[0] === undefined
            ? 'There is no free slot left to recreate it.'
            : `You can recreate it with your change: ${ways[0].label}.`}
        </Notice>
      );
    case 'settled':
      return (
        <Notice tone="ok" role="status" title="Already saved.">
          The latest version already has your change. Discard your change to see it.
        </Notice>
      );
  }
}

function tally({ rows, dispute }: ConflictExplanation, choices: Choices): string {
  const yours = rows.filter(({ origin }) => origin === 'yours' || origin === 'adjusted').length;
  const theirs = rows.filter(({ origin }) => origin === 'theirs').length;
  const open = dispute?.fields.filter((field) => choices[field] === undefined).length ?? 0;
  if (open > 0) return open === 1 ? '1 field to decide' : `${open} fields to decide`;
  return `${yours} of your changes, ${theirs} of theirs`;
}

function markedOffer({ mark, ...offer }: StripOffer): MarkedOffer {
  const plain = stripOffer(offer);
  return mark === null ? plain : { ...plain, mark };
}

function stripOffer({ name, price, window, devices }: OfferData) {
  return {
    name,
    price,
    devices,
    ...daySpan(window),
  };
}
