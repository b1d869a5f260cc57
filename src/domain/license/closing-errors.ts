import type { LicenseClosing } from '../closing';
import type { DateRange } from '../values/date-range';
import { describeClosing } from '../closing';
import { DomainError } from '../errors';
import { formatDay } from '../values/date-range';

/** A license that is ended or void cannot be ended or voided again. */
export class AlreadyClosed extends DomainError {
  readonly code = 'already-closed';

  constructor(name: string, closing: LicenseClosing) {
    super(
      closing.kind === 'ended'
        ? `${name} has already ended (${closing.reason}). Take that end back first.`
        : `${name} is already void (${closing.reason}).`,
    );
  }
}

/** A license cannot end before its first day. */
export class EndsBeforeStart extends DomainError {
  readonly code = 'ends-before-start';
  override readonly field = 'lastDay';

  /** @param startsOn the first day of the license */
  constructor(startsOn: string) {
    super(
      `The license begins on ${formatDay(startsOn)}. Choose a last day on or after it, or void the license if it was recorded by mistake.`,
    );
  }
}

/** Ending a license makes it end earlier; a later end is an amendment. */
export class EndNotEarlier extends DomainError {
  readonly code = 'end-not-earlier';
  override readonly field = 'lastDay';

  constructor({ lastDay }: DateRange) {
    super(
      `The license ends ${lastDay === null ? 'later' : `after ${formatDay(lastDay)}`} anyway. Choose an earlier last day.`,
    );
  }
}

/** L8: the end of an ended license does not change. */
export class LicenseEndFixed extends DomainError {
  readonly code = 'license-end-fixed';
  override readonly field = 'lastDay';

  constructor({ lastDay }: DateRange) {
    super(
      `The license ended${lastDay === null ? '' : ` after ${formatDay(lastDay)}`}. Take that end back before changing its last day.`,
    );
  }
}

/** L8: a void license has no offers and does not change. */
export class LicenseVoid extends DomainError {
  readonly code = 'license-void';

  constructor(name: string, reason: string) {
    super(`${name} is void (${describeClosing({ kind: 'void', reason })}). Bring it back first.`);
  }
}

/** The closing to be taken back is not the one that the license has. */
export class NotClosedSo extends DomainError {
  readonly code = 'not-closed-so';

  constructor(name: string) {
    super(`${name} has been changed since it was closed. Reload the page.`);
  }
}
