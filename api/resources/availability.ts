import * as z from 'zod';
import type {
  AnsweredDays,
  AvailabilityQuestion,
} from '../../src/domain/content/availability-question';
import type { Route } from '../routes';
import type { ApiServices } from '../services';
import { DateRange } from '../../src/domain/values/date-range';
import { deviceSet } from '../../src/domain/values/device';
import { format } from '../../src/domain/values/format';
import { requireLanguageTag } from '../../src/domain/values/languages';
import { rightsType } from '../../src/domain/values/rights-type';
import { territorySet } from '../../src/domain/values/territory';
import { obstacleWords } from '../../app/words/obstacle-words';
import {
  answeredTitles,
  MAX_QUESTION_DAYS,
  MAX_QUESTION_TITLES,
} from '../../src/service/content/answered-titles';
import { reads } from '../routes';
import { notValid } from '../problems/problem';
import { page, pageOf, paging, requireKnownCursor } from './lists';
import { Device } from '../../src/wire/devices';
import { Id } from '../../src/wire/identity';
import { Languages, LanguageTag } from '../../src/wire/languages';
import { RightsType } from '../../src/wire/license/license-details';
import { Offer } from '../../src/wire/license/offer';
import { Format } from '../../src/wire/prices/price-list';
import { LinePrices, linePriceOf } from '../../src/wire/prices/line-prices';
import { Territory } from '../../src/wire/territories';
import { ContentKind } from '../../src/wire/content/title-details';
import { valid } from '../../src/wire/valid';
import { Day, Window, requireWindow } from '../../src/wire/window';
import { repeated, Searched } from '../document/schemas';

const LicenseRef = z
  .strictObject({ licenseId: Id, licenseName: z.string() })
  .meta({ id: 'LicenseRef' });

const Span = z
  .discriminatedUnion('answer', [
    z
      .strictObject({
        answer: z.literal('yes'),
        available: z.boolean().meta({ description: 'The same as the answer.' }),
        days: Window,
        license: LicenseRef,
        languages: Languages.meta({ description: 'In which languages it is available.' }),
        offer: Offer,
        prices: LinePrices,
        others: z
          .array(
            z
              .strictObject({ license: LicenseRef, offer: Offer, prices: LinePrices })
              .meta({ id: 'LicensedOffer' }),
          )
          .readonly()
          .meta({ description: 'Further offers on the same days, for other formats.' }),
      })
      .meta({ id: 'AvailableDays' }),
    z
      .strictObject({
        answer: z.literal('no'),
        available: z.boolean(),
        days: Window,
        obstacle: z.enum([
          'retired',
          'void',
          'taken-down',
          'not-licensed-there',
          'not-for-device',
          'not-in-language',
          'held-back',
          'not-in-format',
          'not-started',
          'ended',
          'no-offer',
          'not-assigned',
          'blocked',
        ]),
        reason: z.string().meta({ description: 'Human-readable.' }),
        license: LicenseRef.optional(),
        offer: Offer.optional(),
      })
      .meta({ id: 'UnavailableDays' }),
  ])
  .meta({ id: 'AnsweredDays' });

const Answer = z
  .strictObject({
    contentId: Id,
    title: z.string(),
    verdict: z.enum(['yes', 'no', 'partly']),
    nextYes: z
      .string()
      .nullable()
      .meta({ format: 'date', description: 'The next day on which it is available.' }),
    spans: z
      .array(Span)
      .readonly()
      .meta({ description: 'In date order; together they cover exactly the requested days.' }),
  })
  .meta({ id: 'Availability' });

const ids = repeated(Id, MAX_QUESTION_TITLES).meta({
  description: 'Ids of titles, instead of the filters; may be repeated.',
});

const Question = valid(
  z.strictObject({
    territory: Territory,
    device: Device,
    rightsType: RightsType,
    language: LanguageTag.optional().meta({
      description: 'BCP 47, such as fr or es-419; left out, any language counts.',
    }),
    format: Format.optional().meta({ description: 'Without it any format will do.' }),
    startsOn: Day,
    endsOn: Day.meta({ description: 'The first day after the range.' }),
    q: Searched.optional(),
    studio: Searched.optional(),
    kind: ContentKind.optional(),
    contentId: ids,
    ...paging,
  }),
  ({ startsOn, endsOn }) => {
    requireWindow(startsOn, endsOn);
  },
  () => ['endsOn'],
);

export const AVAILABILITY_ROUTES: readonly Route[] = [
  reads(
    {
      tag: 'Availability',
      path: '/availability',
      operationId: 'askAvailability',
      summary:
        'Check whether titles are available in a territory, on a device, for a rights type, on every day of a range.',
      query: Question,
      answer: pageOf('AvailabilityPage', Answer),
      of: 'Each title with its answer.',
    },
    answered,
  ),
];

async function answered(
  { query }: { readonly query: z.output<typeof Question> },
  { contentViews, availabilityViews, today }: ApiServices,
) {
  const { q: text, studio, kind, contentId, cursor, limit, ...asked } = query;
  const question: AvailabilityQuestion = {
    territory: one(territorySet([asked.territory])),
    device: one(deviceSet([asked.device])),
    rightsType: rightsType(asked.rightsType),
    language:
      asked.language === undefined ? undefined : requireLanguageTag(asked.language, 'languages'),
    format: asked.format === undefined ? null : format(asked.format),
    days: DateRange.of(asked.startsOn, asked.endsOn),
  };
  if ((question.days.days ?? 0) > MAX_QUESTION_DAYS)
    throw notValid([
      {
        parameter: 'endsOn',
        code: 'too-many-days',
        detail: 'The range can be at most five years.',
      },
    ]);
  const titles = [...new Set(contentId)];
  const answered = await answeredTitles(
    { filter: { text, studio, kind }, titles, verdict: undefined, cursor },
    question,
    today(),
    limit,
    { contents: contentViews(), availability: availabilityViews() },
  );
  requireKnownCursor(answered);
  if (answered.unknown.length > 0)
    throw notValid(
      answered.unknown.map((id) => ({
        parameter: 'contentId',
        code: 'not-found',
        detail: `There is no title ${id}.`,
      })),
    );
  const rows = answered.rows.map(
    ({ contentId, title, availability: { verdict, nextYes, spans } }) => ({
      ...{ contentId, title, verdict, nextYes },
      spans: spans.map((span) => spanOf(span, question)),
    }),
  );
  return page({ ...answered, rows });
}

function spanOf(span: AnsweredDays, question: AvailabilityQuestion): z.input<typeof Span> {
  const days = span.days.toData();
  if (span.available)
    return {
      answer: 'yes',
      available: true,
      days,
      license: licenseOf(span.license),
      languages: span.license.languages.toData(),
      offer: span.offer.toData(),
      prices: span.prices.map(linePriceOf),
      others: span.others.map(({ license, offer, prices }) => ({
        license: licenseOf(license),
        offer: offer.toData(),
        prices: prices.map(linePriceOf),
      })),
    };
  const { obstacle } = span;
  const offer = 'offer' in obstacle ? obstacle.offer : null;
  return {
    answer: 'no',
    available: false,
    days,
    obstacle: obstacle.kind,
    reason: obstacleWords(obstacle, question),
    ...('license' in obstacle ? { license: licenseOf(obstacle.license) } : {}),
    ...(offer === null ? {} : { offer: offer.toData() }),
  };
}

function licenseOf({ licenseId, licenseName }: z.input<typeof LicenseRef>) {
  return { licenseId, licenseName };
}

/** Of a set that has one member. */
function one<T>([member]: readonly T[]): T {
  if (member === undefined) throw new Error('The set is empty.');
  return member;
}
