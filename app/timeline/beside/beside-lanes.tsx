'use client';

import { Link } from '@/ui/link';
import { ChevronRight } from 'lucide-react';
import type { BesideGroup, BesideLicense } from './use-beside';
import type { Scale } from '../geometry/scale';
import { classes } from '@/ui/classes';
import { withStyle } from '@/ui/with-style';
import { BAR_LOOK } from '../bar-look';
import { positionOf } from '../geometry/scale';
import { textWidth } from '../geometry/text-width';
import { daysOf, offerState, timelineSummary } from '../model';

/** Heights in pixels: of a group's head, and of a license's lane, as in the lanes beside them. */
const HEAD = 'h-7';
const LANE = 'h-7';

/** The names of licenses beside this one, under the names of its own lanes; pressing a group's name folds it. */
export function BesideNames({
  groups,
  onToggle,
}: {
  groups: readonly BesideGroup[];
  onToggle: (group: BesideGroup) => void;
}) {
  return groups.map((group) => (
    <div key={group.name} className="border-t border-line">
      <button
        type="button"
        aria-expanded={group.isOpen}
        onClick={() => {
          onToggle(group);
        }}
        className={classes(HEAD, 'flex w-full items-center gap-1 px-2 text-start hover:bg-ink/5')}
      >
        <ChevronRight
          aria-hidden
          className={classes('size-3.5 shrink-0', group.isOpen && 'rotate-90')}
        />
        <span className="truncate font-emphasis">{group.name}</span>
      </button>
      {group.isOpen &&
        (group.licenses === null ? (
          <Words>{group.hasFailed ? 'Not answered' : '…'}</Words>
        ) : group.licenses.length === 0 ? (
          <Words>None</Words>
        ) : (
          group.licenses.map(({ id, name, about }) => (
            <Link
              key={id}
              href={`/licenses/${id}`}
              prefetch={false}
              title={`${name}, ${about}`}
              className={classes(LANE, 'flex items-center px-4 hover:bg-ink/5')}
            >
              <span className="truncate">{name}</span>
            </Link>
          ))
        ))}
    </div>
  ));
}

function Words({ children }: { children: string }) {
  return <span className={classes(LANE, 'flex items-center px-4 text-ink-3')}>{children}</span>;
}

/** The offers of licenses beside this one, on its scale. */
export function BesideLanes({
  groups,
  scale,
  from,
  to,
}: {
  groups: readonly BesideGroup[];
  scale: Scale;
  /** The part of the canvas that is drawn, in pixels. */
  from: number;
  to: number;
}) {
  return groups.map((group) => (
    <div key={group.name} className="border-t border-line">
      <div className={HEAD} />
      {group.isOpen &&
        (group.licenses ?? []).map((license) => (
          <BesideLane key={license.id} license={license} scale={scale} from={from} to={to} />
        ))}
      {group.isOpen && (group.licenses ?? []).length === 0 && <div className={LANE} />}
    </div>
  ));
}

const FONT_SIZE = 11;
const PADDING = 10;

function BesideLane({
  license: { name, model },
  scale,
  from,
  to,
}: {
  license: BesideLicense;
  scale: Scale;
  from: number;
  to: number;
}) {
  const endOf = (end: number | null) => (end === null ? scale.width : positionOf(scale, end));
  const window = {
    left: positionOf(scale, model.window.start),
    right: endOf(model.window.end),
  };
  const shown = model.offers.filter(
    ({ start, end }) => positionOf(scale, start) < to && endOf(end) > from,
  );
  return (
    <div
      role="img"
      aria-label={`${name}: ${timelineSummary(model)}`}
      className={classes(LANE, 'relative')}
    >
      <span
        className="absolute top-1/2 border-t border-dashed border-control"
        {...withStyle({ left: window.left, width: window.right - window.left })}
      />
      {shown.map((offer) => {
        const left = positionOf(scale, offer.start);
        const width = Math.max(2, endOf(offer.end) - left - 1);
        const fits = textWidth(offer.name, FONT_SIZE) + PADDING <= width;
        return (
          <span
            key={offer.start}
            title={`${offer.name}, ${daysOf(offer)}`}
            className={classes(
              'absolute inset-y-1 overflow-clip rounded-bar px-1 text-label leading-5 whitespace-nowrap',
              BAR_LOOK[offerState(offer, model.today)],
            )}
            {...withStyle({ left, width })}
          >
            {fits && <span className="sticky left-1">{offer.name}</span>}
          </span>
        );
      })}
    </div>
  );
}
