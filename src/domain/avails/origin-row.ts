import type { MoneyData } from '../money';
import type { ColumnKey } from './columns';
import type { ImportRules } from './import-rules';
import { DomainError } from '../errors';
import { Money } from '../money';

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
export function priceSaid(origin: OriginRow): MoneyData | null {
  const type = cellOf(origin, 'AvailTrans/PriceType').replace(/^TPR-/, '');
  const value = cellOf(origin, 'AvailTrans/PriceValue');
  const currency = cellOf(origin, 'AvailTrans/PriceCurrency') || origin.rules.currency;
  if (/^(|NA)$/.test(type)) return { minor: 0, currency };
  if (!MONEY_TYPES.test(type)) return origin.rules.prices[`${type} ${value}`] ?? null;
  try {
    return Money.parse(value, currency).toData();
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

const MONEY_TYPES = /^(WSP|EpisodeWSP|SeasonWSP|DMRP|SMRP)$/;

/** The languages of a cell without what 1.7.3 appends to them: `es` and `fr` of `es:subdub, fr:subdub`. */
export function languagesIn(text: string): string[] {
  return text
    .split(/[,;]/)
    .map((tag) => tag.replace(/:.*$/, '').trim())
    .filter((tag) => tag !== '');
}
