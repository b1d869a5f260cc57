import type { DomainError } from '../errors';
import type { Dispute, FieldOf } from './merge';
import { isDomainError } from '../errors';
import { merge } from './merge';

/** Both changed some fields, to different values. */
export type Disputed<Change, Field extends string> = { readonly kind: 'disputed' } & Dispute<
  Change,
  Field
>;

/** What something that was asked for means on one version, as if it had been asked for there. */
export type Trial<Change, Asked = Change> =
  /** Legal: `change` is what it makes of that version. */
  | { readonly kind: 'legal'; readonly change: Change }
  /** That version already is what was wanted. */
  | { readonly kind: 'settled' }
  /** A rule stands against it; each of `ways` would be legal, nearest first. */
  | {
      readonly kind: 'refused';
      readonly change: Asked;
      readonly reason: DomainError;
      readonly ways: readonly Change[];
    };

/** What a change made against an older version means on the latest one. */
export type Verdict<Change, Field extends string, Asked = Change> =
  Trial<Change, Asked> | Disputed<Change, Field>;

/**
 * Tries something on a version.
 *
 * @param perform does it on a fresh copy and returns the change it makes, `null` for none; throws the rule it breaks
 * @param waysOut what might be legal instead of a refused one, nearest first; what is not is left out
 */
export function tried<Change, Asked>(
  asked: Asked,
  perform: (asked: Asked) => Change | null,
  waysOut: (reason: DomainError) => readonly Asked[] = () => [],
): Trial<Change, Asked> {
  const { change, reason } = endingOf(() => perform(asked));
  if (reason === null) return change === null ? { kind: 'settled' } : { kind: 'legal', change };
  const ways = waysOut(reason).flatMap((way) => endingOf(() => perform(way)).change ?? []);
  return { kind: 'refused', change: asked, reason, ways };
}

/**
 * Judges new values of something by merging them with what somebody else made of it, field by field.
 *
 * @param base the values both began with
 * @param mine what the person wants
 * @param latest the values there are now; all three in canonical form, since they are compared as JSON
 * @param changeTo the change that gives the latest version some values
 * @param trial tries a change on the latest version
 */
export function judgeMerged<Values extends object, Change>(
  [base, mine, latest]: readonly [base: Values, mine: Values, latest: Values],
  changeTo: (values: Values) => Change,
  trial: (change: Change) => Trial<Change>,
): Verdict<Change, FieldOf<Values>> {
  const { fields, yours, theirs } = merge(base, mine, latest);
  return fields.length > 0
    ? { kind: 'disputed', fields, yours: changeTo(yours), theirs: changeTo(theirs) }
    : trial(changeTo(yours));
}

function endingOf<Change>(perform: () => Change | null): {
  readonly change: Change | null;
  readonly reason: DomainError | null;
} {
  try {
    return { change: perform(), reason: null };
  } catch (reason) {
    if (isDomainError(reason)) return { change: null, reason };
    throw reason;
  }
}
