import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import type { LicenseRow, LicenseView } from '../../../../src/service/views';
import type { Api } from '../environment';
import type { ApiServices } from '../services';
import { DateRange } from '../../../../src/domain/values/date-range';
import { Offer as OfferValue } from '../../../../src/domain/license/offer';
import { Timeline } from '../../../../src/domain/license/timeline';
import { answerHeaders, changing, creating, etagOf, executed, isKnown, newId } from '../command';
import { OFFERS_PER_LINE } from '../../../../src/service/views';
import { found } from './found';
import {
  byId,
  CHANGE_REFUSALS,
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
import { page, pageOf, paging } from './lists';
import { Device, Devices } from '../../../../src/wire/devices';
import { Id, Version } from '../../../../src/wire/identity';
import { LicenseDetails, RightsType } from '../../../../src/wire/license-details';
import { Offer } from '../../../../src/wire/offer';
import { Territories, Territory } from '../../../../src/wire/territories';
import { Day, Window } from '../../../../src/wire/window';
import { HistoryEntry, Searched, wholeNumber } from '../document/schemas';
import { wire } from '../wire';

const tags = ['Licenses'];

const License = z
  .strictObject({
    id: Id,
    version: Version,
    contractId: Id,
    details: LicenseDetails,
    offers: z.array(Offer).meta({ description: 'In date order.' }),
    slots: z.array(Window).meta({ description: 'The free windows of the license, in date order.' }),
    lastChange: HistoryEntry,
  })
  .meta({ id: 'License' });

const LicenseSummary = z
  .strictObject({
    id: Id,
    version: Version.meta({
      description: 'The ETag for If-Match, so that no read is needed before a change.',
    }),
    name: z.string(),
    contractId: Id,
    contractReference: z.string(),
    studio: z.string(),
    rightsType: RightsType,
    territories: Territories,
    devices: Devices,
    window: Window,
    freeDays: z
      .int()
      .nullable()
      .meta({ description: 'Free days from today; null for an open window.' }),
    nextChange: z.strictObject({
      kind: z.enum(['starts', 'offer-starts', 'price', 'gap', 'ends', 'ended', 'none']),
      day: Day.nullable(),
    }),
    offers: z.array(Offer).max(OFFERS_PER_LINE).optional().meta({
      description: 'With include=offers: the first of them, in date order.',
    }),
    hasMoreOffers: z.boolean().optional().meta({
      description: 'With include=offers: whether GET /licenses/{id} has more of them.',
    }),
  })
  .meta({ id: 'LicenseSummary' });

const GrantLicense = z
  .strictObject({ contractId: Id, details: LicenseDetails })
  .meta({ id: 'GrantLicense' });

const list = createRoute({
  ...{ method: 'get', path: '/licenses', tags, security: TOKEN },
  operationId: 'listLicenses',
  summary: 'List licenses. Filters combine.',
  request: {
    query: z.strictObject({
      q: Searched.optional().meta({
        description: 'Words to find in name, studio or contract reference.',
      }),
      studio: Searched.optional(),
      contractId: Id.optional(),
      rightsType: RightsType.optional(),
      territory: Territory.optional(),
      device: Device.optional(),
      status: z.enum(['current', 'upcoming', 'ended']).optional(),
      expiringWithin: wholeNumber(0, 36_500)
        .optional()
        .meta({ description: 'The last day is within this many days from today.' }),
      sort: z.enum(['name', 'studio', 'starts', 'ends']).default('name'),
      direction: z.enum(['ascending', 'descending']).default('ascending'),
      include: z
        .enum(['offers'])
        .optional()
        .meta({ description: 'What each line tells besides: its offers.' }),
      ...paging,
    }),
  },
  responses: {
    200: jsonAnswer(pageOf('LicensePage', LicenseSummary), 'A page of licenses.'),
    ...READ_REFUSALS,
  },
});

const read = createRoute({
  ...{ method: 'get', path: '/licenses/{id}', tags, security: TOKEN },
  operationId: 'readLicense',
  summary: 'Read one license with its offers and free slots, at the latest or an earlier version.',
  request: {
    params: byId,
    headers: knownHeaders,
    query: z.strictObject({
      version: wholeNumber(1, 2_147_483_646).optional(),
    }),
  },
  responses: {
    200: versionedAnswer(License, 'The license.'),
    ...NOT_MODIFIED,
    ...READ_ONE_REFUSALS,
  },
});

const grant = createRoute({
  ...{ method: 'post', path: '/licenses', tags, security: TOKEN },
  operationId: 'grantLicense',
  summary: 'Grant a license under a contract.',
  middleware: creating,
  request: { headers: keyHeaders, body: jsonBody(GrantLicense) },
  responses: { 201: saved('The granted license.'), ...CREATE_REFUSALS },
});

const amend = createRoute({
  ...{ method: 'put', path: '/licenses/{id}', tags, security: TOKEN },
  operationId: 'amendLicense',
  summary: 'Amend a license’s name, notes or terms.',
  middleware: changing,
  request: { params: byId, headers: changeHeaders, body: jsonBody(LicenseDetails) },
  responses: { 200: saved('The amended license.'), ...CHANGE_REFUSALS },
});

export function addLicenses(api: Api, services: ApiServices): void {
  const { licenseViews, today } = services;

  api.openapi(list, async (context) => {
    const { q, sort, direction, include, cursor, limit, ...filter } = context.req.valid('query');
    const day = today();
    const licenses = await licenseViews().list({
      filter: { ...filter, text: q },
      sort,
      descending: direction === 'descending',
      cursor,
      today: day,
      // Nobody looks at a strip here.
      strip: { startsOn: day, endsOn: day },
      withOffers: include === 'offers',
      pageSize: limit,
    });
    return context.json(page(licenses, summaryOf), 200);
  });

  api.openapi(read, async (context) => {
    const { id } = context.req.valid('param');
    const { version } = context.req.valid('query');
    const view =
      version === undefined
        ? await licenseViews().license(id)
        : await licenseViews().licenseAsOf(id, version);
    const license = found(view, 'license');
    const headers = { etag: etagOf(license.version) };
    if (isKnown(context, license.version)) return context.body(null, 304, headers);
    return context.json(licenseOf(license), 200, headers);
  });

  api.openapi(grant, async (context) => {
    const { contractId, details } = context.req.valid('json');
    const licenseId = newId(context, 'license');
    const input = { licenseId, contractId, details: details };
    const command = { kind: 'grant-license', input } as const;
    const { replayed, id, version } = await executed(services, context, command);
    return context.json({ id, version }, 201, {
      ...answerHeaders({ replayed }, version),
      location: `/api/v1/licenses/${licenseId}`,
    });
  });

  api.openapi(amend, async (context) => {
    const { id: licenseId } = context.req.valid('param');
    const expectedVersion = context.get('expectedVersion');
    const details = context.req.valid('json');
    const input = { licenseId, expectedVersion, details };
    const command = { kind: 'amend-license', input } as const;
    const { replayed, id, version } = await executed(services, context, command);
    return context.json({ id, version }, 200, answerHeaders({ replayed }, version));
  });
}

/** What depends on nothing but the version. */
function licenseOf({ id, version, contract, details, offers, lastChange }: LicenseView) {
  const { startsOn: start, endsOn: end } = details.terms.window;
  const slots = Timeline.whole(offers.map(OfferValue.of)).slots(DateRange.of(start, end));
  return {
    id,
    version,
    contractId: contract.id,
    details: wire(details),
    offers: wire(offers),
    slots: slots.map((slot) => wire(slot.toData())),
    lastChange,
  };
}

function summaryOf({ offers: _strip, held, ...row }: LicenseRow) {
  if (held === undefined) return wire(row);
  return wire({ ...row, offers: held.offers, hasMoreOffers: held.hasMore });
}
