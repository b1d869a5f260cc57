import type { AvailEntry } from '../avail-entry';
import type { RowRef } from './import-plan';
import type { Line } from './lines';
import { DateRange } from '../../values/date-range';
import { rangeOf } from '../vocabulary/rights-chart';
import { withoutWithdrawals } from './held-rights';
import { isOf, isSamePrice } from './lines';

/** A row and its line. */
export interface RequestedLine {
  readonly entry: AvailEntry;
  readonly line: Line;
}

/** Rows with their lines, beside the lines that are stored in their place. */
export function requestedLines(
  entries: readonly AvailEntry[],
  rows: ReadonlyMap<AvailEntry, RowRef>,
  stored: readonly Line[],
): RequestedLine[] {
  return entries.map((entry) => ({
    entry,
    line: started(entry, lineOf(entry, rows.get(entry)), stored),
  }));
}

function lineOf(entry: AvailEntry, row: RowRef | undefined): Line {
  const { window, format, price, description, rightsType: type, reduction, contract } = entry;
  const name = description === '' ? (reduction ? 'Reduced price' : type) : description;
  const rows = row === undefined ? [] : [row];
  return { window: rangeOf(window), format, price, name, rows, contract };
}

/**
 * A line without a start date of its own begins with the stored line of its format that runs on its first day, and with those
 * before it that cost the same and leave no day between.
 */
function started({ hasStarted }: AvailEntry, line: Line, stored: readonly Line[]): Line {
  if (!hasStarted) return line;
  const alike = stored.filter((one) => isOf(one, line.format));
  const running = alike.find(({ window }) => window.contains(line.window.startsOn));
  if (running === undefined) return line;
  let { startsOn } = running.window;
  for (;;) {
    const before = alike.find(
      ({ window, price }) => window.endsOn === startsOn && isSamePrice(price, running.price),
    );
    if (before === undefined) break;
    startsOn = before.window.startsOn;
  }
  return { ...line, window: DateRange.of(startsOn, line.window.endsOn) };
}

/** The lines of a full extract. One with refused rows withdraws nothing. */
export function extractedLines(
  requested: readonly RequestedLine[],
  stored: readonly Line[],
  isIncomplete: boolean,
): readonly Line[] {
  const said = requested
    .filter(({ entry }) => entry.action === 'extract' && !entry.reduction)
    .map(({ line }) => line);
  const standing = standingForAll(said, stored);
  return isIncomplete ? withoutWithdrawals(standing, stored) : standing;
}

/**
 * Lines of which those for one format stand for all where a price for all formats is stored and they do not speak against it:
 * all of that time have its price and the same days. So what a person recorded for all formats stays so, and our own exports,
 * which name one format for all, change nothing.
 */
function standingForAll(said: readonly Line[], stored: readonly Line[]): readonly Line[] {
  const forAll = stored.filter(({ format }) => format === null);
  if (forAll.length === 0) return said;
  return said.map((line) => {
    const alike = said.filter(({ window }) => window.overlaps(line.window));
    const isAgreed = forAll.some(
      ({ window, price }) =>
        window.overlaps(line.window) &&
        alike.every((one) => isSamePrice(one.price, price) && one.window.equals(line.window)),
    );
    return isAgreed ? { ...line, format: null } : line;
  });
}

/** Whether a full extract with these rows alone would end days that are on offer. */
export function losesDays(stored: readonly Line[], requested: readonly RequestedLine[]): boolean {
  const said = extractedLines(requested, [], false);
  return stored.some(({ window, format }) => {
    const alike = said.filter((line) => isOf(line, format)).map((line) => line.window);
    return window.outsideAll(alike).length > 0;
  });
}
