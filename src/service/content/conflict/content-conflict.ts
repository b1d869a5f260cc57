import type { FieldOf } from '../../../domain/conflict/merge';
import type { ContentChange } from '../../../domain/content/content-change';
import type { ContentDetailsData } from '../../../domain/content/content-details';
import type { ProposedContentChange } from '../../../domain/content/conflict';
import type { IsoDate } from '../../../domain/values/date-range';
import type { ContentConflict } from '../../conflict/conflict';
import type { LicenseViews } from '../../license/license-views';
import type { ContentIntent } from './content-intent';
import type { ContentView, ContentViews } from '../content-views';
import { closedName } from '../../../domain/closing';
import { judgeAct, judgeCorrection } from '../../../domain/content/conflict';
import { Content } from '../../../domain/content/content';
import {
  assignmentsIn,
  assignmentWords,
  describeContentChange,
  withLicenseNames,
} from '../../../domain/content/content-change';
import { ContentDetails } from '../../../domain/content/content-details';
import { describeReturn, describeTakedown, Takedown } from '../../../domain/content/takedown';
import { DateRange } from '../../../domain/values/date-range';
import { explained } from '../../conflict/conflict';
import { NotFound } from '../../errors';
import { correctedRows, parentNames } from './details-comparison';
import { licensed, understood } from './understood-intent';

/** What conflicts of titles are explained from. */
export interface ContentConflictViews {
  readonly contents: Pick<ContentViews, 'contentSince' | 'content'>;
  readonly licenses: Pick<LicenseViews, 'license' | 'closings'>;
}

/**
 * Explains what a stale command means on the latest version, with what happened since it was made.
 *
 * @param expectedVersion the version the command was made against
 * @param today offers that are over by this day are not proposed
 * @throws NotFound, DomainError of the first detail that is not valid
 */
export async function explainContentConflict(
  contentId: string,
  expectedVersion: number,
  intent: ContentIntent,
  { contents, licenses }: ContentConflictViews,
  today: IsoDate,
): Promise<ContentConflict> {
  const found = await contents.contentSince(contentId, expectedVersion);
  if (found === null) throw new NotFound('content', contentId);
  const { entries, unread } = found;
  const { view, changes } = await markedClosed(found, licenses);
  const since = { changes, unread };
  const { details } = view;
  const assigned = view.assigned.map((one) =>
    licensed({ ...one, id: one.licenseId, name: one.licenseName }, one.offer),
  );
  const latest = () =>
    Content.reconstitute(
      view.id,
      view.version,
      ContentDetails.stored(details),
      assigned,
      view.takedowns.map(Takedown.of),
      view.closing,
    );
  const common = {
    id: contentId,
    madeAgainst: expectedVersion,
    latestVersion: view.version,
    entries,
    nameOf,
  };
  if (intent.kind === 'correct') {
    const mine = ContentDetails.of(intent.details).toData();
    const base = changes.find((change) => change.kind === 'content-corrected')?.before ?? details;
    const verdict = judgeCorrection(mine, latest, base);
    const names = await parentNames([base, mine, details], view, contents);
    const rows = correctedRows([base, mine, details], verdict, names, since);
    return { ...explained('content', { ...common, verdict }), rows, details };
  }
  const latestNow = { view, since, assigned, licenses, today };
  const { act, instead, rowsOf } = await understood(intent, latestNow);
  const verdict = judgeAct(act, latest, instead);
  const explanation = explained<'content', ProposedContentChange, FieldOf<ContentDetailsData>>(
    'content',
    { ...common, verdict },
  );
  const [way] = explanation.ways;
  return { ...explanation, rows: rowsOf(way?.change ?? null), details };
}

/** The same with licenses that are closed by now named so. */
async function markedClosed(
  { view, changes }: { readonly view: ContentView; readonly changes: readonly ContentChange[] },
  licenses: ContentConflictViews['licenses'],
): Promise<{ readonly view: ContentView; readonly changes: readonly ContentChange[] }> {
  const told = changes.map(assignmentsIn).flatMap(({ taken, given }) => [...taken, ...given]);
  const closings = await licenses.closings(
    [...view.assigned, ...told].map(({ licenseId }) => licenseId),
  );
  const nameOfLicense = (id: string, name: string) => closedName(name, closings[id]);
  return {
    view: {
      ...view,
      assigned: view.assigned.map((one) => ({
        ...one,
        licenseName: nameOfLicense(one.licenseId, one.licenseName),
      })),
    },
    changes: changes.map((change) => withLicenseNames(change, nameOfLicense)),
  };
}

/** A way in words: what it puts where. */
function nameOf(change: ProposedContentChange): string {
  switch (change.kind) {
    case 'content-corrected':
      return change.after.title;
    case 'offer-assigned':
      return assignmentWords(change.assignment);
    case 'offers-unassigned':
      return change.assignments.map(assignmentWords).join(', ');
    case 'assignment-moved': {
      const { name, window } = change.to.offer;
      return `${name}, ${DateRange.of(window.startsOn, window.endsOn).toString()}`;
    }
    case 'title-taken-down':
      return describeTakedown(change.takedown);
    case 'title-brought-back':
      return describeReturn(change.before, change.from);
    case 'title-closed':
    case 'title-reopened':
      return describeContentChange(change);
  }
}
