import type { TimelineModel } from '../model';
import type { Draft, Judgment } from './placement';
import { formatLength } from '../../../src/domain/values/date-range';
import { listed } from '../../../src/domain/values/words';
import { dayText } from '../geometry/calendar';
import { daysOf, lengthOf } from '../model';

/** The days of a draft: `5 Mar – 21 Apr 2027, 48 days`. */
export function draftWords({ to }: Draft): string {
  const length = lengthOf(to);
  return length === null ? daysOf(to) : `${daysOf(to)}, ${formatLength(length)}`;
}

/** What stands against a place: `Overlaps Spring price by 19 days`. */
export function clashWords({ hits, outside }: Judgment, model: TimelineModel): string {
  const overlaps = hits.slice(0, MAX_NAMED).map(({ index, days }) => {
    const length = lengthOf(days);
    const name = model.offers[index]?.name ?? '';
    return `${name} by ${length === null ? 'all days from then on' : formatLength(length)}`;
  });
  return [
    ...(hits.length === 0 ? [] : [`Overlaps ${listed(overlaps, hits.length)}`]),
    ...outside.map(({ start, end }) =>
      end === null || end > (model.window.end ?? Infinity)
        ? `${hits.length === 0 ? 'E' : 'e'}nds after the license’s last day, ${dayText((model.window.end ?? 0) - 1)}`
        : `${hits.length === 0 && start < model.window.start ? 'B' : 'b'}egins before the license’s first day, ${dayText(model.window.start)}`,
    ),
  ].join(', and ');
}

const MAX_NAMED = 3;

/** What taking the nearest legal place is called. */
export function insteadWords({ grip }: Draft, { instead }: Judgment): string {
  if (instead === null) return '';
  if (grip === 'move') return 'Use nearest slot';
  const day = grip === 'start' ? instead.start : (instead.end ?? 0) - 1;
  return `Clamp to ${dayText(day)}`;
}
