import type { RightsType } from '../../values/rights-type';
import type { Territory } from '../../values/territory';
import type { RefusedRow } from '../avail-entry';
import type { FileTitle } from './file-titles';
import type { ImportItem, RowRef } from './import-plan';
import type { Line } from './lines';
import { takedownPlaces } from '../../content/takedown';
import { listed } from '../../values/words';
import { businessFamily } from '../vocabulary/vocabulary';
import { isSamePrice, withoutFormat } from './lines';

/** Territories in which stored offers stay because rows of the full extract are refused. */
export interface HeldPlace {
  readonly territories: readonly Territory[];
  /** The rows that have to be repaired first. */
  readonly rows: readonly RowRef[];
}

/** The refused rows of full extracts, by the titles that they may be about. */
export class RefusedRows {
  private readonly byAlid = new Map<string, RefusedRow[]>();

  constructor(refused: readonly RefusedRow[]) {
    for (const row of refused)
      for (const alid of row.alids) this.byAlid.set(alid, [...(this.byAlid.get(alid) ?? []), row]);
  }

  /** Those in the scope of a title, a territory and the family of a rights type. */
  at(alid: string, territory: Territory, type: RightsType): readonly RowRef[] {
    return (this.byAlid.get(alid) ?? [])
      .filter(
        ({ territories, rightsType }) =>
          (territories?.includes(territory) ?? true) &&
          (rightsType === null || businessFamily(rightsType) === businessFamily(type)),
      )
      .map(({ sheet, row }) => ({ sheet, row }));
  }
}

/**
 * The lines of an incomplete full extract: those of its rows, and of what is stored every day that they do not name. A row
 * inside a stored line of the same format and price changes nothing.
 */
export function withoutWithdrawals(
  said: readonly Line[],
  stored: readonly Line[],
): readonly Line[] {
  const isThere = (line: Line) =>
    stored.some(
      (one) =>
        (one.format === null || one.format === line.format) &&
        isSamePrice(one.price, line.price) &&
        one.window.encloses(line.window),
    );
  const news = said.filter((line) => !isThere(line));
  const left = news.reduce(
    (lines, { format, window }) => withoutFormat(lines, format, [window]),
    [...stored],
  );
  return [...left, ...news];
}

/** The review item of a title whose stored offers stay. */
export function heldItem(title: FileTitle, type: RightsType, held: readonly HeldPlace[]) {
  const territories = held.flatMap((place) => place.territories).sort();
  const rows = [
    ...new Map(
      held.flatMap((place) => place.rows).map((one) => [`${one.sheet}\n${one.row}`, one]),
    ).values(),
  ];
  const where = takedownPlaces({ territories, rightsTypes: [type] });
  const item: ImportItem = {
    ...{ what: 'title', outcome: 'kept', name: title.details.title, id: title.id },
    words: `Nothing is withdrawn ${where} until ${rowsInWords(rows)} repaired`,
    rows,
  };
  return item;
}

const MAX_NAMED = 5;

function rowsInWords(rows: readonly RowRef[]): string {
  const [first] = rows;
  const isOneSheet = rows.every(({ sheet }) => sheet === first?.sheet);
  const names = rows
    .slice(0, MAX_NAMED)
    .map(({ sheet, row }) => (isOneSheet ? String(row) : `${row} of ${sheet}`));
  const all = `${rows.length === 1 ? 'row' : 'rows'} ${listed(names, rows.length)}`;
  return `${all}${isOneSheet ? ` of ${first?.sheet ?? ''}` : ''} ${rows.length === 1 ? 'is' : 'are'}`;
}
