import type { MoneyData } from '../values/money';
import type { ColumnKey } from './vocabulary/columns';
import type { ImportRules } from './import-rules';
import { priceOf } from './checking/cells/price-cells';
import { RowFindings } from './checking/row-findings';

/** A row of a committed import from which an offer of a title originates. */
export interface OriginRow {
  /** Time of the commit: ISO 8601 in UTC. */
  readonly at: string;
  /** Names the row: its import, and its place in the file. */
  readonly importId: string;
  readonly number: number;
  readonly territories: readonly string[];
  /** By column key, as in the file. */
  readonly cells: Readonly<Record<string, string>>;
  readonly rules: Pick<ImportRules, 'currency' | 'prices'>;
}

export function cellOf(origin: OriginRow | null, key: ColumnKey): string {
  return origin?.cells[key]?.trim() ?? '';
}

/** The price in a row; `null` when it cannot be determined. */
export function importedPrice({ cells, rules }: OriginRow): MoneyData | null {
  const findings = new RowFindings({ sheet: '', row: 0, cells });
  const licenseType = findings.text('AvailTrans/LicenseType');
  return priceOf(findings, rules, licenseType)?.price ?? null;
}

/** The languages of a cell without the suffixes of 1.7.3: `es` and `fr` of `es:subdub, fr:subdub`. */
export function languagesIn(text: string): string[] {
  return text
    .split(/[,;]/)
    .map((tag) => tag.replace(/:.*$/, '').trim())
    .filter((tag) => tag !== '');
}
