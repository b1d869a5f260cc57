import type { MissingAmount, TierOffers } from '../../domain/price-table/missing-amounts';
import type { PriceCellData } from '../../domain/price-table/price-cell';
import type { PricesOfStudio } from '../../domain/price-table/prices';
import type { IsoDate } from '../../domain/values/date-range';
import type { TakedownData } from '../../domain/content/takedown';
import type { RowKey } from '../listed-page';
import type { Page } from '../page';
import type { PriceTableViews } from './price-table-views';
import { Takedown } from '../../domain/content/takedown';
import { missingAmounts } from '../../domain/price-table/missing-amounts';
import { cellKey, cellOf } from '../../domain/price-table/price-cell';
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

/** What narrows the missing amounts; every part is optional and they narrow together. */
export interface MissingAmountFilter {
  readonly studio?: string | undefined;
  /** ISO 3166-1 alpha-2: one of those in which an amount is missing. */
  readonly territory?: string | undefined;
  readonly rightsType?: string | undefined;
}

export interface MissingAmountQuery extends MissingAmountFilter {
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

/** A cell of a price table that is missing, with how many titles wait for it. */
export interface WaitingCell extends PriceCellData {
  readonly titles: number;
}

/** The cells of one studio's price table that offers need from today on, each with the titles that wait for it. */
export async function waitingCells(
  { studio, today }: { readonly studio: string; readonly today: IsoDate },
  views: MissingAmountViews,
): Promise<readonly WaitingCell[]> {
  const offers = await views.tierOffers({ studio, after: today });
  const tables = await views.pricesOf(offers);
  const cells = inCells(missingAmounts(offers, tables, today), tables);
  const found = await views.waitingTitles(
    cells.map((cell) => cell.offers.flatMap((index) => keysOf(offers[index]))),
    today,
  );
  return cells.map((cell, index) => ({ ...cellOf(cell), titles: waitingOf(cell, found[index]) }));
}

/** The licenses with offers that wait for an amount on some day from today on. */
export async function licensesMissingAmounts(
  today: IsoDate,
  views: Pick<MissingAmountViews, 'tierOffers' | 'pricesOf'>,
): Promise<readonly string[]> {
  const offers = await views.tierOffers({ studio: undefined, after: today });
  const missing = missingAmounts(offers, await views.pricesOf(offers), today);
  const waiting = new Set(missing.flatMap(({ offers: some }) => some));
  return [...new Set([...waiting].flatMap((index) => offers[index]?.licenseIds ?? []))];
}

/** What is missing, by the cells it belongs in: territories that pay in one column are one. */
function inCells(
  missing: readonly MissingAmount[],
  tables: PricesOfStudio,
): readonly (MissingAmount & PriceCellData)[] {
  const cells = new Map<string, MissingAmount & PriceCellData>();
  for (const row of missing)
    for (const territory of row.territories) {
      const column = tables(row.studio)
        .on(row.neededOn)
        .columnFor({ ...row, territory });
      const cell = { ...row, ...column };
      const known = cells.get(cellKey(cell));
      cells.set(cellKey(cell), {
        ...cell,
        territories: [...(known?.territories ?? []), territory],
        offers: [...new Set([...(known?.offers ?? []), ...row.offers])],
        neededOn:
          known !== undefined && known.neededOn < row.neededOn ? known.neededOn : row.neededOn,
      });
    }
  return [...cells.values()];
}

/** A page of what is missing of price tables, by how many titles wait for it, then by the first day on which it is needed. */
export async function missingAmountPage(
  { studio, territory, rightsType, today, ...paging }: MissingAmountQuery,
  views: MissingAmountViews,
): Promise<Page<MissingAmountRow>> {
  const rows = await missingAmountRows({ studio, territory, rightsType, today }, views);
  return pageOfList(rows, paging, keyOf, compareKeys);
}

/** All of what `missingAmountPage` pages through. */
export async function missingAmountRows(
  {
    studio,
    territory: asked,
    rightsType,
    today,
  }: MissingAmountFilter & { readonly today: IsoDate },
  views: MissingAmountViews,
): Promise<readonly MissingAmountRow[]> {
  const offers = await views.tierOffers({ studio, after: today });
  const tables = await views.pricesOf(offers);
  const missing = missingAmounts(offers, tables, today).filter(
    (row) =>
      (asked === undefined || row.territories.includes(asked)) &&
      (rightsType === undefined || row.rightsType === rightsType),
  );
  const sets = new Map(missing.map(({ offers: some }) => [some.join(), some]));
  const found = await views.waitingTitles(
    [...sets.values()].map((some) => some.flatMap((index) => keysOf(offers[index]))),
    today,
  );
  const waiting = new Map([...sets.keys()].map((key, index) => [key, found[index]]));
  return missing
    .map(({ offers: some, ...row }) => {
      const [territory = ''] = row.territories;
      const table = tables(row.studio).on(row.neededOn);
      const titles = waitingOf(row, waiting.get(some.join()));
      return { ...row, titles, column: table.columnFor({ ...row, territory }) };
    })
    .sort((a, b) => compareKeys(keyOf(a), keyOf(b)));
}

function keysOf(offer: StoredTierOffers | undefined) {
  return (offer?.licenseIds ?? []).map((licenseId) => ({
    licenseId,
    startsOn: offer?.window.startsOn ?? '',
  }));
}

/** How many titles wait: not those that are taken down in all of the territories. */
function waitingOf(
  row: Omit<MissingAmount, 'offers'>,
  { titles, takenDown }: WaitingTitles = { titles: 0, takenDown: [] },
): number {
  return titles - takenDown.filter((takedowns) => isDown(row, takedowns)).length;
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
