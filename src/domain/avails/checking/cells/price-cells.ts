import type { MoneyData } from '../../../values/money';
import type { ColumnKey } from '../../vocabulary/columns';
import type { ImportRules } from '../../import-rules';
import type { RowFindings } from '../row-findings';
import { DomainError } from '../../../errors';
import { CURRENCIES, Money, noCurrency, replacementOf } from '../../../values/money';
import { quoted } from '../../../values/words';
import { FREE_LICENSE_TYPES, PRICE_TYPES, REDUCTION_PREFIX } from '../../vocabulary/vocabulary';

/** The price of a row. */
export interface PriceCells {
  /** `null` as long as the rules give no amount for a tier, a category or a fee. */
  readonly price: MoneyData | null;
  /** The price as in the row, which distinguishes prices without a known amount: `Tier 2`. */
  readonly priceName: string;
  /** Whether the price is a temporary reduction. */
  readonly reduction: boolean;
}

const TYPE: ColumnKey = 'AvailTrans/PriceType';
const VALUE: ColumnKey = 'AvailTrans/PriceValue';
const CURRENCY: ColumnKey = 'AvailTrans/PriceCurrency';
const RETAIL: ColumnKey = 'AvailTrans/SRP';
const NONE = 'NA';

/** A price type without its prefix, the kind of its value, and whether it had the prefix. */
interface PriceType {
  readonly name: string;
  readonly kind: 'money' | 'text' | 'none';
  readonly reduction: boolean;
}

/**
 * The price of a row: its suggested retail price (`SRP`), else its own amount, else the amount that the rules give for a
 * tier, a category or a fee.
 *
 * @returns `null`, with an error (R2, R6), when there is none
 */
export function priceOf(
  findings: RowFindings,
  rules: Pick<ImportRules, 'currency' | 'prices'>,
  licenseType: string,
): PriceCells | null {
  const priceName = [TYPE, VALUE, CURRENCY, RETAIL]
    .map((column) => findings.text(column))
    .join(' ');
  const found = amountAndKind(findings, rules, licenseType);
  return found === null ? null : { ...found, priceName };
}

type Amount = Omit<PriceCells, 'priceName'>;

function amountAndKind(
  findings: RowFindings,
  rules: Pick<ImportRules, 'currency' | 'prices'>,
  licenseType: string,
): Amount | null {
  const type = priceTypeOf(findings);
  if (!isCurrency(findings) || type === null || !agree(findings, type)) return null;
  const currency = findings.text(CURRENCY) || null;
  const { reduction } = type;
  const own = type.kind === 'money' ? amountOf(findings, VALUE, currency ?? rules.currency) : null;
  if (type.kind === 'money' && own === null) return null;
  if (findings.text(RETAIL) !== '') {
    const price = amountOf(findings, RETAIL, currency ?? rules.currency);
    return price === null ? null : priced(findings, RETAIL, price, reduction, currency);
  }
  if (own !== null) return priced(findings, VALUE, own, reduction, currency);
  if (type.kind === 'text') return amountByRules(findings, type, currency, rules);
  if (FREE_LICENSE_TYPES.includes(licenseType) || isBonus(findings))
    return { price: { minor: 0, currency: currency ?? rules.currency }, reduction };
  findings.error(
    'R6',
    VALUE,
    'This row has no price.',
    'Enter a price. Only subscriptions and bonus titles do not need one.',
  );
  return null;
}

/** Whether a row is of a supplement, which comes with its feature and has no price of its own. */
function isBonus(findings: RowFindings): boolean {
  return findings.text('AvailAsset/WorkType') === 'Supplemental';
}

function priceTypeOf(findings: RowFindings): PriceType | null {
  const text = findings.text(TYPE);
  const reduction = text.startsWith(REDUCTION_PREFIX);
  const name = reduction ? text.slice(REDUCTION_PREFIX.length) : text;
  if (text === '' || text === NONE) return { name, kind: 'none', reduction };
  const kind = Object.hasOwn(PRICE_TYPES, name) ? PRICE_TYPES[name] : undefined;
  if (kind !== undefined) return { name, kind, reduction };
  if (name === 'SRP') {
    const remedy = 'Move the price to the SRP column, and clear PriceType and PriceValue.';
    findings.error('R6', TYPE, 'SRP is a separate column, not a price type.', remedy);
    return null;
  }
  const types = [...Object.keys(PRICE_TYPES), NONE];
  const close = types.find((one) => one.toLowerCase() === name.toLowerCase());
  const remedy = close === undefined ? `Enter one of: ${types.join(', ')}.` : `Enter ${close}.`;
  findings.error('R2', TYPE, `${quoted([text])} is not a valid value for this column.`, remedy);
  return null;
}

const currencies = new Set(CURRENCIES);

/** Whether the currency of a row, if given, is valid. */
function isCurrency(findings: RowFindings): boolean {
  const text = findings.text(CURRENCY);
  if (text === '' || currencies.has(text)) return true;
  const close = CURRENCIES.find((one) => one === text.toUpperCase());
  const replacement = replacementOf(text.toUpperCase());
  findings.error('R6', CURRENCY, noCurrency(text), currencyRemedy(close, replacement?.code));
  return false;
}

function currencyRemedy(close: string | undefined, replacement: string | undefined): string {
  if (close !== undefined) return `Enter ${close}.`;
  if (replacement !== undefined) return `Enter the price in ${replacement}.`;
  return 'Enter the currency code, such as USD.';
}

/** Whether type and value agree on whether there is a price. */
function agree(findings: RowFindings, { kind, name }: PriceType): boolean {
  const value = findings.text(VALUE);
  if (value === 'TBD') {
    const remedy = 'Remove the row until the price is set, then enter the price.';
    findings.error('R6', VALUE, 'This price is not set yet.', remedy);
    return false;
  }
  if (kind === 'none' && (value === '' || value === NONE)) return true;
  if (kind !== 'none' && value !== '' && value !== NONE) return true;
  if (kind === 'none' && name === '')
    findings.error('R6', TYPE, 'This price has no price type.', 'Enter the type of PriceValue.');
  else if (kind === 'none')
    findings.error('R6', VALUE, 'PriceType is NA, but there is a price.', 'Enter NA here too.');
  else findings.error('R6', VALUE, 'This price type has no price.', 'Enter the price.');
  return false;
}

function amountOf(findings: RowFindings, column: ColumnKey, currency: string): MoneyData | null {
  try {
    return Money.parse(findings.text(column), currency).toData();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const remedy =
      'Enter digits and a decimal point, without sign, comma or currency, such as 4.99.';
    findings.error('R6', column, error.message, remedy);
    return null;
  }
}

function priced(
  findings: RowFindings,
  column: ColumnKey,
  price: MoneyData,
  reduction: boolean,
  currency: string | null,
): Amount {
  if (currency === null)
    findings.warn(
      'R7',
      CURRENCY,
      `The currency is missing; the rules set it to ${price.currency}.`,
      'Enter the currency, or choose another one in the rules.',
    );
  if (price.minor === 0)
    findings.warn('R7', column, 'This price is zero.', 'Check that the offer is meant to be free.');
  return { price, reduction };
}

/** The amount that the rules give for a tier, a category or a fee, in the row’s currency if it has one. */
function amountByRules(
  findings: RowFindings,
  { name, reduction }: PriceType,
  currency: string | null,
  { prices }: Pick<ImportRules, 'prices'>,
): Amount {
  const key = `${name} ${findings.text(VALUE)}`;
  const keys = currency === null ? [key] : [key, `${key} ${currency}`];
  const found = keys
    .flatMap((one) => (Object.hasOwn(prices, one) ? (prices[one] ?? []) : []))
    .find((price) => currency === null || price.currency === currency);
  if (found !== undefined) return { price: found, reduction };
  const missing = Object.hasOwn(prices, key) ? (keys.at(-1) ?? key) : key;
  const message = 'This tier or category has no amount: the amount was agreed outside the file.';
  findings.error('R6P', VALUE, message, `Enter the amount for “${missing}”.`, missing);
  return { price: null, reduction };
}
