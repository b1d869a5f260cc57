import type { IsoDate } from '../../values/date-range';
import type { Candidate } from './candidate';
import type { WindowCells } from './cells/window-cells';
import { momentOf } from './cells/moments';
import { DateRange, addDays, addDaysWithin, daysBetween, formatDay } from '../../values/date-range';

/** The placeholder window of a row that removes rights; the standard fills it with dates in the past. */
const PLACEHOLDER = DateRange.of('1999-12-31', '2000-01-01');

/** From the day in a row that removes rights; the placeholder when its start is no day. */
function deletedWindow({ findings }: Candidate): DateRange {
  const start = momentOf(findings.text('AvailTrans/Start'));
  return start === null ? PLACEHOLDER : DateRange.of(start.day, null);
}

/**
 * Resolves the window of each candidate: looks up ends that depend on the start of the purchase in the file, and applies
 * length limits. A window without any day is an error (R5), one that is over a warning.
 */
export function resolveWindows(candidates: readonly Candidate[], today: IsoDate): void {
  const purchases = purchaseStarts(candidates);
  const windows = new Map<string, DateRange>();
  const windowOf = (start: IsoDate, end: IsoDate | null): DateRange => {
    const key = `${start} ${end ?? ''}`;
    const known = windows.get(key) ?? DateRange.of(start, end);
    windows.set(key, known);
    return known;
  };
  for (const candidate of candidates) {
    const { findings } = candidate;
    const { cells } = candidate.terms;
    if (cells === null) {
      candidate.window = deletedWindow(candidate);
      continue;
    }
    const end = cells.end === 'EST' ? purchaseStart(candidate, purchases) : cells.end;
    if (end === undefined) {
      findings.error(
        'R4',
        'AvailTrans/End',
        'The file has no purchase (EST) of this title, territory and format that starts later.',
        'Enter the date, or add the row of the purchase.',
      );
      continue;
    }
    const start = startBefore(end, cells);
    if (end !== null && end <= start) {
      const message = `The window ends before it starts, on ${formatDay(start)}.`;
      findings.error('R5', 'AvailTrans/End', message, 'Enter an end that is not before the start.');
      continue;
    }
    const capped = cappedEnd(candidate, start, end, cells.mostDays);
    candidate.window = windowOf(start, capped);
    if (capped !== null && capped <= today)
      findings.warn(
        'R5',
        'AvailTrans/End',
        'This window has ended.',
        'Remove rows whose window has ended, unless you keep them for the record.',
      );
  }
}

/** The start of a window. One that started on an unknown day, and is over by today, has its last day alone. */
function startBefore(end: IsoDate | null, { start, startWord }: WindowCells): IsoDate {
  return startWord === 'Open' && end !== null && end <= start ? addDays(end, -1) : start;
}

function cappedEnd(
  { findings }: Candidate,
  start: IsoDate,
  end: IsoDate | null,
  mostDays: number | null,
): IsoDate | null {
  if (mostDays === null) return end;
  if (end !== null && daysBetween(start, end) <= mostDays) return end;
  const capped = addDaysWithin(start, mostDays);
  const message = `The window ends on ${formatDay(addDaysWithin(capped, -1))}, after ${mostDays} days.`;
  const remedy = 'Enter that day as the end, and clear WindowDuration.';
  findings.warn('R4', 'AvailTrans/WindowDuration', message, remedy);
  return capped;
}

/** First days of purchase, by title, territory and format. */
type PurchaseStarts = ReadonlyMap<string, readonly IsoDate[]>;

function purchaseStarts(candidates: readonly Candidate[]): PurchaseStarts {
  const titles = new Set(
    candidates.filter(({ terms }) => terms.cells?.end === 'EST').map(({ alid }) => alid),
  );
  const starts = new Map<string, IsoDate[]>();
  if (titles.size === 0) return starts;
  for (const { alid, territories, terms } of candidates) {
    const { format, rights, cells, reduction } = terms;
    if (!titles.has(alid) || rights.rightsType !== 'EST' || cells === null || reduction) continue;
    for (const territory of territories) {
      const key = placeOf(alid, territory, format);
      starts.set(key, [...(starts.get(key) ?? []), cells.start]);
    }
  }
  return starts;
}

/** The first start of purchase after the row's start, if it is the same in all its territories. */
function purchaseStart(candidate: Candidate, purchases: PurchaseStarts): IsoDate | undefined {
  const { alid, territories, terms } = candidate;
  const { format, cells } = terms;
  const found = new Set(
    territories.map((territory) =>
      (purchases.get(placeOf(alid, territory, format)) ?? [])
        .filter((start) => cells !== null && start > cells.start)
        .reduce<IsoDate | undefined>(earlier, undefined),
    ),
  );
  return found.size === 1 ? [...found][0] : undefined;
}

function earlier(first: IsoDate | undefined, day: IsoDate): IsoDate {
  return first === undefined || day < first ? day : first;
}

function placeOf(alid: string, territory: string, format: string): string {
  return [alid, territory, format].join('\n');
}
