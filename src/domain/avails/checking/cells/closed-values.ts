import type { ColumnKey } from '../../vocabulary/columns';
import type { RowFindings } from '../row-findings';
import { quoted } from '../../../values/words';
import { BOOLEAN_COLUMNS, CLOSED_LISTS, TECHNOLOGIES, truth } from '../../vocabulary/vocabulary';

/**
 * Reads a cell with a closed list of values. Returns `null` for a blank cell and for an unknown value, which is an error
 * (R2) or, where it only describes the title, a warning. Values are not corrected: a value in different case is only
 * suggested.
 */
export function closedValue<V extends string>(
  findings: RowFindings,
  column: ColumnKey,
  values: readonly V[],
): V | null {
  const text = findings.text(column);
  const value = values.find((one) => one === text);
  if (value !== undefined || text === '') return value ?? null;
  const close = values.find((one) => one.toLowerCase() === text.toLowerCase());
  findings.invalid(
    'R2',
    column,
    `${quoted([text])} is not a valid value for this column.`,
    close === undefined ? `Enter one of: ${values.join(', ')}.` : `Enter ${close}.`,
  );
  return null;
}

/** Checks cells with closed lists of values that do not affect offers (R2). */
export function checkClosedValues(findings: RowFindings): void {
  for (const column of BOOLEAN_COLUMNS) {
    const text = findings.text(column);
    if (text !== '' && truth(text) === null) refuse(findings, column, 'Enter Yes or No.');
  }
  for (const [column, values] of CLOSED_LISTS) closedValue(findings, column, values);
  for (const [column, named] of TECHNOLOGIES) {
    const text = findings.text(column);
    if (text !== '' && truth(text) === null && !named.includes(text))
      refuse(findings, column, `Enter True, False, ${named.join(' or ')}.`);
  }
}

function refuse(findings: RowFindings, column: ColumnKey, remedy: string): void {
  const message = `${quoted([findings.text(column)])} is not a valid value for this column.`;
  findings.invalid('R2', column, message, remedy);
}
