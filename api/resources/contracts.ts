import * as z from 'zod';
import type { ContractRow } from '../../src/service/contract/contract-views';
import type { Route } from '../routes';
import { byId } from '../operation';
import { changes, creates, reads, readsVersion, saved } from '../routes';
import { found } from './found';
import { page, pageOf, paging } from './lists';
import { ContractClosing } from '../../src/wire/license/closing';
import { contractParts } from '../../src/wire/contract-details';
import { Id, Version } from '../../src/wire/identity';
import { LicenseDetails } from '../../src/wire/license/license-details';
import { GivenOffer } from '../../src/wire/license/offer';
import { anyOf, Saved, Searched } from '../document/schemas';

const identity = { id: Id, version: Version };
const closing = ContractClosing.nullable().meta({
  description: 'Why it is void; null while it is in use.',
});
const Contract = z
  .strictObject({ ...identity, ...contractParts, closing })
  .meta({ id: 'Contract' });
const ContractSummary = z
  .strictObject({
    ...identity,
    ...contractParts,
    closing,
    licenses: z.int(),
    current: z.int().meta({ description: 'Licenses whose window contains today.' }),
    nextEnd: z.string().nullable().meta({
      format: 'date',
      description: 'The first end ahead among its licenses, exclusive; null when none ends.',
    }),
  })
  .meta({ id: 'ContractSummary' });

const MAX_LICENSES = 100;
const MAX_OFFERS = 100;

const CorrectContract = z
  .strictObject({
    ...contractParts,
    closing: ContractClosing.nullable()
      .optional()
      .meta({ description: 'As it was read. It changes nothing.' }),
  })
  .meta({ id: 'CorrectContract' });

const LicenseToGrant = z
  .strictObject({
    details: LicenseDetails,
    offers: z.array(GivenOffer).max(MAX_OFFERS).readonly().optional().meta({
      description: 'At their windows. They are a part of version 1 of the license.',
    }),
  })
  .meta({ id: 'LicenseToGrant' });

const RecordContract = z
  .strictObject({
    ...contractParts,
    licenses: z.array(LicenseToGrant).max(MAX_LICENSES).readonly().optional().meta({
      description: 'Granted under the contract in the same step: all of it is saved, or nothing.',
    }),
  })
  .meta({ id: 'RecordContract' });

// Not by `extend`: the document would then say that both halves forbid each other's fields.
export const ContractWithLicenses = z
  .strictObject({
    ...Saved.shape,
    licenses: z
      .array(Saved)
      .readonly()
      .optional()
      .meta({ description: 'The licenses that changed with it, in the order they were sent.' }),
  })
  .meta({ id: 'ContractWithLicenses' });

const told = { tag: 'Contracts' };

export const CONTRACT_ROUTES: readonly Route[] = [
  reads(
    {
      ...told,
      path: '/contracts',
      operationId: 'listContracts',
      summary: 'Contracts, by studio and reference number.',
      query: z.strictObject({
        q: Searched.optional(),
        studio: anyOf(Searched),
        closed: ContractClosing.shape.kind
          .optional()
          .meta({ description: 'Void contracts; without it, those in use.' }),
        ...paging,
      }),
      answer: pageOf('ContractPage', ContractSummary),
      of: 'A page of contracts.',
    },
    async ({ query: { q: text, limit: pageSize, ...query } }, { contractViews, today }) =>
      page(await contractViews().list({ text, ...query, today: today(), pageSize })),
  ),
  readsVersion(
    {
      ...told,
      path: '/contracts/{id}',
      operationId: 'readContract',
      summary: 'Read one contract.',
      params: byId,
      answer: Contract,
      of: 'The contract.',
    },
    async ({ param: { id } }, { contractViews, today }) =>
      found(await contractViews().contract(id, today()), 'contract'),
    contractOf,
  ),
  creates('record-contract', {
    ...told,
    path: '/contracts',
    operationId: 'recordContract',
    summary: 'Record a contract, alone or together with its licenses and their offers.',
    body: RecordContract,
    bodyIs: 'details',
    input: ({ body: { licenses: sent = [], ...details }, newId }) => {
      const licenses = sent.map(({ details, offers = [] }, index) => ({
        licenseId: newId(`license ${index}`),
        ...{ details, offers },
      }));
      const contractId = newId('contract');
      return { contractId, details, ...(licenses.length === 0 ? {} : { licenses }) };
    },
    answer: ContractWithLicenses,
    of: 'The recorded contract.',
    location: ({ id }) => `/contracts/${id}`,
    told: ({ replayed: _, ...recorded }) => recorded,
  }),
  changes('correct-contract', {
    ...told,
    method: 'put',
    path: '/contracts/{id}',
    operationId: 'correctContract',
    summary: 'Change the details of a contract.',
    params: byId,
    body: CorrectContract,
    bodyIs: 'details',
    input: ({ param, expectedVersion, body: { closing: _, ...details } }) => ({
      contractId: param.id,
      expectedVersion,
      details,
    }),
    ...saved('The changed details.'),
  }),
];

/** What depends on nothing but the version. */
function contractOf({
  id,
  version,
  studio,
  reference,
  signedOn,
  notes,
  closing: state,
}: ContractRow) {
  return { id, version, studio, reference, signedOn, notes, closing: state };
}
