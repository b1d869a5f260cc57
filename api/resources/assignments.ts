import * as z from 'zod';
import type { AssignedOffer } from '../../src/service/content/content-views';
import type { Route } from '../routes';
import { MAX_TITLES } from '../../src/service/content/title-at-version';
import { ContentPage, titleAt } from './content';
import { found } from './found';
import { asOf, byId } from '../operation';
import { changes, changesSeveral, reads, saved, tries } from '../routes';
import { page, paging } from './lists';
import { Id, Version } from '../../src/wire/identity';
import { ChosenOffer, GivenOffer } from '../../src/wire/license/offer';
import { Day, Window } from '../../src/wire/window';
import { Assigned } from '../../src/wire/content/title-change';
import { Saved } from '../document/schemas';

const oneAssignment = z.object({ id: Id, licenseId: Id, startsOn: Day });

const Assignments = z
  .strictObject({
    contentId: Id,
    version: Version.meta({ description: 'The version of the title, for If-Match.' }),
    assigned: z.array(Assigned).readonly().meta({ description: 'In date order.' }),
    coverage: z
      .array(Window)
      .readonly()
      .meta({ description: 'The days on which it is on offer anywhere.' }),
  })
  .meta({ id: 'Assignments' });

const AssignTitles = z
  .strictObject({
    offer: GivenOffer,
    titles: z
      .array(z.strictObject({ contentId: Id, version: Version.min(1) }))
      .min(1)
      .max(MAX_TITLES)
      .readonly(),
  })
  .meta({ id: 'AssignTitles' });

const TitlesAssigned = z
  .strictObject({
    assigned: z.array(Saved).readonly().meta({
      description:
        'The titles that were assigned. Titles that already had the offer are not included.',
    }),
  })
  .meta({ id: 'TitlesAssigned' });

/** The answer to an assignment to many titles, to be sent back with the offer that it was about. */
const UnassignTitles = z
  .strictObject({
    startsOn: Day.meta({ description: 'The first day of the offer.' }),
    assigned: z.array(Saved).min(1).max(MAX_TITLES).readonly().meta({
      description:
        'As `assignTitles` answered it, or with the versions that `tryUnassigning` found.',
    }),
  })
  .meta({ id: 'UnassignTitles' });

const TitlesUnassigned = z
  .strictObject({ titles: z.array(Saved).readonly() })
  .meta({ id: 'TitlesUnassigned' });

const TryAssigning = z
  .strictObject({ offer: GivenOffer, contentIds: z.array(Id).min(1).max(MAX_TITLES).readonly() })
  .meta({ id: 'TryAssigning' });

const TryUnassigning = z
  .strictObject({
    startsOn: Day.meta({ description: 'The first day of the offer.' }),
    contentIds: z.array(Id).min(1).max(MAX_TITLES).readonly(),
  })
  .meta({ id: 'TryUnassigning' });

const Trial = trialOf(['assigned', 'already', 'blocked']).meta({ id: 'Trial' });
const TrialWithout = trialOf(['unassigned', 'absent', 'blocked']).meta({ id: 'TrialWithout' });

const told = { tag: 'Assignments' };
const onContent = { ...told, path: '/content/{id}/assignments', params: byId };
const onAssignment = {
  ...told,
  path: '/content/{id}/assignments/{licenseId}/{startsOn}',
  params: oneAssignment,
};
const onLicense = { ...told, path: '/licenses/{id}/assignments', params: byId };

export const ASSIGNMENT_ROUTES: readonly Route[] = [
  reads(
    {
      ...onContent,
      operationId: 'readAssignments',
      summary:
        'The offers of a title. They change with their licenses, so the title’s version does not name them; of an earlier version, they are those before the next.',
      query: asOf,
      answer: Assignments,
      of: 'Its offers.',
    },
    async ({ param: { id: contentId }, query }, { contentViews }) => {
      const title = found(await titleAt(contentViews(), contentId, query), 'title');
      const { version, assigned, coverage } = title;
      return { contentId, version, assigned: assigned.map(assignedOf), coverage };
    },
  ),
  changes('assign-offer', {
    ...onContent,
    operationId: 'assignOffer',
    summary: 'Assign one more offer to a title.',
    body: ChosenOffer,
    bodyIs: 'chosen',
    input: ({ param, expectedVersion, body: chosen }) => ({
      contentId: param.id,
      expectedVersion,
      chosen,
    }),
    ...saved('The title with its new offer.'),
  }),
  changes('move-assignment', {
    ...onAssignment,
    method: 'put',
    operationId: 'moveAssignment',
    summary: 'Assign another offer in place of one, in one step.',
    body: ChosenOffer,
    bodyIs: 'to',
    input: ({ param: { id: contentId, ...from }, expectedVersion, body: to }) => ({
      ...{ contentId, expectedVersion, from, to },
    }),
    ...saved('The title with the replaced offer.'),
  }),
  changes('unassign-offer', {
    ...onAssignment,
    method: 'delete',
    operationId: 'unassignOffer',
    summary: 'Unassign an offer from a title.',
    input: ({ param: { id: contentId, ...assignment }, expectedVersion }) => ({
      ...{ contentId, expectedVersion, assignment },
    }),
    ...saved('The title without the offer.'),
  }),
  changesSeveral('assign-titles', {
    ...onLicense,
    operationId: 'assignTitles',
    summary:
      'Assign one offer to many titles, all or nothing. The body names each title’s version.',
    body: AssignTitles,
    bodyIs: 'chosen',
    input: ({ param: { id: licenseId }, body: { offer, titles } }) => ({
      chosen: { licenseId, offer },
      titles: titles.map(({ contentId, version }) => ({ contentId, expectedVersion: version })),
    }),
    answer: TitlesAssigned,
    of: 'The assigned titles.',
    told: ({ assigned }) => ({ assigned }),
  }),
  changesSeveral('unassign-titles', {
    ...onLicense,
    path: '/licenses/{id}/assignments/undo',
    operationId: 'undoAssignTitles',
    summary:
      'Take one offer from many titles, all or nothing: what undoes its assignment, when the body has what that answered.',
    body: UnassignTitles,
    input: ({ param: { id: licenseId }, body: { startsOn, assigned } }) => ({
      assignment: { licenseId, startsOn },
      titles: assigned.map(({ id, version }) => ({ contentId: id, expectedVersion: version })),
    }),
    answer: TitlesUnassigned,
    of: 'The titles without the offer.',
    told: ({ assigned: titles }) => ({ titles }),
  }),
  tries('try-assigning', {
    ...onLicense,
    path: '/licenses/{id}/assignments/trial',
    operationId: 'tryAssigning',
    summary: 'Preview the assignment for each title. Nothing is changed, so no key is required.',
    body: TryAssigning,
    bodyIs: 'chosen',
    input: ({ param: { id: licenseId }, body: { offer, contentIds } }) => ({
      chosen: { licenseId, offer },
      contentIds,
    }),
    answer: Trial,
    of: 'The result for each title.',
    told: ({ titles }) => ({ titles }),
  }),
  tries('try-unassigning', {
    ...onLicense,
    path: '/licenses/{id}/assignments/undo/trial',
    operationId: 'tryUnassigning',
    summary:
      'Preview for each title what taking the offer from it would do. Nothing is changed, so no key is required.',
    body: TryUnassigning,
    input: ({ param: { id: licenseId }, body: { startsOn, contentIds } }) => ({
      assignment: { licenseId, startsOn },
      contentIds,
    }),
    answer: TrialWithout,
    of: 'The result for each title.',
    told: ({ titles }) => ({ titles }),
  }),
  reads(
    {
      ...onLicense,
      operationId: 'listAssignedTitles',
      summary: 'List the titles that have an offer of a license, or one specific offer.',
      query: z.strictObject({
        startsOn: Day.optional().meta({ description: 'The first day of the specific offer.' }),
        ...paging,
      }),
      answer: ContentPage,
      of: 'A page of titles.',
    },
    async (
      { param: { id: licenseId }, query: { limit: pageSize, ...query } },
      { contentViews, licenseViews },
    ) => {
      found(await licenseViews().license(licenseId), 'license');
      return page(await contentViews().assignedTo({ licenseId, ...query, pageSize }));
    },
  ),
];

function assignedOf({ licenseId, licenseName, offer }: AssignedOffer) {
  return { licenseId, licenseName, offer };
}

/** What would become of each title. */
function trialOf<const Outcomes extends readonly string[]>(outcomes: Outcomes) {
  const title = z.strictObject({
    contentId: Id,
    title: z.string(),
    version: Version,
    outcome: z.enum(outcomes),
    reason: z.string().nullable(),
  });
  return z.strictObject({ titles: z.array(title).readonly() });
}
