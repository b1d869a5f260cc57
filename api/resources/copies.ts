import * as z from 'zod';
import type { Route } from '../routes';
import { MAX_TITLES } from '../../src/service/content/title-at-version';
import { CopyPlan } from '../../src/wire/license/license-copy';
import { Id, Version } from '../../src/wire/identity';
import { Offer } from '../../src/wire/license/offer';
import { Day, Window } from '../../src/wire/window';
import { byId } from '../operation';
import { changesSeveral, copies, saved, tries } from '../routes';

const CopyLicense = CopyPlan.extend({
  ifTwin: z.enum(['ask', 'grant']).optional().meta({
    description:
      'With ask, a copy of what the contract grants already is refused with license-twin. Otherwise it is granted again.',
  }),
}).meta({ id: 'CopyLicense' });

const CopyTrial = CopyPlan.extend({
  version: Version.min(1).meta({ description: 'The version of the license that is copied.' }),
}).meta({ id: 'CopyTrial' });

const CopyEffect = z
  .strictObject({
    window: Window,
    offers: z
      .array(
        z.strictObject({
          from: Day.meta({ description: 'The first day of the offer that it is a copy of.' }),
          offer: Offer,
        }),
      )
      .readonly()
      .meta({ description: 'The offers that come along, as they would be on the copy.' }),
    titles: z.array(Id).max(MAX_TITLES).readonly().meta({
      description: 'The titles that come along, as `copyLicense` takes them.',
    }),
    blockedOffers: z
      .array(z.strictObject({ from: Day, name: z.string(), reason: z.string() }))
      .readonly()
      .meta({ description: 'The offers that cannot come along.' }),
    blockedTitles: z
      .int()
      .meta({ description: 'How many titles would have two prices at once (C2).' }),
    blocked: z
      .array(z.strictObject({ contentId: Id, title: z.string(), reason: z.string() }))
      .readonly()
      .meta({ description: 'The first of them by name.' }),
    twin: z
      .strictObject({ id: Id, name: z.string() })
      .nullable()
      .meta({ description: 'A license of the contract that grants the same already.' }),
    onOtherTiers: z.int().meta({
      description: 'How many offers name a price tier, which another studio’s table resolves then.',
    }),
  })
  .meta({ id: 'CopyEffect' });

const UndoCopy = z
  .strictObject({ version: Version.min(1) })
  .meta({ id: 'UndoCopy', description: 'The version that `copyLicense` answered.' });

const onLicense = { tag: 'Licenses', params: byId };

export const COPY_ROUTES: readonly Route[] = [
  copies('copy-license', {
    ...onLicense,
    path: '/licenses/{id}/copies',
    operationId: 'copyLicense',
    summary:
      'Grant a license like this one, with offers of it and for their titles, all or nothing: under another contract, for other territories, or on other days.',
    body: CopyLicense,
    bodyIs: 'plan',
    input: ({ param, expectedVersion, body: { ifTwin, ...plan }, newId }) => ({
      ...{ licenseId: param.id, expectedVersion, copyId: newId('license'), plan, ifTwin },
    }),
    ...saved('The copy.'),
    location: ({ id }) => `/licenses/${id}`,
  }),
  tries('preview-license-copy', {
    ...onLicense,
    path: '/licenses/{id}/copies/trial',
    operationId: 'previewLicenseCopy',
    summary:
      'Preview a copy: what it would have, and which offers and titles cannot come along and why. Nothing is changed, so no key is required.',
    body: CopyTrial,
    bodyIs: 'plan',
    input: ({ param, body: { version: expectedVersion, ...plan }, newId }) => ({
      ...{ licenseId: param.id, expectedVersion, copyId: newId('license'), plan },
    }),
    answer: CopyEffect,
    of: 'What it would be.',
    told: ({ copy: { version: _, ...copy } }) => copy,
  }),
  changesSeveral('undo-license-copy', {
    ...onLicense,
    path: '/licenses/{id}/copies/undo',
    operationId: 'undoLicenseCopy',
    summary:
      'Take a copy back, all or nothing: the license of this id, which is a copy, becomes void, and its titles lose what they got from it.',
    body: UndoCopy,
    input: ({ param, body: { version: expectedVersion } }) => ({
      ...{ licenseId: param.id, expectedVersion },
    }),
    ...saved('The void copy.'),
  }),
];
