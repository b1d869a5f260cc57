import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import type { ContractRow } from '../../../../src/service/views';
import type { Api } from '../environment';
import type { ApiServices } from '../services';
import { answerHeaders, changing, creating, etagOf, executed, isKnown, newId } from '../command';
import {
  byId,
  CHANGE_REFUSALS,
  changedAnswer,
  changeHeaders,
  CREATE_REFUSALS,
  jsonAnswer,
  jsonBody,
  keyHeaders,
  knownHeaders,
  NOT_MODIFIED,
  READ_ONE_REFUSALS,
  READ_REFUSALS,
  saved,
  TOKEN,
  versionedAnswer,
} from '../operation';
import { found } from './found';
import { page, pageOf, paging } from './lists';
import { ContractDetails, contractParts } from '../../../../src/wire/contract-details';
import { Id, Version } from '../../../../src/wire/identity';
import { LicenseDetails } from '../../../../src/wire/license-details';
import { Offer } from '../../../../src/wire/offer';
import { Saved, Searched } from '../document/schemas';
import { wire } from '../wire';

const tags = ['Contracts'];

const identity = { id: Id, version: Version };
const Contract = z.strictObject({ ...identity, ...contractParts }).meta({ id: 'Contract' });
const ContractSummary = z
  .strictObject({
    ...identity,
    ...contractParts,
    licenses: z.int(),
    current: z.int().meta({ description: 'Licenses whose window contains today.' }),
    nextEnd: z.string().nullable().meta({ format: 'date' }),
  })
  .meta({ id: 'ContractSummary' });

const MAX_LICENSES = 100;
const MAX_OFFERS = 100;

const LicenseToGrant = z
  .strictObject({
    details: LicenseDetails,
    offers: z.array(Offer).max(MAX_OFFERS).optional().meta({
      description: 'At their windows. They are a part of version 1 of the license.',
    }),
  })
  .meta({ id: 'LicenseToGrant' });

const RecordContract = z
  .strictObject({
    ...contractParts,
    licenses: z.array(LicenseToGrant).max(MAX_LICENSES).optional().meta({
      description: 'Granted under the contract in the same step: all of it is saved, or nothing.',
    }),
  })
  .meta({ id: 'RecordContract' });

// Not by `extend`: the document would then say that both halves forbid each other's fields.
const ContractRecorded = z
  .strictObject({
    ...Saved.shape,
    licenses: z
      .array(Saved)
      .optional()
      .meta({ description: 'The licenses that were sent, in the same order.' }),
  })
  .meta({ id: 'ContractRecorded' });

const list = createRoute({
  ...{ method: 'get', path: '/contracts', tags, security: TOKEN },
  operationId: 'listContracts',
  summary: 'Contracts, by studio and reference number.',
  request: { query: z.strictObject({ q: Searched.optional(), ...paging }) },
  responses: {
    200: jsonAnswer(pageOf('ContractPage', ContractSummary), 'A page of contracts.'),
    ...READ_REFUSALS,
  },
});

const read = createRoute({
  ...{ method: 'get', path: '/contracts/{id}', tags, security: TOKEN },
  operationId: 'readContract',
  summary: 'Read one contract.',
  request: { params: byId, headers: knownHeaders },
  responses: {
    200: versionedAnswer(Contract, 'The contract.'),
    ...NOT_MODIFIED,
    ...READ_ONE_REFUSALS,
  },
});

const record = createRoute({
  ...{ method: 'post', path: '/contracts', tags, security: TOKEN },
  operationId: 'recordContract',
  summary: 'Record a contract, alone or together with its licenses and their offers.',
  middleware: creating,
  request: { headers: keyHeaders, body: jsonBody(RecordContract) },
  responses: { 201: changedAnswer(ContractRecorded, 'The recorded contract.'), ...CREATE_REFUSALS },
});

const correct = createRoute({
  ...{ method: 'put', path: '/contracts/{id}', tags, security: TOKEN },
  operationId: 'correctContract',
  summary: 'Change the details of a contract.',
  middleware: changing,
  request: { params: byId, headers: changeHeaders, body: jsonBody(ContractDetails) },
  responses: { 200: saved('The changed details.'), ...CHANGE_REFUSALS },
});

export function addContracts(api: Api, services: ApiServices): void {
  const { contractViews, today } = services;

  api.openapi(list, async (context) => {
    const { q: text, cursor, limit: pageSize } = context.req.valid('query');
    const contracts = await contractViews().list({ text, cursor, today: today(), pageSize });
    return context.json(
      page(contracts, (row) => {
        const { licenses, current, nextEnd } = row;
        return { ...contractOf(row), licenses, current, nextEnd };
      }),
      200,
    );
  });

  api.openapi(read, async (context) => {
    const { id } = context.req.valid('param');
    const contract = found(await contractViews().contract(id, today()), 'contract');
    const headers = { etag: etagOf(contract.version) };
    if (isKnown(context, contract.version)) return context.body(null, 304, headers);
    return context.json(contractOf(contract), 200, headers);
  });

  api.openapi(record, async (context) => {
    const contractId = newId(context, 'contract');
    const { licenses: sent = [], ...details } = context.req.valid('json');
    const licenses = sent.map(({ details, offers = [] }, index) => ({
      licenseId: newId(context, `license ${index}`),
      ...{ details, offers },
    }));
    const input = { contractId, details, ...(licenses.length === 0 ? {} : { licenses }) };
    const command = { kind: 'record-contract', input } as const;
    const { replayed, ...outcome } = await executed(services, context, command);
    return context.json(wire(outcome), 201, {
      ...answerHeaders({ replayed }, outcome.version),
      location: `/api/v1/contracts/${contractId}`,
    });
  });

  api.openapi(correct, async (context) => {
    const { id: contractId } = context.req.valid('param');
    const expectedVersion = context.get('expectedVersion');
    const details = context.req.valid('json');
    const input = { contractId, expectedVersion, details };
    const command = { kind: 'correct-contract', input } as const;
    const { replayed, ...outcome } = await executed(services, context, command);
    return context.json(outcome, 200, answerHeaders({ replayed }, outcome.version));
  });
}

/** What depends on nothing but the version. */
function contractOf({ id, version, studio, reference, signedOn, notes }: ContractRow) {
  return { id, version, studio, reference, signedOn, notes };
}
