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
}

/** The rules for a studio's first file. */
export const FIRST_RULES: ImportRules = {
  endDates: 'inclusive',
  sameDayHandover: 'hand-over',
  reductions: 'split',
  licenses: 'propose',
  currency: 'USD',
  devices: DEVICES,
  contract: null,
  licensees: {},
};

/** Rules as they may be stored: those of an earlier release lack what it did not know, and have what is no rule any more. */
type StoredRules = Omit<ImportRules, 'licensees'> & Partial<Pick<ImportRules, 'licensees'>>;

/**
 * Validates rules and puts their members into a fixed order.
 *
 * @throws UnknownCurrency, InvalidDevices, InvalidText
 */
export function importRules(rules: StoredRules): ImportRules {
  const licensees = Object.entries(rules.licensees ?? {})
    .map(([name, isUs]) => [shortText(name, 'licensee', 'A licensee’s name'), isUs] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const { endDates, sameDayHandover, reductions, licenses } = rules;
  return {
    ...{ endDates, sameDayHandover, reductions, licenses },
    currency: Money.of(0, rules.currency).currency,
    devices: deviceSet(rules.devices),
    contract:
      rules.contract === null
        ? null
        : shortText(rules.contract, 'contract', 'A contract’s reference number'),
    licensees: Object.fromEntries(licensees),
  };
}
