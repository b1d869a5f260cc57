import * as z from 'zod';
import type { Route } from '../routes';
import { MAX_TITLES } from '../../src/service/content/title-at-version';
import { found } from './found';
import { titleAt } from './content';
import { asOf, byId } from '../operation';
import { changes, changesSeveral, reads, saved, tries } from '../routes';
import { Id, Version } from '../../src/wire/identity';
import { RightsType } from '../../src/wire/license/license-details';
import { Takedown, TakedownPlan } from '../../src/wire/content/takedown';
import { Territories } from '../../src/wire/territories';
import { Day, Window } from '../../src/wire/window';
import { Saved } from '../document/schemas';

const Takedowns = z
  .strictObject({
    contentId: Id,
    version: Version.meta({ description: 'The version of the title, for If-Match.' }),
    takedowns: z
      .array(Takedown)
      .readonly()
      .meta({ description: 'Oldest first, ended takedowns included.' }),
  })
  .meta({ id: 'Takedowns' });

const TakeDownTitles = z
  .strictObject({
    plan: TakedownPlan,
    titles: z
      .array(z.strictObject({ contentId: Id, version: Version.min(1) }))
      .min(1)
      .max(MAX_TITLES)
      .readonly(),
  })
  .meta({ id: 'TakeDownTitles' });

const TitlesTakenDown = z
  .strictObject({ titles: z.array(Saved).readonly() })
  .meta({ id: 'TitlesTakenDown' });

/** The answer to a takedown, to be sent back. */
const UndoTakedowns = z
  .strictObject({ titles: z.array(Saved).min(1).max(MAX_TITLES).readonly() })
  .meta({ id: 'UndoTakedowns', description: 'The answer of `takeDownTitles`, as it was.' });

const TakedownEffects = z
  .strictObject({
    effects: z
      .array(
        z.strictObject({
          contentId: Id,
          title: z.string(),
          lost: z
            .array(
              z.strictObject({
                rightsType: RightsType,
                territories: Territories,
                days: z.array(Window).readonly(),
              }),
            )
            .readonly()
            .meta({ description: 'The days on offer that the title would lose, by place.' }),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'TakedownEffects' });

const BringBack = z
  .strictObject({
    from: Day.meta({
      description:
        'The first day on which the title is back. On or before the first day of the takedown, the takedown never applied.',
    }),
  })
  .meta({ id: 'BringBack' });

const told = { tag: 'Content' };
const onContent = { ...told, path: '/content/{id}/takedowns', params: byId };
const expected = (titles: z.output<typeof TakeDownTitles>['titles']) =>
  titles.map(({ contentId, version }) => ({ contentId, expectedVersion: version }));

export const TAKEDOWN_ROUTES: readonly Route[] = [
  reads(
    {
      ...onContent,
      operationId: 'readTakedowns',
      summary:
        'Read the takedowns of a title, as it is now, at an earlier version or on an earlier day.',
      query: asOf,
      answer: Takedowns,
      of: 'Its takedowns.',
    },
    async ({ param: { id: contentId }, query }, { contentViews }) => {
      const title = await titleAt(contentViews(), contentId, query);
      const { version, takedowns } = found(title, 'title');
      return { contentId, version, takedowns };
    },
  ),
  changes('take-down-title', {
    ...onContent,
    operationId: 'takeDownTitle',
    summary: 'Take a title down from a day on. Its offers stay.',
    body: TakedownPlan,
    bodyIs: 'plan',
    input: ({ param, expectedVersion, body: plan }) => ({
      ...{ contentId: param.id, expectedVersion, plan },
    }),
    ...saved('The title, taken down.'),
  }),
  changes('bring-title-back', {
    ...told,
    path: '/content/{id}/takedowns/{number}/end',
    params: z.object({ id: Id, number: z.coerce.number().int().min(1) }),
    operationId: 'bringTitleBack',
    summary: 'End a takedown from a day on.',
    body: BringBack,
    input: ({ param: { id: contentId, number: takedown }, expectedVersion, body: { from } }) => ({
      ...{ contentId, expectedVersion, takedown, from },
    }),
    ...saved('The title, brought back.'),
  }),
  changesSeveral('take-down-titles', {
    ...told,
    path: '/takedowns',
    operationId: 'takeDownTitles',
    summary: 'Take several titles down, all or nothing. The body names each title’s version.',
    body: TakeDownTitles,
    input: ({ body: { plan, titles } }) => ({ plan, titles: expected(titles) }),
    answer: TitlesTakenDown,
    of: 'The titles, taken down.',
    told: ({ assigned: titles }) => ({ titles }),
  }),
  changesSeveral('undo-takedowns', {
    ...told,
    path: '/takedowns/undo',
    operationId: 'undoTakedowns',
    summary:
      'Undo the takedown of several titles, all or nothing: it never applied. The body is what that answered.',
    body: UndoTakedowns,
    input: ({ body: { titles } }) => ({
      titles: titles.map(({ id, version }) => ({ contentId: id, expectedVersion: version })),
    }),
    answer: TitlesTakenDown,
    of: 'The titles, as before.',
    told: ({ assigned: titles }) => ({ titles }),
  }),
  tries('preview-takedown', {
    ...told,
    path: '/takedowns/trial',
    operationId: 'previewTakedown',
    summary:
      'Preview what a takedown takes from titles. Nothing is changed, so no key is required.',
    body: TakeDownTitles,
    input: ({ body: { plan, titles } }) => ({ plan, titles: expected(titles) }),
    answer: TakedownEffects,
    of: 'The days that each title would lose.',
    told: ({ effects }) => ({ effects }),
  }),
];
