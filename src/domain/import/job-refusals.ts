import { DomainError } from '../errors';

/** Every license of an import was refused, each with a reason of its own in the review. */
export class NothingSaved extends DomainError {
  readonly code = 'nothing-saved';

  constructor() {
    super('Nothing was saved: every license has changed since the review or is blocked.');
  }
}

/** A license or title that a group was planned on was changed after the review. */
export class ChangedSinceReview extends DomainError {
  readonly code = 'changed-since-review';

  /** Both are `null` of what is no longer there. */
  constructor(name: string | null, by: string | null) {
    super(`${by ?? 'Someone'} changed ${name ?? 'a title'} after the review.`);
  }
}

/** Why a group was not applied, by its number. */
export class GroupRefused extends DomainError {
  readonly code = 'group-refused';

  constructor(
    readonly number: number,
    readonly refusal: DomainError,
  ) {
    super(refusal.message);
  }
}
