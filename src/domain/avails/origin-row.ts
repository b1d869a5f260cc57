import type { MoneyData } from '../values/money';
import type { ColumnKey } from './vocabulary/columns';
import type { ImportRules } from './import-rules';
import { priceOf } from './checking/cells/price-cells';
import { RowFindings } from './checking/row-findings';

/** A row of a committed import that an offer of a title goes back to. */
export interface OriginRow {
  /** When it was committed: ISO 8601 in UTC. */
  readonly at: string;
  readonly territories: readonly string[];
  /** By column key, as they stood in the file. */
  readonly cells: Readonly<Record<string, string>>;
  readonly rules: Pick<ImportRules, 'currency' | 'prices'>;
}

export function cellOf(origin: OriginRow | null, key: ColumnKey): string {
  return origin?.cells[key]?.trim() ?? '';
}

/** What a row said the price was; `null` when that cannot be told. */
export function priceSaid({ cells, rules }: OriginRow): MoneyData | null {
  const findings = new RowFindings({ sheet: '', row: 0, cells });
  const licenseType = findings.text('AvailTrans/LicenseType');
  return priceOf(findings, rules, licenseType)?.price ?? null;
}

/** The languages of a cell without what 1.7.3 appends to them: `es` and `fr` of `es:subdub, fr:subdub`. */
export function languagesIn(text: string): string[] {
  return text
    .split(/[,;]/)
    .map((tag) => tag.replace(/:.*$/, '').trim())
    .filter((tag) => tag !== '');
}
