import type { MoneyData } from '../../../values/money';
import type { PriceKind } from '../../../values/price-kind';
import type { ColumnKey } from '../../vocabulary/columns';
import type { ImportRules } from '../../import-rules';
import type { RowPrice } from '../../row-terms';
import type { RowFindings } from '../row-findings';
import { DomainError } from '../../../errors';
import { USUAL_KIND } from '../../../license/price-list';
import { CURRENCIES, Money, noCurrency, replacementOf } from '../../../values/money';
import { priceTier } from '../../../values/price-tier';
import { quoted } from '../../../values/words';
import { memoized } from '../memoized';
import { FREE_LICENSE_TYPES, PRICE_TYPES, REDUCTION_PREFIX } from '../../vocabulary/vocabulary';

/** The price of a row. */
export interface PriceCells {
  readonly price: RowPrice;
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
 * The price of a row: its suggested retail price (`SRP`), else its own amount, else its tier. What a tier costs is in the
 * studio's price table.
 *
 * @param rules the currency of amounts whose currency cell is blank
 * @returns `null`, with an error (R2, R6), when there is none
 */
export function priceOf(
  findings: RowFindings,
  rules: Pick<ImportRules, 'currency'>,
  licenseType: string,
): PriceCells | null {
  const type = priceTypeOf(findings);
  if (!isCurrency(findings) || type === null || !agree(findings, type)) return null;
  const { reduction } = type;
  const of = (price: RowPrice | null) => price && { price, reduction };
  const currency = findings.text(CURRENCY) || rules.currency;
  if (type.kind === 'money' && moneyOf(findings, VALUE, currency) === null) return null;
  if (findings.text(RETAIL) !== '') return of(amountOf(findings, RETAIL, 'SRP', rules));
  if (type.kind === 'money') return of(amountOf(findings, VALUE, type.name, rules));
  if (type.kind === 'text') return of(namedPrice(findings, type.name, rules));
  if (FREE_LICENSE_TYPES.includes(licenseType) || isBonus(findings))
    return of({ kind: USUAL_KIND, amount: { minor: 0, currency }, tier: null });
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

/** An amount in a cell; `null`, with an error, for a text that is none. */
function amountOf(
  findings: RowFindings,
  column: ColumnKey,
  kind: string,
  rules: Pick<ImportRules, 'currency'>,
): RowPrice | null {
  const currency = findings.text(CURRENCY) || null;
  const amount = moneyOf(findings, column, currency ?? rules.currency);
  if (amount === null) return null;
  if (currency === null)
    findings.warn(
      'R7',
      CURRENCY,
      `The currency is missing; the rules set it to ${amount.currency}.`,
      'Enter the currency, or choose another one in the rules.',
    );
  if (amount.minor === 0)
    findings.warn('R7', column, 'This price is zero.', 'Check that the offer is meant to be free.');
  return { kind, amount, tier: null };
}

function moneyOf(findings: RowFindings, column: ColumnKey, currency: string): MoneyData | null {
  try {
    return parsedMoney(`${currency} ${findings.text(column)}`);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const remedy =
      'Enter digits and a decimal point, without sign, comma or currency, such as 4.99.';
    findings.error('R6', column, error.message, remedy);
    return null;
  }
}

/** The amount in a text after its currency. @throws DomainError for a text that is none */
const parsedMoney = memoized((text): MoneyData => {
  const [currency = '', ...amount] = text.split(' ');
  return Money.parse(amount.join(' '), currency).toData();
});

const FEE = 'LicenseFee' satisfies PriceKind;

/** A price that is a name: a tier, a category, or a fee that is not written as an amount. */
function namedPrice(
  findings: RowFindings,
  type: string,
  rules: Pick<ImportRules, 'currency'>,
): RowPrice | null {
  const value = findings.text(VALUE);
  if (type === FEE && /^[\d.]+$/.test(value)) return amountOf(findings, VALUE, FEE, rules);
  try {
    const tier = priceTier(tierOf(type, value));
    return { kind: type === FEE ? FEE : USUAL_KIND, amount: null, tier };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    findings.error('R6', VALUE, error.message, 'Enter the name of a tier in a few words.');
    return null;
  }
}

/** The name of a tier in a row: `Tier 2` for the tier `2`, `New Release` for the category of that name. */
function tierOf(type: string, value: string): string {
  return /^\d+$/.test(value) ? `${type} ${value}` : value;
}
