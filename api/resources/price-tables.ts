import * as z from 'zod';
import type { Route } from '../routes';
import { Id, Version } from '../../src/wire/identity';
import { PriceEntry, somePrices } from '../../src/wire/prices/price-table';
import { missingAmountPage } from '../../src/service/price-table/missing-amounts';
import { FORMATS } from '../../src/domain/values/format';
import { RightsType } from '../../src/wire/license/license-details';
import { Currency } from '../../src/wire/prices/price';
import { Format, PriceKind } from '../../src/wire/prices/price-list';
import { Territory } from '../../src/wire/territories';
import { line } from '../../src/wire/text';
import { Day } from '../../src/wire/window';
import { byId } from '../operation';
import { changes, creates, reads, readsVersion, saved } from '../routes';
import { Saved, Searched } from '../document/schemas';
import { found } from './found';
import { page, pageOf, paging } from './lists';

const identity = { id: Id, studio: line('A studio’s name', 'studio'), version: Version };
const day = z.string().nullable().meta({ format: 'date' });

const PriceTable = z
  .strictObject({
    ...identity,
    prices: z.array(PriceEntry).readonly().meta({
      description:
        'What the table says, by tier, cell and day. A price holds until the next day of its cell.',
    }),
  })
  .meta({ id: 'PriceTable' });

const PriceTableSummary = z
  .strictObject({
    ...identity,
    tiers: z.int(),
    firstDay: day.meta({ description: 'The first day on which a price changes.' }),
    lastDay: day,
  })
  .meta({ id: 'PriceTableSummary' });

const MissingAmount = z
  .strictObject({
    studio: identity.studio,
    tier: z.string(),
    rightsType: RightsType,
    kind: PriceKind,
    format: Format.nullable().meta({ enum: [...FORMATS, null], description: 'null: all formats.' }),
    territories: z
      .array(Territory)
      .readonly()
      .meta({ description: 'In which the same offers wait for it.' }),
    neededOn: Day.meta({ description: 'The first day on which an offer runs without the amount.' }),
    titles: z.int().meta({ description: 'How many titles wait for it.' }),
    column: z
      .strictObject({
        territory: z.union([Territory, z.null()]),
        currency: Currency,
      })
      .meta({
        description:
          'Where an amount for the first of the territories belongs; territory null: for all that are priced in the currency.',
      }),
  })
  .meta({ id: 'MissingAmount' });

const RecordPriceTable = z
  .strictObject({ studio: identity.studio, prices: somePrices })
  .meta({ id: 'RecordPriceTable' });

const ChangePrices = z.strictObject({ prices: somePrices }).meta({ id: 'ChangePrices' });

const told = { tag: 'Price tables' };
const onTable = { ...told, params: byId, ...saved('The saved price table.') };

export const PRICE_TABLE_ROUTES: readonly Route[] = [
  reads(
    {
      ...told,
      path: '/price-tables',
      operationId: 'listPriceTables',
      summary: 'Price tables, by studio. A studio has one at most, however its name is spelt.',
      query: z.strictObject({
        q: Searched.optional().meta({ description: 'Words of the studio’s name.' }),
        ...paging,
      }),
      answer: pageOf('PriceTablePage', PriceTableSummary),
      of: 'A page of price tables.',
    },
    async ({ query: { q: text, cursor, limit: pageSize } }, { priceTableViews }) =>
      page(await priceTableViews().list({ text, cursor, pageSize })),
  ),
  readsVersion(
    {
      ...told,
      path: '/price-tables/{id}',
      operationId: 'readPriceTable',
      summary: 'Read one price table.',
      params: byId,
      answer: PriceTable,
      of: 'The price table.',
    },
    async ({ param: { id } }, { priceTableViews }) =>
      found(await priceTableViews().table(id), 'price table'),
    ({ id, studio, version, prices }) => ({ id, studio, version, prices }),
  ),
  reads(
    {
      ...told,
      path: '/missing-amounts',
      operationId: 'listMissingAmounts',
      summary: 'Amounts that offers on tiers need and price tables do not have, most titles first.',
      query: z.strictObject({
        studio: Searched.optional().meta({ description: 'In any spelling.' }),
        ...paging,
      }),
      answer: pageOf('MissingAmounts', MissingAmount),
      of: 'A page of what is missing.',
    },
    async ({ query: { limit: pageSize, ...query } }, { missingAmountViews, today }) =>
      page(await missingAmountPage({ ...query, pageSize, today: today() }, missingAmountViews())),
  ),
  creates('record-price-table', {
    ...told,
    path: '/price-tables',
    operationId: 'recordPriceTable',
    summary: 'Record the price table of a studio with its first prices.',
    body: RecordPriceTable,
    input: ({ body, newId }) => ({ priceTableId: newId('price table'), ...body }),
    answer: Saved,
    of: 'The recorded price table.',
    location: ({ id }) => `/price-tables/${id}`,
    told: ({ id, version }) => ({ id, version }),
  }),
  changes('change-prices', {
    ...onTable,
    path: '/price-tables/{id}/prices',
    operationId: 'changePrices',
    summary: 'Set or take away prices, each from its day on: all of them or none.',
    body: ChangePrices,
    input: ({ body, ...asked }) => ({ ...tableOf(asked), ...body }),
  }),
  changes('remove-price-day', {
    ...onTable,
    method: 'delete',
    path: '/price-tables/{id}/days/{day}',
    operationId: 'removePriceDay',
    summary: 'Take away everything that changes on a day: the day before goes on.',
    params: z.object({ id: Id, day: Day }),
    input: (asked) => ({ ...tableOf(asked), day: asked.param.day }),
  }),
  changes('undo-prices', {
    ...onTable,
    path: '/price-tables/{id}/undo',
    operationId: 'undoNewestPrices',
    summary: 'Undo the newest change of a price table with a new change.',
    input: tableOf,
  }),
];

/** The table that a request names, and the version its change was made against. */
function tableOf({
  param,
  expectedVersion,
}: {
  readonly param: { readonly id: string };
  readonly expectedVersion: number;
}) {
  return { priceTableId: param.id, expectedVersion };
}
