import type { IsoDate } from '../../../values/date-range';
import type { AvailEntry } from '../../avail-entry';
import type { Line } from '../lines';
import type { RequestedLine } from '../row-lines';
import type { Concerns } from '../single-rows';
import type { Deletion } from './deletions';
import { DateRange, isoDate } from '../../../values/date-range';
import { rangeOf } from '../../vocabulary/rights-chart';
import { isOf, withoutFormat } from '../lines';
import { isGrant } from './deletions';

/**
 * Lines without the formats that are cut, and without those that are deleted and give way to a new row of the file. So do the
 * parts of a deleted window that were over before it was deleted, where a new row grants deleted days with them. A row that
 * grants deleted days brings the title back, and what was deleted in other formats and languages goes for good on these days.
 *
 * @param there all rows of the place
 * @param deletion `null` where nothing is deleted
 * @param concerns whether the lines are in the languages of a row that is deleted
 */
export function withoutDeleted(
  lines: readonly Line[],
  requested: readonly RequestedLine[],
  there: readonly AvailEntry[],
  deletion: Deletion | null,
  concerns: Concerns,
  today: IsoDate,
): readonly Line[] {
  if (deletion === null) return lines;
  const cuts = deletion.cuts.filter((cut) => concerns(cut.languages));
  const left = cuts.reduce<readonly Line[]>(
    (some, { format, days, others }) => withoutFormat(some, format, days, others),
    lines,
  );
  const incoming = requested.filter(({ entry }) => isGrant(entry)).map(({ line }) => line);
  const deleted = [...deletion.days, ...deletion.earlier];
  const gone = [DateRange.of(FIRST_DAY, today), ...deleted];
  const isDeletedIn = (window: DateRange) => deleted.some((days) => days.overlaps(window));
  const back = there
    .filter(isGrant)
    .flatMap(({ window }) => deleted.flatMap((days) => days.intersection(rangeOf(window)) ?? []));
  return left.flatMap((line) => {
    const { window, format } = line;
    const isOver = window.outsideAll(gone).length === 0;
    const givesWay = (one: Line) =>
      isOf(one, format) &&
      one.window.overlaps(window) &&
      (isDeletedIn(window) || isDeletedIn(one.window));
    return isOver && incoming.some(givesWay)
      ? []
      : window.outsideAll(back).map((days) => ({ ...line, window: days }));
  });
}

const FIRST_DAY = isoDate('1900-01-01');
