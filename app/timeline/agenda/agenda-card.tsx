import { Plus } from 'lucide-react';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { ForEditors } from '@/ui/role';
import { StateGlyph, type MarkedState } from '@/ui/state-mark';
import { formatLength } from '../../../src/domain/values/date-range';
import { priceSpan } from '../../../src/domain/license/price-list';
import { OfferPrice } from '../offer-price';
import {
  daysOf,
  devicesOf,
  FATE_WORDS,
  lengthOf,
  stateWord,
  type DaySpan,
  type OfferCell,
  type OfferState,
  type SlotCell,
  type TimelineCell,
  type TimelineModel,
} from '../model';

const CARD_LOOK: Record<OfferState, string> = {
  ended: 'border-past-line bg-past text-past-ink',
  'on-offer': 'border-tide bg-tide text-on-tide',
  upcoming: 'border-l-3 border-tide-line bg-tide-tint text-tide-ink',
};

/** Callbacks of the agenda's cards, and which card is expanded. */
export interface CardActions {
  /** First day of the offer whose buttons are shown. */
  readonly unfolded: number | null;
  readonly onUnfold: (start: number | null) => void;
  readonly onEdit: (index: number) => void;
  readonly onWithdraw: (index: number) => void;
  readonly onCreateInSlot: (slot: DaySpan) => void;
  readonly changedStarts?: ReadonlySet<number> | undefined;
}

/** One cell of the agenda: a glyph on the rail and a card. */
export function AgendaCard({
  cell,
  model,
  actions,
}: {
  cell: TimelineCell;
  model: TimelineModel;
  actions: CardActions;
}) {
  const isVoid = cell.kind === 'offer' && cell.fate === 'void';
  const glyph: MarkedState = cell.kind === 'slot' ? 'free' : isVoid ? 'ended' : cell.state;
  return (
    <div className="relative pb-2 pl-5">
      <span aria-hidden="true" className="absolute inset-y-0 left-[5.5px] w-px bg-line-strong" />
      <StateGlyph
        state={glyph}
        className={classes(
          'absolute top-3 -left-px bg-panel',
          cell.kind === 'offer' && !isVoid && cell.state !== 'ended' ? 'text-tide' : 'text-ink-3',
        )}
      />
      {isVoid ? (
        <VoidCard cell={cell} />
      ) : cell.kind === 'offer' ? (
        <OfferCard cell={cell} model={model} actions={actions} />
      ) : (
        <FreeCard cell={cell} onCreateInSlot={actions.onCreateInSlot} />
      )}
    </div>
  );
}

function OfferCard({
  cell,
  model,
  actions,
}: {
  cell: OfferCell;
  model: TimelineModel;
  actions: CardActions;
}) {
  const { unfolded, onUnfold, onEdit, onWithdraw, changedStarts } = actions;
  const isUnfolded = unfolded === cell.start;
  const isChanged = changedStarts?.has(cell.start) ?? false;
  const length = lengthOf(cell);
  return (
    <div
      className={classes(
        'rounded-control border',
        isChanged
          ? 'border-2 border-dotted border-plum-line bg-plum-tint text-plum-ink'
          : CARD_LOOK[cell.state],
        isUnfolded && 'shadow-[0_0_0_2px_var(--panel),0_0_0_4px_var(--ink)]',
      )}
    >
      <button
        type="button"
        aria-expanded={isUnfolded}
        onClick={() => onUnfold(isUnfolded ? null : cell.start)}
        className="grid w-full grid-cols-[minmax(0,1fr)_auto] gap-x-3 rounded-control px-3 py-2 text-left text-body leading-4.5"
      >
        <span className="font-heading wrap-anywhere">{cell.offer.name}</span>
        <span className="text-right font-heading [&_svg]:text-current">
          <OfferPrice offer={cell.offer} today={model.today} />
        </span>
        <span>
          {daysOf(cell)}
          <span className="sr-only">
            , {stateWord(cell.state)}, {devicesOf(cell.offer, model.devices)}
          </span>
        </span>
        <span className="text-right">{length === null ? 'Open' : formatLength(length)}</span>
      </button>
      {isUnfolded && (
        <div className="grid grid-cols-2 gap-2 px-3 pb-3">
          <Button onPress={() => onEdit(cell.index)}>
            <ForEditors otherwise="Open">Edit</ForEditors>
          </Button>
          <ForEditors>
            <Button className="text-clay-ink!" onPress={() => onWithdraw(cell.index)}>
              Withdraw
            </Button>
          </ForEditors>
        </div>
      )}
    </div>
  );
}

/** An offer that a void license had: there is nothing to press. */
function VoidCard({ cell }: { cell: OfferCell }) {
  const length = lengthOf(cell);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 rounded-control border border-dashed border-control px-3 py-2 text-body leading-4.5 text-ink-2">
      <del className="font-heading wrap-anywhere">{cell.offer.name}</del>
      <span className="text-right font-heading">{priceSpan(cell.offer.prices)}</span>
      <span>
        {daysOf(cell)}
        <span className="sr-only">, {FATE_WORDS.void}</span>
      </span>
      <span className="text-right">{length === null ? 'Open' : formatLength(length)}</span>
    </div>
  );
}

function FreeCard({
  cell,
  onCreateInSlot,
}: {
  cell: SlotCell;
  onCreateInSlot: (slot: DaySpan) => void;
}) {
  const length = lengthOf(cell);
  return (
    <div
      className={classes(
        'flex items-center justify-between gap-3 rounded-control border border-dashed px-3 py-2 text-body leading-4.5',
        cell.past ? 'border-line-strong text-ink-3' : 'border-control text-ink-2',
      )}
    >
      <div>
        <div className="font-emphasis">
          {length === null ? 'Free' : `Free ${formatLength(length)}`}
        </div>
        <div>{daysOf(cell)}</div>
      </div>
      {!cell.past && (
        <ForEditors>
          <Button
            aria-label={`Add an offer, ${daysOf(cell)}`}
            onPress={() => onCreateInSlot({ start: cell.start, end: cell.end })}
            className="max-sm:min-h-9!"
          >
            <Plus aria-hidden />
            Offer
          </Button>
        </ForEditors>
      )}
    </div>
  );
}
