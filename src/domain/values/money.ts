import type { IsoDate } from './date-range';
import { formatDay, isoDate } from './date-range';
import { DomainError } from '../errors';
import { quoted } from './words';

/** Active ISO 4217 currency codes by the number of digits of their minor unit. */
const CODES_BY_DIGITS: Record<number, string> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF',
  2: 'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG',
  3: 'BHD IQD JOD KWD LYD OMR TND',
};

const digitsByCode = new Map(
  Object.entries(CODES_BY_DIGITS).flatMap(([digits, codes]) =>
    codes.split(' ').map((code) => [code, Number(digits)] as const),
  ),
);

/**
 * Withdrawn currencies (ISO 4217, list three) that avails since 2000 were priced in, each with its replacement and the
 * first day of the replacement.
 */
const REPLACEMENTS = `
AFA AFN 2002-10-07
ANG XCG 2025-03-31
ATS EUR 2002-01-01
AZM AZN 2006-01-01
BEF EUR 2002-01-01
BGN EUR 2026-01-01
BYR BYN 2016-07-01
CUC CUP 2021-01-01
CYP EUR 2008-01-01
DEM EUR 2002-01-01
EEK EUR 2011-01-01
ESP EUR 2002-01-01
FIM EUR 2002-01-01
FRF EUR 2002-01-01
GHC GHS 2007-07-01
GRD EUR 2002-01-01
HRK EUR 2023-01-01
IEP EUR 2002-01-01
ITL EUR 2002-01-01
LTL EUR 2015-01-01
LUF EUR 2002-01-01
LVL EUR 2014-01-01
MRO MRU 2018-01-01
MTL EUR 2008-01-01
MZM MZN 2006-07-01
NLG EUR 2002-01-01
PTE EUR 2002-01-01
ROL RON 2005-07-01
SDD SDG 2007-01-10
SIT EUR 2007-01-01
SKK EUR 2009-01-01
SLL SLE 2022-07-01
SRG SRD 2004-01-01
STD STN 2018-01-01
TMM TMT 2009-01-01
TRL TRY 2005-01-01
VEF VES 2018-08-20
ZMK ZMW 2013-01-01
ZWL ZWG 2024-04-08
`;

const replacements = new Map<string, Replacement>(
  REPLACEMENTS.trim()
    .split('\n')
    .map((line) => {
      const [withdrawn = '', code = '', since = ''] = line.split(' ');
      return [withdrawn, { code, since: isoDate(since) }];
    }),
);

/** The replacement of a currency, and its first day. */
export interface Replacement {
  /** ISO 4217 code of a currency in use. */
  readonly code: string;
  readonly since: IsoDate;
}

/** The replacement of a withdrawn currency; `null` for any other code. */
export function replacementOf(currency: string): Replacement | null {
  return replacements.get(currency) ?? null;
}

/** Signs that are unambiguous to an English reader. Other currencies are written with their code. */
const SIGNS: Record<string, string> = {
  USD: '$',
  EUR: '€',
  GBP: '£',
  JPY: '¥',
  CAD: 'C$',
  AUD: 'A$',
  NZD: 'NZ$',
  MXN: 'MX$',
  BRL: 'R$',
  INR: '₹',
  KRW: '₩',
};

/** All currencies, by ISO 4217 code. */
export const CURRENCIES: readonly string[] = [...digitsByCode.keys()].sort();

/** The largest amount in storage, in minor units. */
export const MAX_AMOUNT = 2_147_483_647;

/** The plain form of an amount on the wire and in storage. */
export interface MoneyData {
  /** Integer count of the currency's minor unit: 999 is $9.99, 550 is ¥550. */
  readonly minor: number;
  /** ISO 4217 code. */
  readonly currency: string;
}

/** An amount of money: an integer count of the currency's minor unit. Zero means free; negative prices do not exist. */
export class Money {
  private constructor(
    readonly minor: number,
    readonly currency: string,
  ) {
    Object.freeze(this);
  }

  /**
   * @param minor integer count of the minor unit
   * @param currency ISO 4217 code
   * @throws UnknownCurrency, InvalidPrice (not an integer), NegativePrice, PriceTooLarge
   */
  static of(minor: number, currency: string): Money {
    if (!digitsByCode.has(currency)) throw new UnknownCurrency(currency);
    if (minor < 0) throw new NegativePrice();
    if (minor > MAX_AMOUNT) throw new PriceTooLarge(decimal(MAX_AMOUNT, currency));
    if (!Number.isInteger(minor)) throw new InvalidPrice(String(minor));
    return new Money(minor, currency);
  }

  /**
   * Parses an amount as people type it and as XML Schema writes a decimal (Part 2, 3.3.3), `9.99`, `.99`, `+5.`, `4.990`,
   * without floating point. Ignores zeros beyond the currency's digits.
   *
   * @throws UnknownCurrency, InvalidPrice (not a number), NegativePrice, PriceTooFine (1.999 USD), PriceTooLarge
   */
  static parse(text: string, currency: string): Money {
    const digits = digitsByCode.get(currency);
    if (digits === undefined) throw new UnknownCurrency(currency);
    const match = /^([-−+]?)(\d*)(?:\.(\d*))?$/.exec(text.trim());
    const [, sign = '', whole = '', given = ''] = match ?? [];
    if (whole + given === '') throw new InvalidPrice(text);
    if (sign !== '' && sign !== '+') throw new NegativePrice();
    const fraction = given.replace(/0+$/, '');
    if (fraction.length > digits) throw new PriceTooFine(text, currency, digits);
    return Money.of(Number(whole + fraction.padEnd(digits, '0')), currency);
  }

  equals(other: Money): boolean {
    return this.minor === other.minor && this.currency === other.currency;
  }

  toData(): MoneyData {
    return { minor: this.minor, currency: this.currency };
  }

  /** Formats the amount with its sign and all minor digits: `$4.99`, `¥550`, `KWD 1.250`. */
  toString(): string {
    return formatMoney(this);
  }
}

function decimal(minor: number, currency: string): string {
  const digits = digitsByCode.get(currency) ?? 0;
  const text = String(minor).padStart(digits + 1, '0');
  const point = text.length - digits;
  return digits === 0 ? text : `${text.slice(0, point)}.${text.slice(point)}`;
}

/** How many digits the minor unit of a currency has. @throws UnknownCurrency */
export function minorDigits(currency: string): number {
  const digits = digitsByCode.get(currency);
  if (digits === undefined) throw new UnknownCurrency(currency);
  return digits;
}

/** Formats an amount for display with its sign and all minor digits: `$4.99`, `¥550`, `KWD 1.250`. */
export function formatMoney({ minor, currency }: MoneyData): string {
  const [whole = '', fraction] = decimal(minor, currency).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const amount = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return `${SIGNS[currency] ?? `${currency} `}${amount}`;
}

/** Formats an amount for an input field, without sign or grouping: `4.99`. */
export function typedAmount({ minor, currency }: MoneyData): string {
  return decimal(minor, currency);
}

export class UnknownCurrency extends DomainError {
  readonly code = 'unknown-currency';
  override readonly field = 'currency';

  constructor(readonly text: string) {
    super(text.trim() === '' ? 'Choose a currency.' : noCurrency(text));
  }
}

/** A sentence that explains why a text is not a currency for prices. */
export function noCurrency(text: string): string {
  const replacement = replacementOf(text.toUpperCase());
  return replacement === null
    ? `${quoted([text])} is not an ISO 4217 currency code.`
    : `${text.toUpperCase()} is no longer valid: ${replacement.code} replaced it on ${formatDay(replacement.since)}.`;
}

export class InvalidPrice extends DomainError {
  readonly code = 'invalid-price';
  override readonly field = 'price';

  constructor(readonly text: string) {
    super(text.trim() === '' ? 'Enter a price; 0 is free.' : 'Enter the price like 4.99.');
  }
}

export class NegativePrice extends DomainError {
  readonly code = 'negative-price';
  override readonly field = 'price';

  constructor() {
    super('A price cannot be negative; 0 is free.');
  }
}

export class PriceTooFine extends DomainError {
  readonly code = 'price-too-fine';
  override readonly field = 'price';

  constructor(
    readonly text: string,
    readonly currency: string,
    readonly digits: number,
  ) {
    super(
      digits === 0
        ? `${currency} has no decimals. Enter ${text} as a whole number.`
        : `${currency} has ${digits} decimals; ${text} has more.`,
    );
  }
}

export class PriceTooLarge extends DomainError {
  readonly code = 'price-too-large';
  override readonly field = 'price';

  constructor(readonly limit: string) {
    super(`The price is too large. The maximum is ${limit}.`);
  }
}
