import type { RowStyle } from '../avails/avail-rows';
import type { ColumnKey } from '../avails/vocabulary/columns';
import { EXPORT_COLUMNS } from '../avails/avail-row';
import { STANDARD_END_DATES } from '../avails/end-dates';
import { USUAL_TERRITORY_STYLE } from '../avails/territory-lists';
import { USUAL_TIER_STYLE } from '../avails/tiers/tier-styles';
import { DomainError } from '../errors';
import { formatSet } from '../values/format';
import { listed } from '../values/words';

/** How rows are written, as it is typed or sent. */
export type ExportStyleInput = Omit<RowStyle, 'formats' | 'withoutColumns'> & {
  readonly formats?: readonly string[] | undefined;
  /** `Group/Name`, or the name alone. */
  readonly withoutColumns?: readonly string[] | undefined;
};

/**
 * A style that says only where it differs from the standard.
 *
 * @throws InvalidFormats, UnwritableColumns
 */
export function exportStyle(style: ExportStyleInput): RowStyle {
  const { endDates, territories, tiers, formats = [], withoutColumns = [] } = style;
  return {
    ...(endDates === undefined || endDates === STANDARD_END_DATES ? {} : { endDates }),
    ...(territories === undefined || territories === USUAL_TERRITORY_STYLE ? {} : { territories }),
    ...(tiers === undefined || tiers === USUAL_TIER_STYLE ? {} : { tiers }),
    ...(formats.length === 0 ? {} : { formats: formatSet(formats) }),
    ...(withoutColumns.length === 0 ? {} : { withoutColumns: columnsOf(withoutColumns) }),
  };
}

/** Column names as people type them: one per line, or separated by commas. */
export function typedColumns(text: string): readonly string[] {
  return text
    .split(/[,\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

const byName = new Map(
  EXPORT_COLUMNS.flatMap((column) => [
    [column.key.toLowerCase(), column],
    [column.key.slice(column.key.indexOf('/') + 1).toLowerCase(), column],
  ]),
);

function columnsOf(names: readonly string[]): readonly ColumnKey[] {
  const unknown = names.filter((name) => !byName.has(name.toLowerCase()));
  if (unknown.length > 0) throw new UnwritableColumns(`No column is called ${listed(unknown)}.`);
  const chosen = new Set(names.map((name) => byName.get(name.toLowerCase())));
  const columns = EXPORT_COLUMNS.filter((column) => chosen.has(column));
  const required = columns.filter((column) => column.required).map(({ key }) => key);
  if (required.length > 0)
    throw new UnwritableColumns(
      `The standard requires ${listed(required)}. Keep ${required.length === 1 ? 'it' : 'them'} in the file.`,
    );
  return columns.map(({ key }) => key);
}

export class UnwritableColumns extends DomainError {
  readonly code = 'unwritable-columns';
  override readonly field = 'withoutColumns';
}
