import { DomainError } from './errors';
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

/** Signs that name one currency without doubt to an English reader; the others are written with their code. */
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

/** Every currency there is, by ISO 4217 code. */
export const CURRENCIES: readonly string[] = [...digitsByCode.keys()].sort();

/** The largest amount storage takes, in minor units. */
export const LARGEST_AMOUNT = 2_147_483_647;

/** The plain form of an amount on the wire and in storage. */
export interface MoneyData {
  /** Integer count of the currency's minor unit: 999 is $9.99, 550 is ¥550. */
  readonly minor: number;
  /** ISO 4217 code. */
  readonly currency: string;
}

/** An amount of money: an integer count of the currency's minor unit. Zero is free; there is no negative price. */
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
    if (minor > LARGEST_AMOUNT) throw new PriceTooLarge(decimal(LARGEST_AMOUNT, currency));
    if (!Number.isInteger(minor)) throw new InvalidPrice(String(minor));
    return new Money(minor, currency);
  }

  /**
   * Reads an amount as people type it, `9.99`, without ever making it a fraction.
   *
   * @throws UnknownCurrency, InvalidPrice (not a number), NegativePrice, PriceTooFine (1.999 USD), PriceTooLarge
   */
  static parse(text: string, currency: string): Money {
    const digits = digitsByCode.get(currency);
    if (digits === undefined) throw new UnknownCurrency(currency);
    const match = /^([-−]?)(\d+)(?:\.(\d+))?$/.exec(text.trim());
    if (match === null) throw new InvalidPrice(text);
    const [, sign = '', whole = '', fraction = ''] = match;
    if (sign !== '') throw new NegativePrice();
    if (fraction.length > digits) throw new PriceTooFine(text, currency, digits);
    return Money.of(Number(whole + fraction.padEnd(digits, '0')), currency);
  }

  equals(other: Money): boolean {
    return this.minor === other.minor && this.currency === other.currency;
  }

  toData(): MoneyData {
    return { minor: this.minor, currency: this.currency };
  }

  /** With its sign and all its minor digits: `$4.99`, `¥550`, `KWD 1.250`. */
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

/** An amount with its sign and all its minor digits, as people read it: `$4.99`, `¥550`, `KWD 1.250`. */
export function formatMoney({ minor, currency }: MoneyData): string {
  const [whole = '', fraction] = decimal(minor, currency).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const amount = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return `${SIGNS[currency] ?? `${currency} `}${amount}`;
}

/** An amount as people type it into a field, without sign or grouping: `4.99`. */
export function typedAmount({ minor, currency }: MoneyData): string {
  return decimal(minor, currency);
}

export class UnknownCurrency extends DomainError {
  readonly code = 'unknown-currency';
  override readonly field = 'currency';

  constructor(readonly text: string) {
    super(
      text.trim() === '' ? 'Choose a currency.' : `${quoted([text])} is no ISO 4217 currency code.`,
    );
  }
}

export class InvalidPrice extends DomainError {
  readonly code = 'invalid-price';
  override readonly field = 'price';

  constructor(readonly text: string) {
    super(
      text.trim() === ''
        ? 'Enter a price; 0 is free.'
        : `${quoted([text])} is not an amount. Write digits and a point, such as 4.99.`,
    );
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
        ? `${currency} has no minor unit: write ${text} as a whole number.`
        : `${currency} has ${digits} digits after the point; ${text} has more.`,
    );
  }
}

export class PriceTooLarge extends DomainError {
  readonly code = 'price-too-large';
  override readonly field = 'price';

  constructor(readonly limit: string) {
    super(`The price is too large; the largest is ${limit}.`);
  }
}
