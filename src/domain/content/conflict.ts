import type { Choices, Dispute, FieldOf } from '../conflict/merge';
import type { Trial, Verdict } from '../conflict/verdict';
import type { Content } from './content';
import type { ContentChange } from './content-change';
import type { ContentDetailsData } from './content-details';
import { settleCorrection } from '../conflict/merge';
import { judgeMerged, tried } from '../conflict/verdict';
import { hasCode } from '../errors';

/** A change of a title that one command can make after its registration. */
export type ProposedContentChange = Exclude<
  ContentChange,
  { kind: 'content-registered' | 'offers-reassigned' }
>;

/** The part of `ProposedContentChange` that changes what a title is known by. */
export type ContentCorrection = Extract<ContentChange, { kind: 'content-corrected' }>;

/**
 * Judges a correction made against an older version of a title.
 *
 * @param mine the details as the person wants them, in canonical form
 * @param latest makes the title as it is now, a fresh copy each time
 * @param base the details at the older version
 */
export function judgeCorrection(
  mine: ContentDetailsData,
  latest: () => Content,
  base: ContentDetailsData,
): Verdict<ContentCorrection, FieldOf<ContentDetailsData>> {
  const now = latest().details.toData();
  return judgeMerged(
    [spelled(base), spelled(mine), spelled(now)],
    (after): ContentCorrection => ({ kind: 'content-corrected', before: now, after }),
    (correction) =>
      tried(correction, () => {
        const title = latest();
        title.correct(correction.after);
        return title.change === null ? null : correction;
      }),
  );
}

/** Properties in one order, however they were stored, so that equal details compare equal. */
function spelled(details: ContentDetailsData): ContentDetailsData {
  const identifiers = details.identifiers.map(({ scheme, value }) => ({ scheme, value }));
  return { ...details, identifiers };
}

/** Something done to a title's offers or takedowns. */
export type TitleAct = (title: Content) => void;

/**
 * Judges a change of a title's offers or takedowns on its latest version.
 *
 * @param latest makes the title as it is now, a fresh copy each time
 * @param instead what can be done instead of taking the only offer (C1), the nearest first
 */
export function judgeAct(
  act: TitleAct,
  latest: () => Content,
  instead: readonly TitleAct[],
): Trial<ProposedContentChange, TitleAct> {
  return tried(
    act,
    (one) => {
      const title = latest();
      one(title);
      const { change } = title;
      if (change?.kind === 'content-registered' || change?.kind === 'offers-reassigned')
        throw new Error('Explained commands neither register nor reassign.');
      return change;
    },
    (reason) => (hasCode(reason, 'last-assignment') ? instead : []),
  );
}

/** Decides a disputed correction, each field as it was chosen; nothing else of a title is ever disputed. */
export function settle(
  { fields, yours, theirs }: Dispute<ProposedContentChange, FieldOf<ContentDetailsData>>,
  choices: Choices,
): ProposedContentChange {
  return yours.kind === 'content-corrected' && theirs.kind === 'content-corrected'
    ? settleCorrection({ fields, yours, theirs }, choices)
    : yours;
}
