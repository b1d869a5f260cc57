import type { IsoDate } from '../../values/date-range';
import type { Candidate } from './candidate';
import { DateRange, addDaysWithin, daysBetween, formatDay } from '../../values/date-range';

/** The days of a row that takes away: the standard fills them with days long past. */
const TAKEN = DateRange.of('1999-12-31', '2000-01-01');

/**
 * Settles on what days each candidate is about: ends that depend on the start of the purchase are looked up in the file, and
 * windows that are limited in length end there. Windows that have no day are errors (R5), those that are over warnings.
 */
export function settleWindows(candidates: readonly Candidate[], today: IsoDate): void {
  const purchases = purchaseStarts(candidates);
  for (const candidate of candidates) {
    const { findings } = candidate;
    const { cells } = candidate.terms;
    if (cells === null) {
      candidate.window = TAKEN;
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
    if (end !== null && end <= cells.start) {
      const message = `The window ends before it starts, on ${formatDay(cells.start)}.`;
      findings.error('R5', 'AvailTrans/End', message, 'Enter an end that is not before the start.');
      continue;
    }
    const capped = cappedEnd(candidate, cells.start, end, cells.mostDays);
    candidate.window = DateRange.of(cells.start, capped);
    if (capped !== null && capped <= today)
      findings.warn(
        'R5',
        'AvailTrans/End',
        'This window has ended.',
        'Remove rows whose window has ended, unless you keep them for the record.',
      );
  }
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

/** Days on which purchases start, by title, territory and format. */
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

/** The first start of the purchase after that of the row, when it is the same in all its territories. */
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
