import type { MissingAmount, TierOffers } from '../../domain/price-table/missing-amounts';
import type { PriceCellData } from '../../domain/price-table/price-cell';
import type { IsoDate } from '../../domain/values/date-range';
import type { TakedownData } from '../../domain/content/takedown';
import type { RowKey } from '../listed-page';
import type { Page } from '../page';
import type { PriceTableViews } from './price-table-views';
import { Takedown } from '../../domain/content/takedown';
import { missingAmounts } from '../../domain/price-table/missing-amounts';
import { compareNames } from '../../domain/names/folding';
import { pageOfList } from '../listed-page';

/** Offers on tiers that run on some day from today on, with the licenses that have them. */
export interface StoredTierOffers extends TierOffers {
  readonly licenseIds: readonly string[];
}

/** The titles that have some offers. */
export interface WaitingTitles {
  readonly titles: number;
  /** Those among them that are taken down, or will be. */
  readonly takenDown: readonly (readonly TakedownData[])[];
}

export interface MissingAmountViews extends Pick<PriceTableViews, 'pricesOf'> {
  /** Offers on tiers that end after a day; those of void licenses do not exist. */
  tierOffers(query: {
    readonly studio: string | undefined;
    readonly after: string;
  }): Promise<readonly StoredTierOffers[]>;
  /** The titles in the catalog that have any of the offers, for each set of them. */
  waitingTitles(
    sets: readonly (readonly { readonly licenseId: string; readonly startsOn: string }[])[],
    today: string,
  ): Promise<readonly WaitingTitles[]>;
}

export interface MissingAmountQuery {
  readonly studio?: string | undefined;
  readonly today: IsoDate;
  readonly cursor?: string | undefined;
  readonly pageSize: number;
}

/** A missing amount, with how many titles wait for it. */
export interface MissingAmountRow extends Omit<MissingAmount, 'offers'> {
  /** Titles that are taken down in all of the territories do not wait. */
  readonly titles: number;
  /** Where an amount for the first of the territories belongs; `null` for all territories that pay in the currency. */
  readonly column: Pick<PriceCellData, 'territory' | 'currency'>;
}

/** A page of what is missing of price tables, by how many titles wait for it, then by the first day on which it is needed. */
export async function missingAmountPage(
  { studio, today, ...paging }: MissingAmountQuery,
  views: MissingAmountViews,
): Promise<Page<MissingAmountRow>> {
  const rows = await missingAmountRows({ studio, today }, views);
  return pageOfList(rows, paging, keyOf, compareKeys);
}

async function missingAmountRows(
  { studio, today }: { readonly studio: string | undefined; readonly today: IsoDate },
  views: MissingAmountViews,
): Promise<readonly MissingAmountRow[]> {
  const offers = await views.tierOffers({ studio, after: today });
  const tables = await views.pricesOf(offers);
  const missing = missingAmounts(offers, tables, today);
  const sets = new Map(missing.map(({ offers: some }) => [some.join(), some]));
  const found = await views.waitingTitles(
    [...sets.values()].map((some) => some.flatMap((index) => keysOf(offers[index]))),
    today,
  );
  const waiting = new Map([...sets.keys()].map((key, index) => [key, found[index]]));
  return missing
    .map(({ offers: some, ...row }) => {
      const { titles = 0, takenDown = [] } = waiting.get(some.join()) ?? {};
      const gone = takenDown.filter((takedowns) => isDown(row, takedowns)).length;
      const [territory = ''] = row.territories;
      const table = tables(row.studio).on(row.neededOn);
      return { ...row, titles: titles - gone, column: table.columnFor({ ...row, territory }) };
    })
    .sort((a, b) => compareKeys(keyOf(a), keyOf(b)));
}

function keysOf(offer: StoredTierOffers | undefined) {
  return (offer?.licenseIds ?? []).map((licenseId) => ({
    licenseId,
    startsOn: offer?.window.startsOn ?? '',
  }));
}

/** Whether a title is taken down on the day in all of the territories. */
function isDown(
  { territories, rightsType, neededOn }: Omit<MissingAmount, 'offers'>,
  takedowns: readonly TakedownData[],
): boolean {
  const standing = takedowns.map(Takedown.of).filter(({ days }) => days.contains(neededOn));
  return territories.every((territory) =>
    standing.some((takedown) => takedown.covers({ territory, rightsType })),
  );
}

/** By what the rows are sorted: the fewest titles last. Rows of one cell have no territory in common. */
function keyOf({ titles, neededOn, ...row }: MissingAmountRow): RowKey {
  const { studio, tier, format, rightsType, kind, territories } = row;
  return [-titles, neededOn, studio, tier, format ?? '', rightsType, kind, territories[0] ?? ''];
}

function compareKeys(a: RowKey, b: RowKey): number {
  for (const [place, one] of a.entries()) {
    const other = b[place];
    const order =
      typeof one === 'number' || typeof other === 'number'
        ? Number(one) - Number(other)
        : compareNames(one, other ?? '') || compareText(one, other ?? '');
    if (order !== 0) return order;
  }
  return 0;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
