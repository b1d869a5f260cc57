import * as z from 'zod';
import type { Route } from '../routes';
import { MAX_LICENSES } from '../../src/service/license/close-license';
import { BulkPlan } from '../../src/wire/bulk';
import { Id, Version } from '../../src/wire/identity';
import { Day } from '../../src/wire/window';
import { Saved } from '../document/schemas';
import { changesSeveral, tries } from '../routes';

const LicenseAtVersion = z.strictObject({ licenseId: Id, version: Version.min(1) });
const BulkChange = z
  .strictObject({
    plan: BulkPlan,
    licenses: z.array(LicenseAtVersion).min(1).max(MAX_LICENSES).readonly(),
  })
  .meta({ id: 'BulkChange' });
const ChangedLicenses = z
  .strictObject({ licenses: z.array(Saved).readonly() })
  .meta({ id: 'ChangedLicenses' });
const UndoBulkChange = z
  .strictObject({ licenses: z.array(Saved).min(1).max(MAX_LICENSES).readonly() })
  .meta({ id: 'UndoBulkChange', description: 'The answer of `changeLicenses`, as it was.' });

const count = (description: string) => z.int().meta({ description });
const BulkEffect = z
  .strictObject({
    changes: z.array(LicenseAtVersion).readonly().meta({
      description: 'The licenses that would change, as `changeLicenses` takes them.',
    }),
    offers: count('How many of their offers would change.'),
    same: count('How many licenses would stay as they are.'),
    onTiers: count('How many chosen offers stay because their prices are tiers.'),
    blocked: z
      .array(
        z.strictObject({
          code: z.string().meta({
            description: 'The cause: the code of a refusal, or `stale` for a newer version.',
          }),
          all: z.array(LicenseAtVersion).readonly().meta({
            description: 'All licenses of this cause, at their latest versions.',
          }),
          named: z
            .array(z.strictObject({ licenseId: Id, name: z.string(), reason: z.string() }))
            .readonly()
            .meta({ description: 'The first of them by name.' }),
        }),
      )
      .readonly(),
    samples: z
      .array(
        z.strictObject({
          licenseId: Id,
          license: z.string(),
          offer: z.string().nullable(),
          before: z.string(),
          after: z.string(),
        }),
      )
      .readonly(),
    titles: z
      .strictObject({
        releasedTitles: count('Titles that lose an offer.'),
        darkTitles: count('Titles that go dark somewhere.'),
        retiredTitles: count('Titles that have no other offer and are retired.'),
      })
      .nullable()
      .meta({ description: 'What an end takes from titles; null for any other change.' }),
  })
  .meta({ id: 'BulkEffect' });

type Given = z.output<typeof BulkChange>['licenses'];
const expected = (licenses: Given) =>
  licenses.map(({ licenseId, version }) => ({ licenseId, expectedVersion: version }));
const given = (licenses: ReturnType<typeof expected>) =>
  licenses.map(({ licenseId, expectedVersion: version }) => ({ licenseId, version }));

export const BULK_ROUTES: readonly Route[] = [
  changesSeveral('change-licenses', {
    tag: 'Licenses',
    path: '/bulk-changes',
    operationId: 'changeLicenses',
    summary:
      'Make one kind of change on up to 1,000 licenses, all or nothing. The body names each license’s version.',
    body: BulkChange,
    input: ({ body: { plan, licenses } }) => ({ plan, licenses: expected(licenses) }),
    answer: ChangedLicenses,
    of: 'The licenses that changed.',
    told: ({ changed: licenses }) => ({ licenses }),
  }),
  changesSeveral('undo-licenses', {
    tag: 'Licenses',
    path: '/bulk-changes/undo',
    operationId: 'undoBulkChange',
    summary: 'Undo a bulk change, all or nothing. The body is what that answered.',
    body: UndoBulkChange,
    input: ({ body: { licenses } }) => ({
      licenses: licenses.map(({ id, version }) => ({ licenseId: id, expectedVersion: version })),
    }),
    answer: ChangedLicenses.meta({ id: 'RevertedLicenses' }),
    of: 'The licenses, as before.',
    told: ({ changed: licenses }) => ({ licenses }),
  }),
  tries('preview-licenses-change', {
    tag: 'Licenses',
    path: '/bulk-changes/trial',
    operationId: 'previewBulkChange',
    summary:
      'Preview a bulk change: which licenses would change, and which are blocked by what. Nothing is changed, so no key is required.',
    body: BulkChange.extend({
      today: Day.meta({ description: 'Titles that went dark before this day are not counted.' }),
    }).meta({ id: 'BulkTrial' }),
    input: ({ body: { licenses, ...body } }) => ({ ...body, licenses: expected(licenses) }),
    answer: BulkEffect,
    of: 'What it would do.',
    told: ({ bulk: { changes, blocked, ...bulk } }) => ({
      ...bulk,
      changes: given([...changes]),
      blocked: blocked.map(({ all, ...group }) => ({ ...group, all: given([...all]) })),
    }),
  }),
];
