import * as z from 'zod';
import type { TitleClosing } from '../../src/domain/closing';
import type { Route } from '../routes';
import { MAX_LICENSES } from '../../src/service/license/close-license';
import { byId } from '../operation';
import { changes, changesSeveral, saved, tries } from '../routes';
import { ContractWithLicenses } from './contracts';
import { LicenseClosingPlan, reasonOfClosing } from '../../src/wire/license/closing';
import { Id, Version } from '../../src/wire/identity';
import { ChosenOffer } from '../../src/wire/license/offer';
import { Day } from '../../src/wire/window';
import { ClosingEffect, TitleClosingEffect, today } from '../document/effects';
import { Saved } from '../document/schemas';

const reason = reasonOfClosing;
const LastDay = Day.meta({
  description: 'The last day of the license, inclusive. It can be in the past.',
});
const End = z.strictObject({ lastDay: LastDay, reason }).meta({ id: 'End' });
const Reason = z.strictObject({ reason }).meta({ id: 'Reason' });
const ComeBack = z
  .strictObject({
    offers: z.array(ChosenOffer).min(1).readonly(),
  })
  .meta({ id: 'ComeBack' });

const LicenseAtVersion = z.strictObject({ licenseId: Id, version: Version.min(1) });
const Closing = z
  .strictObject({
    plan: LicenseClosingPlan,
    licenses: z.array(LicenseAtVersion).min(1).max(MAX_LICENSES).readonly(),
  })
  .meta({ id: 'Closing' });
const ContractVoiding = z
  .strictObject({
    reason,
    licenses: z.array(LicenseAtVersion).max(MAX_LICENSES).readonly().optional().meta({
      description: 'The licenses that become void with it: all of its licenses that are not void.',
    }),
  })
  .meta({ id: 'ContractVoiding' });
const TitleClosingTrial = z
  .strictObject({ reason, version: Version.min(1), today })
  .meta({ id: 'TitleClosingTrial' });
const ContractReturn = z
  .strictObject({
    withLicenses: z.boolean().optional().meta({
      description:
        'Whether the licenses that became void with it come back, too. All of them, or nothing is saved.',
    }),
  })
  .meta({ id: 'ContractReturn' });
const ClosedLicenses = z
  .strictObject({ licenses: z.array(Saved).readonly() })
  .meta({ id: 'ClosedLicenses' });

const ReopenedLicenses = ClosedLicenses.meta({ id: 'ReopenedLicenses' });
/** The answer to a closing, to be sent back. */
const ReopenLicenses = z
  .strictObject({ licenses: z.array(Saved).min(1).max(MAX_LICENSES).readonly() })
  .meta({ id: 'ReopenLicenses', description: 'The answer of `closeLicenses`, as it was.' });

const onLicense = { tag: 'Licenses', params: byId };
const onContent = { tag: 'Content', params: byId };
const onContract = { tag: 'Contracts', params: byId };
const expected = (licenses: z.output<typeof Closing>['licenses']) =>
  licenses.map(({ licenseId, version }) => ({ licenseId, expectedVersion: version }));

export const CLOSING_ROUTES: readonly Route[] = [
  changes('close-license', {
    ...onLicense,
    path: '/licenses/{id}/end',
    operationId: 'endLicense',
    summary: 'End a license after a day. Titles without another offer are retired.',
    body: End,
    bodyIs: 'plan',
    input: ({ param, expectedVersion, body }) => ({
      ...{ licenseId: param.id, expectedVersion, plan: { kind: 'ended', ...body } },
    }),
    ...saved('The ended license.'),
  }),
  changes('close-license', {
    ...onLicense,
    path: '/licenses/{id}/void',
    operationId: 'voidLicense',
    summary: 'Make a license void that was recorded by mistake. Its offers are withdrawn.',
    body: Reason,
    bodyIs: 'plan',
    input: ({ param, expectedVersion, body }) => ({
      ...{ licenseId: param.id, expectedVersion, plan: { kind: 'void', ...body } },
    }),
    ...saved('The void license.'),
  }),
  changesSeveral('close-licenses', {
    tag: 'Licenses',
    path: '/closings',
    operationId: 'closeLicenses',
    summary: 'End or void several licenses, all or nothing. The body names each license’s version.',
    body: Closing,
    input: ({ body: { plan, licenses } }) => ({ plan, licenses: expected(licenses) }),
    answer: ClosedLicenses,
    of: 'The closed licenses.',
    told: ({ closed: licenses }) => ({ licenses }),
  }),
  changesSeveral('reopen-licenses', {
    tag: 'Licenses',
    path: '/closings/undo',
    operationId: 'undoClosings',
    summary:
      'Undo the closing of several licenses, all or nothing, with what it took from titles. The body is what that answered.',
    body: ReopenLicenses,
    input: ({ body: { licenses } }) => ({
      licenses: licenses.map(({ id, version }) => ({ licenseId: id, expectedVersion: version })),
    }),
    answer: ReopenedLicenses,
    of: 'The licenses, as before.',
    told: ({ reopened: licenses }) => ({ licenses }),
  }),
  tries('preview-closing', {
    tag: 'Licenses',
    path: '/closings/trial',
    operationId: 'previewClosing',
    summary: 'Preview what closing licenses does. Nothing is changed, so no key is required.',
    body: Closing.extend({ today }).meta({ id: 'ClosingTrial' }),
    input: ({ body: { licenses, ...body } }) => ({ ...body, licenses: expected(licenses) }),
    answer: ClosingEffect,
    of: 'What it does to offers and titles.',
    told: ({ closing }) => closing,
  }),
  changes('close-title', {
    ...onContent,
    path: '/content/{id}/retirement',
    operationId: 'retireTitle',
    summary: 'Retire a title: it leaves the catalog, and its assignments end.',
    body: Reason,
    input: ({ param, expectedVersion, body }) => ({
      ...{ contentId: param.id, expectedVersion, closing: { kind: 'retired', ...body } },
    }),
    ...saved('The retired title.'),
  }),
  triesTitle('retired', {
    path: '/content/{id}/retirement/trial',
    operationId: 'previewRetirement',
    summary: 'Preview what retiring a title does. Nothing is changed, so no key is required.',
  }),
  changes('close-title', {
    ...onContent,
    path: '/content/{id}/void',
    operationId: 'voidTitle',
    summary: 'Make a title void that was registered by mistake. Its assignments end.',
    body: Reason,
    input: ({ param, expectedVersion, body }) => ({
      ...{ contentId: param.id, expectedVersion, closing: { kind: 'void', ...body } },
    }),
    ...saved('The void title.'),
  }),
  triesTitle('void', {
    path: '/content/{id}/void/trial',
    operationId: 'previewVoidTitle',
    summary: 'Preview what making a title void does. Nothing is changed, so no key is required.',
  }),
  changes('reopen-title', {
    ...onContent,
    path: '/content/{id}/return',
    operationId: 'returnTitle',
    summary: 'Bring a retired or void title back to the catalog with offers.',
    body: ComeBack,
    input: ({ param, expectedVersion, body }) => ({
      ...{ contentId: param.id, expectedVersion, chosen: body.offers },
    }),
    ...saved('The title, back in the catalog.'),
  }),
  changes('close-contract', {
    ...onContract,
    path: '/contracts/{id}/void',
    operationId: 'voidContract',
    summary:
      'Make a contract void that was recorded by mistake, with its licenses. Titles without another offer are retired.',
    body: ContractVoiding,
    input: ({ param, expectedVersion, body: { reason, licenses = [] } }) => ({
      ...{ contractId: param.id, expectedVersion, reason, licenses: expected(licenses) },
    }),
    answer: ContractWithLicenses,
    of: 'The void contract.',
    told: ({ replayed: _, ...told }) => told,
  }),
  tries('preview-contract-closing', {
    ...onContract,
    path: '/contracts/{id}/void/trial',
    operationId: 'previewVoidContract',
    summary: 'Preview what making a contract void does. Nothing is changed, so no key is required.',
    body: ContractVoiding.extend({ version: Version.min(1), today }).meta({
      id: 'ContractVoidingTrial',
    }),
    input: ({ param, body: { version, licenses = [], ...body } }) => ({
      ...{ ...body, contractId: param.id, expectedVersion: version },
      licenses: expected(licenses),
    }),
    answer: ClosingEffect,
    of: 'What it does to licenses, offers and titles.',
    told: ({ closing }) => closing,
  }),
  changes('reopen-contract', {
    ...onContract,
    path: '/contracts/{id}/return',
    operationId: 'returnContract',
    summary: 'Bring a void contract back, alone or with the licenses that became void with it.',
    body: ContractReturn,
    input: ({ param, expectedVersion, body: { withLicenses = false } }) => ({
      ...{ contractId: param.id, expectedVersion, withLicenses },
    }),
    answer: ContractWithLicenses,
    of: 'The contract, in use.',
    told: ({ replayed: _, ...told }) => told,
  }),
];

/** A dry run of closing a title. */
function triesTitle(
  kind: TitleClosing['kind'],
  told: { readonly path: string; readonly operationId: string; readonly summary: string },
): Route {
  return tries('preview-title-closing', {
    ...onContent,
    ...told,
    body: TitleClosingTrial,
    bodyIs: 'closing',
    input: ({ param, body: { version, today: day, reason: why } }) => ({
      ...{ contentId: param.id, expectedVersion: version, today: day },
      closing: { kind, reason: why },
    }),
    answer: TitleClosingEffect,
    of: 'The offers that it loses, and where it goes dark.',
    told: ({ titleClosing }) => titleClosing,
  });
}
