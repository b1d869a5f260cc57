import type { MoneyData } from '../values/money';
import { DEVICES, deviceSet } from '../values/device';
import { Money } from '../values/money';
import { shortText } from '../values/text';

/**
 * The rules for everything that the standard leaves open to an import. The review shows each rule and lets people change
 * it. They are stored for the studio's next file.
 */
export interface ImportRules {
  /** Whether `End` names the last day of a window (the standard) or the day after it (some retailers). */
  readonly endDates: 'inclusive' | 'exclusive';
  /**
   * For a window that ends on the first day of the next window of the same title: end it the day before, or refuse both.
   */
  readonly sameDayHandover: 'hand-over' | 'refuse';
  /** For a temporary price reduction of a base offer: split the base into before, reduction and after, or refuse it. */
  readonly reductions: 'split' | 'refuse';
  /**
   * For formats (SD, HD, …) of one title with different prices on the same days: refuse them, or use the price of the best
   * format.
   */
  readonly formats: 'refuse' | 'best-format';
  /** For a row that no license covers: propose a license, or refuse the row. */
  readonly licenses: 'propose' | 'existing';
  /** ISO 4217 code of prices whose currency cell is blank. */
  readonly currency: string;
  /** The devices of proposed licenses; avails do not list devices. */
  readonly devices: readonly string[];
  /** Reference number of the contract for rows without one; `null` for the studio's only contract. */
  readonly contract: string | null;
  /** Which licensees are us, by name; a file may serve several. The rows of the others are left out. */
  readonly licensees: Readonly<Record<string, boolean>>;
  /** The amounts of prices without one, by type and value: `Tier 2`, `Category New Release`, `LicenseFee 5`. */
  readonly prices: Readonly<Record<string, MoneyData>>;
}

/** The rules for a studio's first file. */
export const FIRST_RULES: ImportRules = {
  endDates: 'inclusive',
  sameDayHandover: 'hand-over',
  reductions: 'split',
  formats: 'refuse',
  licenses: 'propose',
  currency: 'USD',
  devices: DEVICES,
  contract: null,
  licensees: {},
  prices: {},
};

/** Rules as they may be stored: those of an earlier release lack what it did not know. */
type StoredRules = Omit<ImportRules, 'licensees'> & Partial<Pick<ImportRules, 'licensees'>>;

/**
 * Validates rules and puts their members into a fixed order.
 *
 * @throws UnknownCurrency, InvalidDevices, InvalidText, DomainError of a price that is not valid
 */
export function importRules(rules: StoredRules): ImportRules {
  const prices = Object.entries(rules.prices)
    .map(([what, { minor, currency }]) => [what, Money.of(minor, currency).toData()] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const licensees = Object.entries(rules.licensees ?? {})
    .map(([name, isUs]) => [shortText(name, 'licensee', 'A licensee’s name'), isUs] as const)
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
    licensees: Object.fromEntries(licensees),
    prices: Object.fromEntries(prices),
  };
}
