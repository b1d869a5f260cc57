import type {
  AnsweredDays,
  AvailabilityQuestion,
  LicenseRights,
  Obstacle,
  TitleRights,
} from '../../../src/domain/content/availability-question';
import type { DateRangeData, IsoDate } from '../../../src/domain/values/date-range';
import type { TakedownData } from '../../../src/domain/content/takedown';
import type { OfferData } from '../../../src/domain/license/offer';
import type { AssignedOffer } from '../../../src/service/content/content-views';
import { availabilityOf } from '../../../src/domain/content/availability';
import { addDaysWithin, DateRange, formatDay } from '../../../src/domain/values/date-range';
import { DEVICES, deviceName, deviceSet } from '../../../src/domain/values/device';
import { linePricesInWords } from '../../../src/domain/price-table/line-prices';
import { RIGHTS_TYPES, rightsType } from '../../../src/domain/values/rights-type';
import { ALL_TERRITORIES, territoryName, territorySet } from '../../../src/domain/values/territory';
import { listed } from '../../../src/domain/values/words';
import { closingText } from '../../words/closing-words';
import { languageObstacle, takedownText } from '../../words/obstacle-words';

/** Territory, device and rights type of a title's coverage. */
export type CoverageChoice = Pick<AvailabilityQuestion, 'territory' | 'device' | 'rightsType'>;

/** Days with an offer, as a strip draws them. */
export interface CoveredDays {
  readonly days: DateRangeData;
  readonly offer: string;
  /** With its currency: `€8.99`. */
  readonly price: string;
}

/** The action that fixes a hole. */
export type HoleRemedy =
  | {
      readonly kind: 'assign';
      readonly licenseId: string;
      readonly licenseName: string;
      readonly offer: OfferData;
    }
  /** What can be done on a license: a new offer for the days, a longer window, or whatever its page has. */
  | {
      readonly kind: 'license';
      readonly licenseId: string;
      readonly licenseName: string;
      readonly step: 'new-offer' | 'amend' | 'open';
    }
  /** Ending the takedown. */
  | { readonly kind: 'bring-back'; readonly takedown: TakedownData }
  /** No license covers it. */
  | { readonly kind: 'none' };

/** Days without an offer, with the reason and the action that fixes it. */
export interface Hole {
  readonly days: DateRangeData;
  readonly reason: string;
  readonly remedy: HoleRemedy;
  /** What would be on offer on these days if the title were not taken down. */
  readonly wouldBe: readonly CoveredDays[];
}

/** A title's days in one territory, on one device, as one rights type: plain data. */
export interface TitleCoverage {
  readonly span: DateRangeData;
  readonly covered: readonly CoveredDays[];
  readonly holes: readonly Hole[];
}

/** What is over that the strips still show, in days. */
export const PAST_SHOWN = 120;

/** Bounds of the coverage shown, in days from today: a quarter to five years. */
const [MAX_AHEAD, MIN_AHEAD] = [5 * 365, 90];

/** From today to the end of a title's licenses, within the bounds. */
export function coverageSpan(
  windows: readonly Pick<DateRangeData, 'endsOn'>[],
  today: IsoDate,
): DateRange {
  const [min, max] = [MIN_AHEAD, MAX_AHEAD].map((days) => addDaysWithin(today, days));
  const ends = windows.map(({ endsOn }) => endsOn ?? max ?? '');
  const last = [min ?? '', ...ends].sort().at(-1) ?? '';
  return DateRange.of(today, last > (max ?? '') ? (max ?? null) : last);
}

/** The place that a URL asks for. */
export type AskedPlace = Readonly<
  Partial<Record<'territory' | 'device' | 'rights', string | undefined>>
>;

/** Parses the coverage choice of a URL; missing and unknown parts default to those of an assigned offer. */
export function coverageChoice(
  { territory, device, rights }: AskedPlace,
  assigned: readonly AssignedOffer[],
  today: IsoDate,
): CoverageChoice {
  const ahead = assigned.find(
    ({ offer: { window } }) => window.endsOn === null || window.endsOn > today,
  );
  const example = ahead ?? first(assigned);
  const known = (code: string | undefined, codes: readonly string[]) =>
    codes.filter((each) => each === code);
  return {
    territory: first(
      territorySet([first([...known(territory, ALL_TERRITORIES), ...example.territories])]),
    ),
    device: first(deviceSet([first([...known(device, DEVICES), ...example.offer.devices])])),
    rightsType: rightsType(
      first([...known(rights, Object.keys(RIGHTS_TYPES)), example.rightsType]),
    ),
  };
}

/** A title's availability as covered days and holes with remedies. */
export function titleCoverage(
  rights: TitleRights,
  choice: CoverageChoice,
  span: DateRange,
): TitleCoverage {
  const { spans } = availabilityOf(rights, { ...choice, days: span });
  const shown = { ...rights, takedowns: [] };
  return {
    span: span.toData(),
    covered: coveredIn(spans),
    holes: spans.flatMap((answer) => {
      if (answer.available) return [];
      const { days, obstacle } = answer;
      const wouldBe =
        obstacle.kind === 'taken-down'
          ? coveredIn(availabilityOf(shown, { ...choice, days }).spans)
          : [];
      return [
        {
          days: days.toData(),
          reason: [reasonOf(obstacle, choice), ...wouldBeWords(wouldBe)].join(' '),
          remedy: holeRemedy(obstacle),
          wouldBe,
        },
      ];
    }),
  };
}

const MAX_NAMED = 3;

function wouldBeWords(days: readonly CoveredDays[]): string[] {
  if (days.length === 0) return [];
  const named = days.slice(0, MAX_NAMED).map(({ offer, price }) => `${offer}, ${price}`);
  return [`Would be on offer: ${listed(named, days.length)}.`];
}

function coveredIn(spans: readonly AnsweredDays[]): CoveredDays[] {
  return spans.flatMap((answer) =>
    answer.available
      ? [
          {
            days: answer.days.toData(),
            offer: [answer, ...answer.others].map(({ offer }) => offer.name).join(', '),
            price: linePricesInWords([answer, ...answer.others].flatMap(({ prices }) => prices)),
          },
        ]
      : [],
  );
}

function reasonOf(
  obstacle: Obstacle,
  { territory, device, rightsType: type }: CoverageChoice,
): string {
  switch (obstacle.kind) {
    case 'retired':
    case 'void':
      return `${closingText(obstacle)}.`;
    case 'taken-down':
      return `${takedownText(obstacle.takedown)}.`;
    case 'not-licensed-there':
      return obstacle.otherwise.length === 0
        ? `No license of this title covers ${territoryName(territory)}.`
        : `No license of this title covers ${territoryName(territory)} as ${type}, only as ${listed(obstacle.otherwise)}.`;
    case 'not-for-device':
      return obstacle.offer === null
        ? `${obstacle.license.licenseName} is not for ${deviceName(device)}.`
        : `${obstacle.offer.name} of ${obstacle.license.licenseName} is not for ${deviceName(device)}.`;
    case 'not-in-language':
    case 'held-back':
      return languageObstacle(obstacle);
    case 'not-in-format':
      return `${obstacle.offer.name} of ${obstacle.license.licenseName} is not in that format.`;
    case 'not-started':
      return `${obstacle.license.licenseName} starts ${formatDay(obstacle.startsOn)}.`;
    case 'ended':
      return `${obstacle.license.licenseName} ends ${formatDay(obstacle.lastDay)}, and no license follows.`;
    case 'no-offer':
      return `${obstacle.license.licenseName} has free days here.`;
    case 'not-assigned':
      return `${obstacle.license.licenseName} has an offer for these days, but it is not assigned to this title: ${obstacle.offer.name}.`;
    case 'blocked':
      return `${obstacle.offer.name} of ${obstacle.license.licenseName} clashes with ${obstacle.by.offer.name} (${obstacle.by.licenseName}), which the title has.`;
  }
}

function holeRemedy(obstacle: Obstacle): HoleRemedy {
  if (obstacle.kind === 'taken-down')
    return { kind: 'bring-back', takedown: obstacle.takedown.toData() };
  if (!('license' in obstacle)) return { kind: 'none' };
  const { licenseId, licenseName } = obstacle.license;
  return obstacle.kind === 'not-assigned'
    ? { kind: 'assign', licenseId, licenseName, offer: obstacle.offer.toData() }
    : { kind: 'license', licenseId, licenseName, step: STEPS[obstacle.kind] ?? 'open' };
}

const STEPS: Partial<Record<Obstacle['kind'], 'new-offer' | 'amend'>> = {
  'no-offer': 'new-offer',
  'not-started': 'amend',
  ended: 'amend',
};

/** Sorts licenses by territories, devices and rights type, so that similar ones are adjacent. */
export function stacked(licenses: readonly LicenseRights[]): LicenseRights[] {
  const place = ({ territories, devices, rightsType, licenseName }: LicenseRights) =>
    [territories.join(), devices.join(), rightsType, licenseName].join(' ');
  return [...licenses].sort((a, b) => (place(a) < place(b) ? -1 : 1));
}

function first<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined) throw new Error('There is none.');
  return item;
}
