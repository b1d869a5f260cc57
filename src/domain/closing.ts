import type { IsoDate } from './values/date-range';
import { formatDay } from './values/date-range';
import { shortText } from './values/text';

/** Why something is no longer in use, as plain data. */
export interface Closing<Kind extends string> {
  readonly kind: Kind;
  /** In a person's words, 1 to 500 characters. */
  readonly reason: string;
}

/** A license ends after a day, or is void because it was recorded by mistake. */
export type LicenseClosing = Closing<'ended' | 'void'>;

/** A title leaves the catalog, or is void because it was recorded by mistake. */
export type TitleClosing = Closing<'retired' | 'void'>;

/** A contract is void because it was recorded by mistake. */
export interface ContractClosing extends Closing<'void'> {
  /** The licenses that became void with it, by id: they can come back with it. */
  readonly licenses: readonly string[];
}

/** How a person wants a license closed. */
export type LicenseClosingPlan =
  | {
      readonly kind: 'ended';
      /** The last day on which anything may be shown, ISO 8601, inclusive. It can be in the past. */
      readonly lastDay: string;
      readonly reason: string;
    }
  | { readonly kind: 'void'; readonly reason: string };

/** The most characters of a reason. */
export const MAX_REASON_LENGTH = 500;

/** A reason in its canonical form. @throws InvalidText when it is empty or too long */
export function closingReason(reason: string): string {
  return shortText(reason, 'reason', 'The reason', MAX_REASON_LENGTH);
}

const WORDS = { ended: 'Ended', retired: 'Retired', void: 'Voided' } as const;

/** A name with how what it names is closed: `Spring slate, ended`. */
export function closedName(name: string, closing: Closing<string> | undefined): string {
  return closing === undefined ? name : `${name}, ${closing.kind}`;
}

/** A closing in one line: `Retired: rights reverted`. */
export function describeClosing({ kind, reason }: Closing<keyof typeof WORDS>): string {
  return `${WORDS[kind]}: ${reason}`;
}

/** The end of a license in one line: `Ended after 30 Jun 2027: rights reverted`. */
export function describeEnd(lastDay: IsoDate | null, { reason }: LicenseClosing): string {
  return lastDay === null ? `Ended: ${reason}` : `Ended after ${formatDay(lastDay)}: ${reason}`;
}
