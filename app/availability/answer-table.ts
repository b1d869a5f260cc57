import type {
  AnsweredDays,
  AvailabilityQuestion,
  GivenOffer,
} from '../../src/domain/content/availability-question';
import type { AnsweredTitle } from '../../src/service/content/answered-titles';
import { territoryName } from '../../src/domain/values/territory';
import { typedAmount } from '../../src/domain/values/money';
import { obstacleWords } from '../words/obstacle-words';
import { verdictWords } from './answer-words';

/** Columns of the CSV of answers, which has a row per title and span of days. */
export const ANSWER_COLUMNS = [
  'Title',
  'Title ID',
  'Kind',
  'Studio',
  'Territory',
  'Device',
  'Rights type',
  'Language',
  'First day',
  'Last day',
  'Days',
  'Available',
  'Offer',
  'Price',
  'Currency',
  'Price tier',
  'License',
  'License ID',
  'Reason',
  'Answer for all days',
  'Yes from',
] as const;

/** Rows of one title. Days are `YYYY-MM-DD`, both inclusive, which spreadsheets sort correctly. */
export function answerRows(
  { contentId, title, kind, studio, availability }: AnsweredTitle,
  question: AvailabilityQuestion,
): string[][] {
  const { word } = verdictWords(availability);
  return availability.spans.map((span) => [
    title,
    contentId,
    kind ?? '',
    studio ?? '',
    territoryName(question.territory),
    question.device,
    question.rightsType,
    question.language ?? '',
    span.days.startsOn,
    span.days.lastDay ?? '',
    String(span.days.days ?? ''),
    ...decision(span, question),
    word,
    availability.nextYes ?? '',
  ]);
}

/** `4.99`, as spreadsheets calculate with; `SD 4.99, HD 5.99`; empty where there is no amount yet. */
function amountsOf({ prices }: GivenOffer): string {
  return prices
    .flatMap(({ format, price }) => {
      if (price === null) return [];
      const amount = price === 'not-sold' ? 'not sold' : typedAmount(price);
      return format === null ? amount : `${format} ${amount}`;
    })
    .join(', ');
}

function currenciesOf({ prices }: GivenOffer): string {
  const amounts = prices.flatMap(({ price }) =>
    price === null || price === 'not-sold' ? [] : price,
  );
  return [...new Set(amounts.map(({ currency }) => currency))].join(', ');
}

function tiersOf({ prices }: GivenOffer): string {
  return [...new Set(prices.flatMap(({ tier }) => tier ?? []))].join(', ');
}

/** Available, offer, price, currency, tier, license, license id, reason. */
function decision(span: AnsweredDays, question: AvailabilityQuestion): string[] {
  if (span.available) {
    const given = [span, ...span.others];
    const all = (textOf: (one: GivenOffer) => string) =>
      [...new Set(given.map(textOf))].filter(Boolean).join(', ');
    return [
      ...['Yes', all(({ offer }) => offer.name), all(amountsOf), all(currenciesOf), all(tiersOf)],
      ...[all(({ license }) => license.licenseName), all(({ license }) => license.licenseId), ''],
    ];
  }
  const { obstacle } = span;
  const license = 'license' in obstacle ? obstacle.license : null;
  return [
    ...['No', '', '', '', '', license?.licenseName ?? '', license?.licenseId ?? ''],
    obstacleWords(obstacle, question),
  ];
}
