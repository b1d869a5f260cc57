import type { MoneyData } from '../values/money';
import { DEVICES, deviceSet } from '../values/device';
import { Money } from '../values/money';
import { shortText } from '../values/text';

/**
 * How an import reads what the standard leaves open. Each rule is visible and switchable on the review, and kept for the
 * studio's next file.
 */
export interface ImportRules {
  /** Whether `End` names the last day of a window (the standard) or the day after it (some retailers). */
  readonly endDates: 'inclusive' | 'exclusive';
  /** A window that ends on the day the next of the same title begins: hand over at the start of that day, or refuse both. */
  readonly sameDayHandover: 'hand-over' | 'refuse';
  /** A temporary price reduction over a base offer: split the base into before, reduction and after, or refuse it. */
  readonly reductions: 'split' | 'refuse';
  /** Formats (SD, HD, …) of one title at different prices on the same days: refuse, or take the best format's price. */
  readonly formats: 'refuse' | 'best-format';
  /** A row that no license covers: propose one, or refuse it. */
  readonly licenses: 'propose' | 'existing';
  /** ISO 4217 code for prices whose currency cell is blank. */
  readonly currency: string;
  /** For proposed licenses, because avails do not list devices. */
  readonly devices: readonly string[];
  /** Reference number of the contract of rows that name none; `null` for the studio's only contract. */
  readonly contract: string | null;
  /** What prices without an amount are worth, by type and value: `Tier 2`, `Category New Release`, `LicenseFee 5`. */
  readonly prices: Readonly<Record<string, MoneyData>>;
}

/** As a studio's first file is read. */
export const FIRST_RULES: ImportRules = {
  endDates: 'inclusive',
  sameDayHandover: 'hand-over',
  reductions: 'split',
  formats: 'refuse',
  licenses: 'propose',
  currency: 'USD',
  devices: DEVICES,
  contract: null,
  prices: {},
};

/**
 * Rules as people set them, checked, in one order whatever theirs is.
 *
 * @throws UnknownCurrency, InvalidDevices, InvalidText, DomainError of a price that is not valid
 */
export function importRules(rules: ImportRules): ImportRules {
  const prices = Object.entries(rules.prices)
    .map(([what, { minor, currency }]) => [what, Money.of(minor, currency).toData()] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const { endDates, sameDayHandover, reductions, formats, licenses } = rules;
  return {
    ...{ endDates, sameDayHandover, reductions, formats, licenses },
    currency: Money.of(0, rules.currency).currency,
    devices: deviceSet(rules.devices),
    contract:
      rules.contract === null
        ? null
        : shortText(rules.contract, 'contract', 'A contract’s reference number'),
    prices: Object.fromEntries(prices),
  };
}
