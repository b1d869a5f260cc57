import * as z from 'zod';
import type {
  LicenseRow,
  LicenseView,
  LicenseViews,
} from '../../src/service/license/license-views';
import type { Route } from '../routes';
import { DateRange } from '../../src/domain/values/date-range';
import { Offer as OfferValue } from '../../src/domain/license/offer';
import { Timeline } from '../../src/domain/license/timeline';
import { OFFERS_PER_LINE } from '../../src/service/license/license-views';
import { found } from './found';
import type { AsOf } from '../operation';
import { asOf, byId } from '../operation';
import { changes, creates, reads, readsVersion, saved } from '../routes';
import { page, pageOf, paging } from './lists';
import { Format } from '../../src/wire/formats';
import { LanguageTag } from '../../src/wire/languages';
import { Device, Devices } from '../../src/wire/devices';
import { Id, Version } from '../../src/wire/identity';
import { LicenseClosing } from '../../src/wire/license/closing';
import { furtherTerms, LicenseDetails, RightsType } from '../../src/wire/license/license-details';
import { Offer } from '../../src/wire/license/offer';
import { Territories, Territory } from '../../src/wire/territories';
import { Day, Window } from '../../src/wire/window';
import { anyOf, HistoryEntry, Searched, wholeNumber } from '../document/schemas';

const closing = LicenseClosing.nullable().meta({
  description: 'Why it is no longer in use; null while it is.',
});

const License = z
  .strictObject({
    id: Id,
    version: Version,
    contractId: Id,
    details: LicenseDetails,
    offers: z.array(Offer).readonly().meta({ description: 'In date order.' }),
    slots: z
      .array(Window)
      .readonly()
      .meta({ description: 'The free windows of the license, in date order.' }),
    closing,
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
    ...furtherTerms,
    window: Window,
    freeDays: z
      .int()
      .nullable()
      .meta({ description: 'Free days from today; null for an open window.' }),
    nextChange: z.strictObject({
      kind: z.enum(['starts', 'offer-starts', 'price', 'gap', 'ends', 'ended', 'none']),
      day: Day.nullable(),
    }),
    closing,
    offers: z.array(Offer).max(OFFERS_PER_LINE).readonly().optional().meta({
      description: 'With include=offers: the first of them, in date order.',
    }),
    hasMoreOffers: z.boolean().optional().meta({
      description: 'With include=offers: whether GET /licenses/{id} has more of them.',
    }),
  })
  .meta({ id: 'LicenseSummary' });

const GrantLicense = z
  .strictObject({
    contractId: Id,
    details: LicenseDetails,
    ifTwin: z.enum(['ask', 'grant']).optional().meta({
      description:
        'With ask, a license that the contract grants already is refused with license-twin. Otherwise it is granted again.',
    }),
  })
  .meta({ id: 'GrantLicense' });

const Filter = z.strictObject({
  q: Searched.optional().meta({
    description: 'Words to find in name, studio or contract reference.',
  }),
  studio: anyOf(Searched),
  contractId: Id.optional(),
  rightsType: anyOf(RightsType),
  territory: anyOf(Territory),
  device: anyOf(Device),
  format: anyOf(Format),
  language: anyOf(LanguageTag, 'Licenses that allow this language and do not hold it back.'),
  exclusive: z.enum(['true', 'false']).optional(),
  status: anyOf(z.enum(['current', 'upcoming', 'ended'])),
  expiringWithin: wholeNumber(0, 36_500)
    .optional()
    .meta({ description: 'The last day is within this many days from today.' }),
  startingWithin: wholeNumber(0, 36_500).optional().meta({
    description: 'The first day is one of the next this many days, today not among them.',
  }),
  closed: anyOf(
    LicenseClosing.shape.kind,
    'Licenses closed in this way; without it, all but void ones.',
  ),
  sort: z.enum(['name', 'studio', 'starts', 'ends']).default('name'),
  direction: z.enum(['ascending', 'descending']).default('ascending'),
  include: z
    .enum(['offers'])
    .optional()
    .meta({ description: 'What each line tells besides: its offers.' }),
  ...paging,
});

const told = { tag: 'Licenses' };

export const LICENSE_ROUTES: readonly Route[] = [
  reads(
    {
      ...told,
      path: '/licenses',
      operationId: 'listLicenses',
      summary: 'List licenses. Filters combine.',
      query: Filter,
      answer: pageOf('LicensePage', LicenseSummary),
      of: 'A page of licenses.',
    },
    async ({ query }, { licenseViews, today }) => {
      const { q: text, exclusive, sort, direction, include, cursor, limit, ...filter } = query;
      const day = today();
      const licenses = await licenseViews().list({
        filter: {
          ...filter,
          text,
          exclusive: exclusive === undefined ? undefined : exclusive === 'true',
        },
        sort,
        descending: direction === 'descending',
        cursor,
        today: day,
        // Nobody looks at a strip here.
        strip: { startsOn: day, endsOn: day },
        withOffers: include === 'offers',
        pageSize: limit,
      });
      return page({ ...licenses, rows: licenses.rows.map(summaryOf) });
    },
  ),
  readsVersion(
    {
      ...told,
      path: '/licenses/{id}',
      operationId: 'readLicense',
      summary:
        'Read one license with its offers and free slots, as it is now, at an earlier version or on an earlier day.',
      params: byId,
      query: asOf,
      answer: License,
      of: 'The license.',
    },
    async ({ param: { id }, query }, { licenseViews }) =>
      found(await licenseAt(licenseViews(), id, query), 'license'),
    licenseOf,
  ),
  creates('grant-license', {
    ...told,
    path: '/licenses',
    operationId: 'grantLicense',
    summary: 'Grant a license under a contract.',
    body: GrantLicense,
    input: ({ body, newId }) => ({ licenseId: newId('license'), ...body }),
    ...saved('The granted license.'),
    location: ({ id }) => `/licenses/${id}`,
  }),
  changes('amend-license', {
    ...told,
    method: 'put',
    path: '/licenses/{id}',
    operationId: 'amendLicense',
    summary: 'Amend a license’s name, notes or terms.',
    params: byId,
    body: LicenseDetails,
    bodyIs: 'details',
    input: ({ param, expectedVersion, body: details }) => ({
      licenseId: param.id,
      expectedVersion,
      details,
    }),
    ...saved('The amended license.'),
  }),
];

/** What depends on nothing but the version. */
function licenseAt(views: LicenseViews, id: string, { version, asOf: day }: AsOf) {
  if (day !== undefined) return views.licenseOn(id, day);
  return version === undefined ? views.license(id) : views.licenseAsOf(id, version);
}

function licenseOf(view: LicenseView) {
  const { id, version, contract, details, offers, closing, lastChange } = view;
  const { startsOn: start, endsOn: end } = details.terms.window;
  const slots = Timeline.whole(offers.map(OfferValue.of)).slots(DateRange.of(start, end));
  return {
    id,
    version,
    contractId: contract.id,
    details,
    offers,
    slots: slots.map((slot) => slot.toData()),
    closing,
    lastChange,
  };
}

function summaryOf({ offers: _strip, isContractVoid: _, held, ...row }: LicenseRow) {
  if (held === undefined) return row;
  return { ...row, offers: held.offers, hasMoreOffers: held.hasMore };
}
