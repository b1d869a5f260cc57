import type { Format } from '../../values/format';
import type { LanguagesData } from '../../values/languages';
import type { Territory } from '../../values/territory';
import type { AvailEntry } from '../avail-entry';
import type { ImportRules } from '../import-rules';
import type { Line } from './lines';
import type { RequestedLine } from './row-lines';
import type { EarlierRow } from './stored-rights';
import type { DateRange } from '../../values/date-range';
import { formatDays } from '../../values/date-range';
import { FORMATS } from '../../values/format';
import { Languages } from '../../values/languages';
import { territoryName } from '../../values/territory';
import { rangeOf } from '../vocabulary/rights-chart';
import { isOf, isSamePrice, withoutFormat } from './lines';

/** Whether what a row granted in some languages is about some lines. */
export type Concerns = (languages: LanguagesData) => boolean;

/**
 * Applies single rows that create and update (1.9) to the lines of one territory: adds or replaces what they say of their
 * format.
 *
 * @param updates the rows of the territory that update, also those for other languages: what they said before goes
 * @param concerns whether the lines are in the languages of an earlier row
 * @param refusals receives a sentence for each row that cannot be applied
 */
export function withSingleRows(
  base: readonly Line[],
  requested: readonly RequestedLine[],
  updates: readonly AvailEntry[],
  territory: Territory,
  concerns: Concerns,
  earlierRows: ReadonlyMap<string, EarlierRow>,
  refusals: string[],
): readonly Line[] {
  let lines = base;
  const refused = new Set<AvailEntry>();
  for (const entry of updates) {
    const earlier = earlierRows.get(entry.availId ?? '');
    if (earlier === undefined || !isSameRow(earlier, entry, territory)) {
      refused.add(entry);
      refusals.push(
        `No row with the AvailID ${entry.availId ?? ''} was imported for ${territoryName(territory)} before, so there is nothing to update.`,
      );
      continue;
    }
    if (!concerns(earlier.languages)) continue;
    const { format, others } = formatsOf(earlier, territory);
    lines = withoutFormat(lines, format, daysOf(earlier, lines), [format, ...others, entry.format]);
  }
  for (const { entry, line } of requested) {
    const isSingle = entry.action === 'create' || entry.action === 'update';
    if (entry.reduction || !isSingle || refused.has(entry)) continue;
    if (!says(lines, line)) lines = [...besideAll(lines, line), line];
  }
  return lines;
}

/** Whether the earlier row with a row's AvailID is about the same rights type, in a territory. */
export function isSameRow(
  earlier: EarlierRow,
  { rightsType }: AvailEntry,
  territory: Territory,
): boolean {
  return earlier.rightsType === rightsType && earlier.territories.includes(territory);
}

/** Whether an earlier row granted something in some languages. */
export function isIn(earlier: Pick<EarlierRow, 'languages'>, languages: Languages): boolean {
  return Languages.of(earlier.languages).sharedWith(languages)?.length !== 0;
}

/** The format of an earlier row, and those of other rows for the same days in a territory. */
export function formatsOf({ format, others }: EarlierRow, territory: Territory) {
  const known = (text: string) => FORMATS.find((one) => one === text);
  const beside = others
    .filter((other) => other.territories.includes(territory))
    .flatMap((other) => known(other.format) ?? []);
  const own: Format = known(format) ?? 'HD';
  return { format: own, others: [...new Set(beside)].filter((one) => one !== own) };
}

/** The days that an earlier row granted. */
function daysOf({ window, startsOn }: EarlierRow, lines: readonly Line[]): readonly DateRange[] {
  if (window !== null) return [rangeOf(window)];
  return lines.map((line) => line.window).filter((days) => days.startsOn === startsOn);
}

/** Whether lines say of every day what a line says. */
function says(lines: readonly Line[], { window, format, price }: Line): boolean {
  const alike = lines.filter((one) => one.format === format && isSamePrice(one.price, price));
  return window.outsideAll(alike.map((one) => one.window)).length === 0;
}

/** Lines in which those for all formats leave room for a line of its own. */
function besideAll(lines: readonly Line[], { format, window }: Line): readonly Line[] {
  if (format === null) return lines;
  const all = lines.filter((line) => line.format === null);
  return [...lines.filter((line) => line.format !== null), ...withoutFormat(all, format, [window])];
}

/**
 * Applies temporary price reductions to the lines of one territory, as the import rules demand.
 *
 * @param byFormat whether a reduction is of its format alone
 * @param shared reductions of which other lines have the rest
 * @param refusals receives a sentence for each reduction that cannot be applied
 */
export function withReductions(
  base: readonly Line[],
  requested: readonly RequestedLine[],
  territory: Territory,
  { reductions }: ImportRules,
  byFormat: boolean,
  shared: ReadonlySet<AvailEntry>,
  refusals: string[],
): readonly Line[] {
  let lines = base;
  for (const { entry, line } of requested) {
    if (!entry.reduction) continue;
    const reduced = byFormat ? line.format : null;
    const under = lines.filter((one) => isOf(one, reduced)).map(({ window }) => window);
    const isCovered = line.window.outsideAll(under).length === 0;
    if (reductions === 'split' && (isCovered || shared.has(entry))) {
      const days = under.flatMap((window) => window.intersection(line.window) ?? []);
      const there = isCovered ? [line] : days.map((window) => ({ ...line, window }));
      lines = [...withoutFormat(lines, reduced, [line.window]), ...there];
      continue;
    }
    const when = formatDays(line.window.startsOn, line.window.lastDay);
    refusals.push(
      reductions === 'refuse'
        ? `The rules refuse the temporary price from ${when} in ${territoryName(territory)}.`
        : `A temporary price from ${when} needs an offer in ${entry.format} to reduce on each of these days in ${territoryName(territory)}.`,
    );
  }
  return lines;
}
