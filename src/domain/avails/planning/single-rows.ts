import type { Territory } from '../../values/territory';
import type { AvailEntry } from '../avail-entry';
import type { ImportRules } from '../import-rules';
import type { Phase } from '../vocabulary/rights-chart';
import type { EarlierRow } from './stored-rights';
import { DateRange, formatDays } from '../../values/date-range';
import { territoryName } from '../../values/territory';
import { listed } from '../../values/words';
import { reduced } from '../vocabulary/rights-chart';

/** A row and its phase. */
export interface RequestedPhase {
  readonly entry: AvailEntry;
  readonly phase: Phase;
}

/**
 * Applies single rows that create and update (1.9) to the phases of one territory: adds or replaces phases.
 *
 * @param refusals receives a sentence for each row that cannot be applied
 */
export function withSingleRows(
  base: readonly Phase[],
  requested: readonly RequestedPhase[],
  territory: Territory,
  earlierRows: ReadonlyMap<string, EarlierRow>,
  refusals: string[],
): readonly Phase[] {
  let phases = base;
  for (const { entry, phase } of requested) {
    if (entry.reduction || (entry.action !== 'create' && entry.action !== 'update')) continue;
    if (entry.action === 'update') {
      const earlier = earlierRows.get(entry.availId ?? '');
      if (earlier === undefined || !isSameRow(earlier, entry, territory)) {
        refusals.push(
          `No row with the AvailID ${entry.availId ?? ''} was imported for ${territoryName(territory)} before, so there is nothing to update.`,
        );
        continue;
      }
      phases = phases.filter(({ window }) => window.startsOn !== earlier.startsOn);
    }
    phases = [...phases, phase];
  }
  return phases;
}

/** Whether the earlier row with a row's AvailID is about the same rights type, in a territory. */
export function isSameRow(
  earlier: EarlierRow,
  { rightsType }: AvailEntry,
  territory: Territory,
): boolean {
  return earlier.rightsType === rightsType && earlier.territories.includes(territory);
}

/**
 * Applies temporary price reductions to the phases of one territory, as the import rules demand.
 *
 * @param refusals receives a sentence for each reduction that cannot be applied
 */
export function withReductions(
  base: readonly Phase[],
  requested: readonly RequestedPhase[],
  territory: Territory,
  rules: ImportRules,
  refusals: string[],
): readonly Phase[] {
  let phases = base;
  for (const { entry, phase } of requested) {
    if (!entry.reduction) continue;
    const split = rules.reductions === 'split' ? reduced(phases, phase) : null;
    if (split !== null) {
      phases = split;
      continue;
    }
    const { startsOn: start, endsOn: end } = phase.window;
    const when = formatDays(start, DateRange.of(start, end).lastDay);
    refusals.push(
      rules.reductions === 'refuse'
        ? `The rules refuse the temporary price from ${when} in ${territoryName(territory)}.`
        : `A temporary price from ${when} needs an offer to reduce on each of these days in ${listed([territoryName(territory)])}.`,
    );
  }
  return phases;
}
