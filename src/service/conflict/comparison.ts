import type { Verdict } from '../../domain/conflict/verdict';
import type { ConflictRow } from './conflict';

/** Stands where there is no value. */
export const NONE = '–';

/** The fields of something in words, those that it has. */
export type Words<Field extends string> = Readonly<Partial<Record<Field, string>>>;

/** The subject of a change in words. */
export interface Compared<Field extends string> {
  /** As it was; `null` for something new. */
  readonly before: Words<Field> | null;
  /** As the person wants it. */
  readonly mine: Words<Field>;
  /** As it is now; `null` when there is no such thing. */
  readonly now: Words<Field> | null;
  /** As it would be; where fields are disputed, with either side's values there. `null` when there is no result. */
  readonly result: Words<Field> | null;
  readonly disputed: readonly Field[];
}

/**
 * The fields that somebody changed, line by line.
 *
 * @param labels every field in the order of the lines
 * @param always the field that names the subject and has a line in any case
 */
export function fieldRows<Field extends string>(
  labels: Readonly<Record<Field, string>>,
  { before, mine, now, result, disputed }: Compared<Field>,
  always?: Field,
): ConflictRow<Field>[] {
  return (Object.keys(labels) as Field[]).flatMap((field): ConflictRow<Field>[] => {
    const [was, wanted, is] = [before?.[field], mine[field], now?.[field]];
    if (wanted === undefined && is === undefined) return [];
    const yours = wanted === was ? null : (wanted ?? null);
    const theirs = is === was || now === null ? null : (is ?? null);
    if (yours === null && theirs === null && field !== always) return [];
    const final = disputed.includes(field) ? null : (result?.[field] ?? null);
    return [
      {
        field,
        label: labels[field],
        before: was ?? null,
        yours: yours ?? (field === always ? (wanted ?? null) : null),
        theirs,
        result: final,
        origin: final === null ? null : originOf(final, yours, theirs),
      },
    ];
  });
}

/** The rows of a correction: details as they were, as the person wants them, as they are, and as they would be. */
export function correctionRows<Details, Field extends string>(
  labels: Readonly<Record<Field, string>>,
  inWords: (details: Details) => Words<Field>,
  [before, mine, now]: readonly [before: Details, mine: Details, now: Details],
  verdict: Verdict<{ readonly after: Details }, Field>,
): ConflictRow<Field>[] {
  const isDisputed = verdict.kind === 'disputed';
  const result = isDisputed ? verdict.yours : verdict.kind === 'legal' ? verdict.change : null;
  return fieldRows(labels, {
    before: inWords(before),
    mine: inWords(mine),
    now: inWords(now),
    result: result === null ? null : inWords(result.after),
    disputed: isDisputed ? verdict.fields : [],
  });
}

function originOf(final: string, yours: string | null, theirs: string | null) {
  if (final === yours && final === theirs) return 'both';
  if (final === yours) return 'yours';
  if (final === theirs) return 'theirs';
  return yours === null && theirs === null ? null : 'adjusted';
}

/** Something else that somebody changed, and what becomes of it. */
export interface OtherChange {
  readonly label: string;
  readonly theirs: string;
  /** `kept` unless told otherwise. */
  readonly result?: string;
}

/** The most lines for what others changed elsewhere; one more counts the rest. */
const MAX_OTHERS = 20;

/**
 * What others changed elsewhere on the same thing: kept, whatever becomes of the command. In order, the newest of them.
 *
 * @param unread how many changes before those are not known one by one
 */
export function otherRows(others: readonly OtherChange[], unread: number): ConflictRow<never>[] {
  const shown = others.slice(-MAX_OTHERS);
  const rest = others.length - shown.length + unread;
  const earlier =
    rest === 0
      ? []
      : [{ label: 'Before that', theirs: `${rest.toLocaleString('en-US')} more changes` }];
  return [...earlier, ...shown].map(({ label, theirs, result = 'kept' }: OtherChange) => ({
    field: 'other',
    label,
    before: null,
    yours: null,
    theirs,
    result,
    origin: 'theirs',
  }));
}
