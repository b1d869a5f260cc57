import type { LanguagesData } from '../../domain/values/languages';
import type { FieldOf } from '../../domain/conflict/merge';
import type { LicensedOffer, OfferRef } from '../../domain/content/clash';
import type { TitleAct, ProposedContentChange } from '../../domain/content/conflict';
import type { ContentDetailsData } from '../../domain/content/content-details';
import type { IsoDate } from '../../domain/values/date-range';
import type { OfferData } from '../../domain/license/offer';
import type { ContentConflict } from '../conflict/conflict';
import type { ContentView, ContentViews } from './content-views';
import type { LicenseView, LicenseViews } from '../license/license-views';
import type { ClosingIntent, ContentIntent, OfferIntent, TakedownIntent } from './content-intent';
import { judgeCorrection, judgeAct } from '../../domain/content/conflict';
import { Content } from '../../domain/content/content';
import type { ContentChange } from '../../domain/content/content-change';
import { closedName } from '../../domain/closing';
import {
  assignmentsIn,
  assignmentWords,
  describeContentChange,
  withLicenseNames,
} from '../../domain/content/content-change';
import { describeReturn, describeTakedown } from '../../domain/content/takedown';
import { ContentDetails } from '../../domain/content/content-details';
import { LastAssignment } from '../../domain/content/content-errors';
import { OfferGone } from '../../domain/license/license-errors';
import { Offer } from '../../domain/license/offer';
import { DateRange, isoDate } from '../../domain/values/date-range';
import { formatSet } from '../../domain/values/format';
import { Languages } from '../../domain/values/languages';
import { rightsType } from '../../domain/values/rights-type';
import { territorySet } from '../../domain/values/territory';
import { explained } from '../conflict/conflict';
import { NotFound } from '../errors';
import type { ContentSince, OfferSwap } from './content-comparison';
import {
  closingRows,
  correctedRows,
  offerRows,
  parentNames,
  takedownRows,
} from './content-comparison';
import { Takedown } from '../../domain/content/takedown';

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
  const { act, instead, rowsOf } =
    intent.kind === 'take-down' || intent.kind === 'bring-back'
      ? takedownUnderstood(intent, view, since)
      : intent.kind === 'close' || intent.kind === 'reopen'
        ? await closingUnderstood(intent, view, since, licenses)
        : await offersUnderstood(intent, view, since, assigned, licenses, today);
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

/** How a command is done on the latest version, and how it is compared with what happened since. */
interface Understood {
  readonly act: TitleAct;
  /** What could be done instead of taking the only offer of the title. */
  readonly instead: readonly TitleAct[];
  /** The lines of the comparison, given the change that would be made; `null` when there is none. */
  readonly rowsOf: (result: ProposedContentChange | null) => ContentConflict['rows'];
}

function takedownUnderstood(
  intent: TakedownIntent,
  { takedowns }: ContentView,
  since: ContentSince,
): Understood {
  const act: TitleAct = (title) => {
    if (intent.kind === 'take-down') title.takeDown(intent.plan);
    else title.bringBack(intent.takedown, isoDate(intent.from));
  };
  return { act, instead: [], rowsOf: (result) => takedownRows(intent, result, takedowns, since) };
}

async function closingUnderstood(
  intent: ClosingIntent,
  { closing }: ContentView,
  since: ContentSince,
  licenses: ContentConflictViews['licenses'],
): Promise<Understood> {
  const rowsOf: Understood['rowsOf'] = (result) => closingRows(intent, result, closing, since);
  if (intent.kind === 'close')
    return {
      act: (title) => {
        title.close(intent.closing);
      },
      instead: [],
      rowsOf,
    };
  const chosen: { readonly license: LicenseView; readonly offer: OfferData }[] = [];
  for (const { licenseId, offer } of intent.chosen) {
    const license = await licenses.license(licenseId);
    if (license === null) throw new NotFound('license', licenseId);
    chosen.push({ license, offer });
  }
  return {
    act: (title) => {
      title.reopen(chosen.map(({ license, offer }) => chosenOffer(license, offer)));
    },
    instead: [],
    rowsOf,
  };
}

async function offersUnderstood(
  intent: OfferIntent,
  view: ContentView,
  since: ContentSince,
  assigned: readonly LicensedOffer[],
  licenses: ContentConflictViews['licenses'],
  today: IsoDate,
): Promise<Understood> {
  const { swap, ...rest } = await understood(intent, assigned, licenses, today);
  return { ...rest, rowsOf: (result) => offerRows(swap, result, view.assigned, since) };
}

interface UnderstoodSwap extends Pick<Understood, 'act' | 'instead'> {
  readonly swap: OfferSwap;
}

/** What a change of a title's offers takes and gives, and how it is done. */
async function understood(
  intent: OfferIntent,
  assigned: readonly LicensedOffer[],
  licenses: ContentConflictViews['licenses'],
  today: IsoDate,
): Promise<UnderstoodSwap> {
  if (intent.kind === 'unassign') {
    const { assignment } = intent;
    const others = await candidates(assignment, assigned, licenses, today);
    return {
      swap: { verb: 'Unassign', taken: assignment, given: null },
      act: (title) => {
        if (assigned.length === 1 && title.has(assignment))
          throw new LastAssignment(title.details.title, others);
        title.unassign([assignment]);
      },
      instead: others.map((other) => (title) => {
        title.move(assignment, other);
      }),
    };
  }
  const { licenseId, offer } = intent.kind === 'assign' ? intent.chosen : intent.to;
  const license = await licenses.license(licenseId);
  if (license === null) throw new NotFound('license', licenseId);
  const licenseName = closedName(license.details.name, license.closing ?? undefined);
  const given = { licenseId, licenseName, offer };
  if (intent.kind === 'assign')
    return {
      swap: { verb: 'Assign', taken: null, given },
      act: (title) => {
        title.assign(chosenOffer(license, offer));
      },
      instead: [],
    };
  return {
    swap: { verb: 'Move', taken: intent.from, given },
    act: (title) => {
      title.move(intent.from, chosenOffer(license, offer));
    },
    instead: [],
  };
}

/** The most offers proposed instead of the only one of a title. */
const MAX_CANDIDATES = 3;

/** What could take the place of the only offer of a title: others of its license that are not over. */
async function candidates(
  taken: OfferRef,
  assigned: readonly LicensedOffer[],
  licenses: ContentConflictViews['licenses'],
  today: IsoDate,
): Promise<readonly LicensedOffer[]> {
  const [only, ...more] = assigned;
  if (only === undefined || more.length > 0) return [];
  const license = await licenses.license(only.licenseId);
  if (license === null) return [];
  return license.offers
    .filter(({ window }) => window.startsOn !== taken.startsOn)
    .filter(({ window }) => window.endsOn === null || window.endsOn > today)
    .slice(0, MAX_CANDIDATES)
    .map((offer) => licensed(termsOf(license), offer));
}

/** The offer as its license has it now (C3). */
function chosenOffer(license: LicenseView, data: OfferData): LicensedOffer {
  const offer = Offer.of(data);
  if (!license.offers.some((other) => Offer.of(other).equals(offer))) throw new OfferGone(offer);
  return licensed(termsOf(license), data);
}

interface LicenseTerms {
  readonly id: string;
  readonly name: string;
  readonly rightsType: string;
  readonly territories: readonly string[];
  readonly formats: readonly string[] | null;
  readonly languages: LanguagesData;
}

function termsOf({ id, details }: LicenseView): LicenseTerms {
  const { rightsType: type, territories, formats, languages } = details.terms;
  return { id, name: details.name, rightsType: type, territories, formats, languages };
}

/** As the views have it; nothing is stored that rests on it, so the license's version does not matter. */
function licensed(license: LicenseTerms, offer: OfferData): LicensedOffer {
  return {
    licenseId: license.id,
    licenseVersion: 0,
    licenseName: license.name,
    rightsType: rightsType(license.rightsType),
    territories: territorySet(license.territories),
    formats: license.formats === null ? null : formatSet(license.formats),
    languages: Languages.of(license.languages),
    offer: Offer.of(offer),
  };
}
