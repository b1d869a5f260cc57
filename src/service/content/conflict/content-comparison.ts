import type { OfferRef } from '../../../domain/content/clash';
import type { ProposedContentChange } from '../../../domain/content/conflict';
import type { AssignmentData, ContentChange } from '../../../domain/content/content-change';
import type { OtherChange } from '../../conflict/comparison';
import type { ConflictRow } from '../../conflict/conflict';
import type { Since } from '../../history-views';
import { sameRef } from '../../../domain/content/clash';
import {
  assignmentsIn,
  assignmentWords,
  describeContentChange,
  refOfAssignment,
} from '../../../domain/content/content-change';
import type { TakedownData } from '../../../domain/content/takedown';
import type { TitleClosing } from '../../../domain/closing';
import type { ClosingIntent, TakedownIntent } from './content-intent';
import { describeClosing } from '../../../domain/closing';
import { describeReturn, describeTakedown } from '../../../domain/content/takedown';
import { formatDay, isoDate } from '../../../domain/values/date-range';
import { fieldRows, NONE, otherRows } from '../../conflict/comparison';

/** What happened to a title since a version. */
export type ContentSince = Pick<Since<ContentChange>, 'changes' | 'unread'>;

const UNASSIGNED = 'unassigned';

/** A change of a title's offers: the one it takes, the one it gives, or both. */
export interface OfferSwap {
  readonly verb: 'Assign' | 'Unassign' | 'Move';
  readonly taken: OfferRef | null;
  readonly given: AssignmentData | null;
}

/**
 * The rows of a change of a title's offers.
 *
 * @param result the change that would be made, `null` when there is none
 * @param assigned the title's offers now
 */
export function offerRows(
  { verb, taken, given }: OfferSwap,
  result: ProposedContentChange | null,
  assigned: readonly AssignmentData[],
  since: ContentSince,
): ConflictRow<never>[] {
  const mine = given === null ? UNASSIGNED : assignmentWords(given);
  const has = (ref: OfferRef) => assigned.some((one) => sameRef(refOfAssignment(one), ref));
  const before = taken === null ? null : takenWords(taken, assigned, since);
  const isDone = given !== null && has(refOfAssignment(given));
  const now = taken === null ? (isDone ? mine : null) : has(taken) ? before : UNASSIGNED;
  const inOne = (words: string | null) => (words === null ? null : { other: words });
  const rows = fieldRows(
    { other: verb },
    {
      before: inOne(before),
      mine: { other: mine },
      now: inOne(now),
      result: inOne(result === null ? null : resultWords(result)),
      disputed: [],
    },
  );
  const own = [
    ...(taken === null ? [] : [taken]),
    ...(given === null ? [] : [given].map(refOfAssignment)),
  ];
  const returning = result?.kind === 'assignment-moved' ? [refOfAssignment(result.to)] : [];
  return [
    ...rows,
    ...otherRows(
      since.changes.flatMap((change) => elsewhere(change, own, returning)),
      since.unread,
    ),
  ];
}

/** An offer that is to go: as the title has it, or had it before somebody else took it. */
function takenWords(
  ref: OfferRef,
  assigned: readonly AssignmentData[],
  since: ContentSince,
): string {
  const known = [...assigned, ...since.changes.flatMap((change) => assignmentsIn(change).taken)];
  const found = known.find((one) => sameRef(refOfAssignment(one), ref));
  return found === undefined ? `The offer of ${formatDay(ref.startsOn)}` : assignmentWords(found);
}

function resultWords(change: ProposedContentChange): string | null {
  switch (change.kind) {
    case 'offer-assigned':
      return assignmentWords(change.assignment);
    case 'offers-unassigned':
      return UNASSIGNED;
    case 'assignment-moved':
      return assignmentWords(change.to);
    case 'title-taken-down':
      return describeTakedown(change.takedown);
    case 'title-brought-back':
      return describeReturn(change.before, change.from);
    case 'title-closed':
    case 'title-reopened':
      return describeContentChange(change);
    case 'content-corrected':
      return null;
  }
}

/**
 * The rows of a takedown, or of the end of one.
 *
 * @param result the change that would be made, `null` when there is none
 * @param takedowns the title's takedowns now
 */
export function takedownRows(
  intent: TakedownIntent,
  result: ProposedContentChange | null,
  takedowns: readonly TakedownData[],
  since: ContentSince,
): ConflictRow<never>[] {
  const inOne = (words: string | null) => (words === null ? null : { other: words });
  const final = inOne(result === null ? null : resultWords(result));
  const others = otherRows(
    since.changes.flatMap((change) => elsewhere(change, [], [])),
    since.unread,
  );
  if (intent.kind === 'take-down') {
    const { startsOn, ...places } = intent.plan;
    const mine = describeTakedown({ ...places, number: 0, days: { startsOn, endsOn: null } });
    const compared = { before: null, mine: { other: mine }, now: null, result: final };
    return [...fieldRows({ other: 'Take down' }, { ...compared, disputed: [] }), ...others];
  }
  const known = [...takedowns, ...since.changes.flatMap(takedownsIn)];
  const named = known.find(({ number }) => number === intent.takedown);
  const now = takedowns.find(({ number }) => number === intent.takedown);
  const back = `Brought back from ${formatDay(isoDate(intent.from))}`;
  const compared = {
    before: inOne(named === undefined ? null : describeTakedown(named)),
    mine: { other: named === undefined ? back : describeReturn(named, intent.from) },
    now: inOne(now === undefined ? BACK : describeTakedown(now)),
  };
  return [
    ...fieldRows({ other: 'Bring back' }, { ...compared, result: final, disputed: [] }),
    ...others,
  ];
}

/**
 * The rows of a title that leaves the catalog or comes back.
 *
 * @param result the change that would be made, `null` when there is none
 * @param closing why it is out of the catalog now; `null` while it is in it
 */
export function closingRows(
  intent: ClosingIntent,
  result: ProposedContentChange | null,
  closing: TitleClosing | null,
  since: ContentSince,
): ConflictRow<never>[] {
  const words = (state: TitleClosing | null) =>
    state === null ? 'in the catalog' : describeClosing(state);
  const first = since.changes.find(
    ({ kind }) => kind === 'title-closed' || kind === 'title-reopened',
  );
  const before =
    first === undefined ? closing : first.kind === 'title-reopened' ? first.closing : null;
  const rows = fieldRows(
    { other: intent.kind === 'reopen' ? 'Bring back' : CLOSING[intent.closing.kind] },
    {
      before: { other: words(before) },
      mine: { other: words(intent.kind === 'reopen' ? null : intent.closing) },
      now: { other: words(closing) },
      result: result === null ? null : { other: resultWords(result) ?? NONE },
      disputed: [],
    },
  );
  return [
    ...rows,
    ...otherRows(
      since.changes.flatMap((change) => elsewhere(change, [], [])),
      since.unread,
    ),
  ];
}

const CLOSING = { retired: 'Retire', void: 'Void' } as const;

const BACK = 'brought back';

/** The takedown that a change began or ended, as it was before. */
function takedownsIn(change: ContentChange): readonly TakedownData[] {
  return change.kind === 'title-brought-back' ? [change.before] : [];
}

/**
 * What another change did to the title, except to the offers that the command is about.
 *
 * @param returning the offers that the result gives back
 */
export function elsewhere(
  change: ContentChange,
  own: readonly OfferRef[],
  returning: readonly OfferRef[],
): OtherChange[] {
  if (change.kind === 'content-corrected')
    return [{ label: 'Details', theirs: describeContentChange(change) }];
  return change.kind === 'title-taken-down' || change.kind === 'title-brought-back'
    ? [{ label: 'Takedown', theirs: describeContentChange(change) }]
    : change.kind === 'title-closed' || change.kind === 'title-reopened'
      ? [{ label: 'Catalog', theirs: describeContentChange(change) }]
      : offersChanged(change, own, returning);
}

function offersChanged(
  change: ContentChange,
  own: readonly OfferRef[] = [],
  returning: readonly OfferRef[] = [],
): OtherChange[] {
  const isOneOf = (refs: readonly OfferRef[], one: AssignmentData) =>
    refs.some((ref) => sameRef(ref, refOfAssignment(one)));
  const others = (assignments: readonly AssignmentData[]) =>
    assignments.filter((one) => !isOneOf(own, one));
  const { taken, given } = assignmentsIn(change);
  return [
    ...others(taken).map((one) => ({
      label: 'Unassigned',
      theirs: assignmentWords(one),
      result: isOneOf(returning, one) ? 'assigned again' : 'stays unassigned',
    })),
    ...others(given).map((one) => ({ label: 'Assigned', theirs: assignmentWords(one) })),
  ];
}
