import type { IsoDate } from '../../../values/date-range';
import type { RightsType } from '../../../values/rights-type';
import type { Territory } from '../../../values/territory';
import type { Takedown } from '../../../content/takedown';
import type { AvailEntry } from '../../avail-entry';
import type { FileTitle } from '../file-titles';
import type { RowRef } from '../import-plan';
import type { ImportRules } from '../../import-rules';
import type { LineConflict } from '../lines';
import type { Phase } from '../../vocabulary/rights-chart';
import type { StoredRights } from '../stored-rights';
import type { Place } from '../places';
import type { Concerns } from '../single-rows';
import type { Lane } from './drafts';
import type { RowsOfUse } from './language-parts';
import { formatDays } from '../../../values/date-range';
import { territoryName } from '../../../values/territory';
import { phaseKey, rangeOf } from '../../vocabulary/rights-chart';
import { combined, linesOf } from '../lines';
import { extractedLines, losesDays, requestedLines } from '../row-lines';
import { withSingleRows, withReductions } from '../single-rows';
import { withoutDeleted } from '../takedowns/deleted-lines';
import { isDeletion } from '../takedowns/deletions';

/** What the lanes of a title and rights type have in common. */
export interface LaneContext {
  readonly title: FileTitle;
  readonly studio: string;
  readonly rightsType: RightsType;
  readonly byFormat: boolean;
  readonly places: readonly Place[];
  readonly rows: ReadonlyMap<AvailEntry, RowRef>;
  readonly rowsOf: RowsOfUse;
  readonly today: IsoDate;
  readonly rules: ImportRules;
  readonly stored: StoredRights;
}

/** Who speaks: a whole lane, or rows for some of its languages. */
export interface Speaker {
  /** Whether what an earlier row granted in some languages is theirs. */
  readonly concerns: Concerns;
  readonly entries: readonly AvailEntry[];
  /** Whether they have what is stored. */
  readonly inherits: boolean;
}

/** What rows leave of a lane, or of a part of it, in a place. */
export interface Said {
  readonly phases: readonly Phase[];
  readonly entries: readonly AvailEntry[];
  readonly refusals: readonly string[];
  /** Whether days stay on offer because rows are refused. */
  readonly isHeld: boolean;
  /** The rows that end a format in these languages. */
  readonly cutting: readonly AvailEntry[];
}

export function saidRights(
  { territories: [territory], there, isExtracted, missing, deletion, down }: Place,
  { concerns, entries, inherits }: Speaker,
  shown: readonly Phase[],
  lane: Lane,
  { rows, today, rules, stored, byFormat, rightsType }: LaneContext,
): Said {
  const refusals: string[] = [];
  const lines = inherits ? linesOf(shown) : [];
  const requested = requestedLines(entries, rows, lines);
  const updates = there.filter(({ action, reduction }) => action === 'update' && !reduction);
  const base = isExtracted
    ? extractedLines(requested, lines, missing.length > 0)
    : withoutDeleted(lines, requested, there, deletion, concerns, today);
  const edited = withSingleRows(
    base,
    requested,
    updates,
    territory,
    concerns,
    stored.earlierRows,
    refusals,
  );
  const reduced = withReductions(
    edited,
    requested,
    territory,
    rules,
    byFormat,
    lane.shared,
    refusals,
  );
  const { phases, conflict } = combined(reduced, rightsType, byFormat);
  if (conflict !== null) refusals.push(conflictInWords(conflict, territory));
  const isCut = deletion?.cuts.some(({ languages }) => concerns(languages)) === true;
  return {
    phases: isExtracted ? asShown(phases, shown, down) : phases,
    entries,
    refusals,
    isHeld: missing.length > 0 && losesDays(lines, requested),
    cutting: isCut ? there.filter(isDeletion) : [],
  };
}

/** The reason why rows cannot be applied, as a sentence. */
export function conflictInWords(
  { format, window, why }: LineConflict,
  territory: Territory,
): string {
  const when = formatDays(window.startsOn, window.lastDay);
  return why === 'two-prices'
    ? `${format ?? 'Every format'} would have two prices in ${territoryName(territory)}: ${when}.`
    : `The formats would be in different currencies in ${territoryName(territory)}: ${when}.`;
}

/**
 * The phases, or those that are stored where the file repeats what is on offer without the days that are taken down, as our
 * own exports do.
 */
function asShown(
  phases: readonly Phase[],
  stored: readonly Phase[],
  down: readonly Takedown[],
): readonly Phase[] {
  if (down.length === 0) return phases;
  const shown = stored.flatMap((phase) =>
    rangeOf(phase.window)
      .outsideAll(down.map(({ days }) => days))
      .map((window) => ({ ...phase, window: window.toData() })),
  );
  const keysOf = (some: readonly Phase[]) => [...new Set(some.map(phaseKey))].sort().join();
  return keysOf(phases) === keysOf(shown) ? stored : phases;
}
