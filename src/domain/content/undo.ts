import type { StoryLine as Line } from '../standing';
import type { ProposedContentChange } from './conflict';
import type { AssignmentData, ContentChange } from './content-change';
import { standing } from '../standing';
import { ContentDetails } from './content-details';

/** The part of a title's history entry that undo needs. */
export type TitleStoryLine = Line<ContentChange>;

/** The changes of a title that are still in effect: see `standing`. */
export function standingTitleChanges<Entry extends TitleStoryLine>(
  history: readonly Entry[],
): readonly Entry[] {
  return standing<ContentChange, Entry>(history, takesBack);
}

/**
 * The change that takes one back, as one command makes it; `null` for what no command on the title takes back: its
 * registration, what came with a change of its licenses, and several offers that it lost at once.
 */
export function inverseTitleChange(change: ContentChange): ProposedContentChange | null {
  switch (change.kind) {
    case 'content-registered':
    case 'offers-reassigned':
      return null;
    case 'content-corrected':
      return { kind: 'content-corrected', before: change.after, after: change.before };
    case 'offer-assigned':
      return { kind: 'offers-unassigned', assignments: [change.assignment] };
    case 'offers-unassigned': {
      const [assignment, ...others] = change.assignments;
      if (assignment === undefined || others.length > 0) return null;
      return { kind: 'offer-assigned', assignment };
    }
    case 'assignment-moved':
      return { kind: 'assignment-moved', from: change.to, to: change.from };
    case 'title-taken-down': {
      const { takedown } = change;
      const from = takedown.days.startsOn;
      return { kind: 'title-brought-back', before: takedown, from, after: null };
    }
    case 'title-brought-back': {
      const { before, from } = change;
      const { startsOn, endsOn } = before.days;
      // A takedown that people begin has no end.
      if (endsOn !== null) return null;
      const days = { startsOn: from > startsOn ? from : startsOn, endsOn };
      return { kind: 'title-taken-down', takedown: { ...before, days } };
    }
    case 'title-closed': {
      const { closing, assignments } = change;
      // A title comes back with offers only (C1).
      return assignments.length === 0 ? null : { kind: 'title-reopened', closing, assignments };
    }
    case 'title-reopened':
      return { ...change, kind: 'title-closed' };
  }
}

/** Whether a change is the inverse of the one before it, however it was made. */
function takesBack(change: ContentChange, earlier: ContentChange): boolean {
  const back = inverseTitleChange(earlier);
  return back !== null && back.kind === change.kind && canonical(back) === canonical(change);
}

/**
 * The same text for changes of the same effect: an assignment is named by its offer’s license and first day, and the number of
 * a takedown that is made again is another one.
 */
function canonical(change: ContentChange): string {
  switch (change.kind) {
    case 'content-registered':
    case 'offers-reassigned':
      return '';
    case 'content-corrected':
      return JSON.stringify([details(change.before), details(change.after)]);
    case 'offer-assigned':
      return refs([change.assignment]);
    case 'offers-unassigned':
      return refs(change.assignments);
    case 'assignment-moved':
      return `${refs([change.from])} ${refs([change.to])}`;
    case 'title-taken-down': {
      const { days, territories, rightsTypes, reason } = change.takedown;
      return JSON.stringify([days.startsOn, days.endsOn, territories, rightsTypes, reason]);
    }
    case 'title-brought-back':
      return JSON.stringify([change.before.number, change.after?.days.endsOn ?? null]);
    case 'title-closed':
    case 'title-reopened': {
      const { kind, reason } = change.closing;
      return JSON.stringify([kind, reason, refs(change.assignments)]);
    }
  }
}

function refs(assignments: readonly AssignmentData[]): string {
  return assignments
    .map(({ licenseId, offer }) => `${licenseId} ${offer.window.startsOn}`)
    .sort()
    .join();
}

function details(data: Parameters<typeof ContentDetails.stored>[0]): string {
  return JSON.stringify(ContentDetails.stored(data).toData());
}
