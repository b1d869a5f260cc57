import type { Format } from '../values/format';
import type { MoneyData } from '../values/money';
import type { PriceKind } from '../values/price-kind';
import { DomainError, inPart } from '../errors';
import { FORMATS, format, sharedFormats } from '../values/format';
import { Money, formatMoney } from '../values/money';
import { priceKind } from '../values/price-kind';
import { priceTier } from '../values/price-tier';

/** A line of a price list as plain data. Either `amount` or `tier` is set, never both. */
export interface PriceLineData {
  /** `null` when the line is for all formats of the license. */
  readonly format: string | null;
  /** A code of `PRICE_KINDS`. */
  readonly kind: string;
  readonly amount: MoneyData | null;
  /** A tier of the studio's price table, which has its amounts. */
  readonly tier: string | null;
}

/** One price of an offer. A value. */
export interface PriceLine {
  readonly format: Format | null;
  readonly kind: PriceKind;
  readonly amount: Money | null;
  readonly tier: string | null;
}

/** The kind of a price that nobody named. */
export const USUAL_KIND: PriceKind = 'WSP';

/** The price list that has one amount for all formats. */
export function onePrice(
  amount: MoneyData,
  kind: PriceKind = USUAL_KIND,
): readonly [PriceLineData] {
  return [{ format: null, kind, amount, tier: null }];
}

/**
 * The prices of an offer: one line for all formats, or a line per format in the order of `FORMATS`, all amounts in one
 * currency. A value.
 */
export class PriceList {
  private constructor(readonly lines: readonly PriceLine[]) {
    Object.freeze(this);
  }

  /**
   * @throws NoPrice, FormatTwice, PriceForAll (a line for all formats beside others), SeveralCurrencies, AmountOrTier, and
   *   the DomainError of the first line with an invalid value; `part` names the line
   */
  static of(data: readonly PriceLineData[]): PriceList {
    const lines = data.map((line, index) => inPart(['prices', index], () => priceLine(line)));
    if (lines.length === 0) throw new NoPrice();
    for (const [index, line] of lines.entries()) {
      const refusal = refusalOf(line, index, lines);
      if (refusal !== null)
        inPart(['prices', index], () => {
          throw refusal;
        });
    }
    return new PriceList(Object.freeze(lines.sort(byFormat)));
  }

  /** The formats that it has a price for; `null` for all formats of the license. */
  get formats(): readonly Format[] | null {
    const formats = this.lines.flatMap((line) => line.format ?? []);
    return formats.length === 0 ? null : formats;
  }

  /** The currency of its amounts, ISO 4217; `null` when all lines are tiers. */
  get currency(): string | null {
    return this.lines.find(({ amount }) => amount !== null)?.amount?.currency ?? null;
  }

  /** Whether an amount of it is in the studio's price table. */
  get hasTier(): boolean {
    return this.lines.some(({ tier }) => tier !== null);
  }

  /** The line for a format; `null` when the format is not for sale. */
  lineFor(one: Format): PriceLine | null {
    return this.lines.find((line) => line.format === null || line.format === one) ?? null;
  }

  equals(other: PriceList): boolean {
    return (
      this.lines.length === other.lines.length &&
      this.lines.every((line, index) => {
        const there = other.lines[index];
        return there !== undefined && isSameLine(line, there);
      })
    );
  }

  toData(): readonly PriceLineData[] {
    return this.lines.map(({ format: one, kind, amount, tier }) => ({
      format: one,
      kind,
      amount: amount?.toData() ?? null,
      tier,
    }));
  }

  /** `$4.99`; `Tier 1`; `SD $4.99, HD $5.99`. */
  toString(): string {
    return pricesInWords(this.toData());
  }
}

/**
 * The formats that an offer of a license is for; `null` for all.
 *
 * @param licensed the license's formats, `null` for all
 */
export function formatsForSale(
  licensed: readonly Format[] | null,
  prices: PriceList,
): readonly Format[] | null {
  return sharedFormats(licensed, prices.formats);
}

/** All prices in words: `$4.99`; `Tier 1`; `SD $4.99, HD $5.99`. */
export function pricesInWords(lines: readonly PriceLineData[]): string {
  return lines
    .map((line) =>
      line.format === null ? priceInWords(line) : `${line.format} ${priceInWords(line)}`,
    )
    .join(', ');
}

/** The prices in a few characters: `$4.99`; `$4.99 – $12.99`; `Tier 1 – Tier 3`; `$4.99, Tier 3`. */
export function priceSpan(lines: readonly PriceLineData[]): string {
  const amounts = amountSpan(lines.flatMap(({ amount }) => amount ?? []));
  return [amounts, tierSpan(lines)].filter(Boolean).join(', ');
}

/** The lowest and the highest of amounts in one currency: `$4.99 – $12.99`. */
export function amountSpan(amounts: readonly MoneyData[]): string {
  return spanOf([...amounts].sort((a, b) => a.minor - b.minor).map(formatMoney));
}

/** The tiers of a price list: `Tier 1`; `Tier 1 – Tier 3`. */
export function tierSpan(lines: readonly PriceLineData[]): string {
  return spanOf(lines.flatMap(({ tier }) => tier ?? []));
}

/** The price of a line: `$4.99`, or `Tier 1`. */
export function priceInWords({ amount, tier }: Pick<PriceLineData, 'amount' | 'tier'>): string {
  return amount === null ? (tier ?? '') : formatMoney(amount);
}

function spanOf(inOrder: readonly string[]): string {
  const [first = '', last = ''] = [inOrder[0], inOrder.at(-1)];
  return first === last ? first : `${first} – ${last}`;
}

function priceLine(data: PriceLineData): PriceLine {
  if ((data.amount === null) === (data.tier === null)) throw new AmountOrTier();
  return Object.freeze({
    format: data.format === null ? null : format(data.format),
    kind: priceKind(data.kind),
    amount: data.amount && Money.of(data.amount.minor, data.amount.currency),
    tier: data.tier === null ? null : priceTier(data.tier),
  });
}

/** Why a line cannot stand in a list, beside the lines before it. */
function refusalOf(
  { format: one, amount }: PriceLine,
  index: number,
  lines: readonly PriceLine[],
): DomainError | null {
  if (one === null && lines.length > 1) return new PriceForAll();
  if (one !== null && lines.findIndex((line) => line.format === one) < index)
    return new FormatTwice(one);
  const first = lines.find((line) => line.amount !== null)?.amount;
  return amount === null || amount.currency === first?.currency ? null : new SeveralCurrencies();
}

/** No line for all formats stands beside others, so only a single one has none. */
function byFormat(a: PriceLine, b: PriceLine): number {
  return a.format === null || b.format === null
    ? 0
    : FORMATS.indexOf(a.format) - FORMATS.indexOf(b.format);
}

function isSameLine(a: PriceLine, b: PriceLine): boolean {
  return (
    a.format === b.format &&
    a.kind === b.kind &&
    a.tier === b.tier &&
    (a.amount === null || b.amount === null ? a.amount === b.amount : a.amount.equals(b.amount))
  );
}

export class NoPrice extends DomainError {
  readonly code = 'no-price';
  override readonly field = 'prices';

  constructor() {
    super('An offer has at least one price.');
  }
}

export class AmountOrTier extends DomainError {
  readonly code = 'amount-or-tier';
  override readonly field = 'amount';

  constructor() {
    super('A price is either an amount or a tier.');
  }
}

export class PriceForAll extends DomainError {
  readonly code = 'price-for-all';
  override readonly field = 'format';

  constructor() {
    super(
      'A price for all formats stands alone. Name the format of each price, or keep one price.',
    );
  }
}

export class FormatTwice extends DomainError {
  readonly code = 'format-twice';
  override readonly field = 'format';

  constructor(readonly twice: Format) {
    super(`${twice} has a price already.`);
  }
}

export class SeveralCurrencies extends DomainError {
  readonly code = 'several-currencies';
  override readonly field = 'currency';

  constructor() {
    super('All prices of an offer are in one currency.');
  }
}
