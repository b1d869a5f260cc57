import type { PriceEdit } from '../../domain/price-table/price-cell';
import type { PricesChanged } from '../../domain/price-table/price-table-change';
import type { Command, Outcome, PriceTableRepository, UnitOfWork } from '../unit-of-work';
import { NothingToUndo, UndoOutOfOrder } from '../../domain/license/license-errors';
import { PriceTable } from '../../domain/price-table/price-table';
import { inversePrices, takesPricesBack } from '../../domain/price-table/price-table-change';
import { standing } from '../../domain/standing';
import { NotFound, Stale, VersionAhead } from '../errors';

/** What an accepted command on a price table answers. */
export interface PriceTableSaved {
  readonly id: string;
  readonly version: number;
}

export interface RecordPriceTable extends Command {
  readonly priceTableId: string;
  /** The licensor's name; a studio has one table. */
  readonly studio: string;
  /** Its first prices: at least one. */
  readonly prices: readonly PriceEdit[];
}

interface PriceTableCommand extends Command {
  readonly priceTableId: string;
  readonly expectedVersion: number;
}

export interface ChangePrices extends PriceTableCommand {
  /** Each from its day on; all or nothing. */
  readonly prices: readonly PriceEdit[];
}

export interface RemovePriceDay extends PriceTableCommand {
  /** ISO 8601 day. */
  readonly day: string;
}

export interface UndoPrices extends PriceTableCommand {
  /** The version whose change is taken back: the newest, unless given. */
  readonly undoes?: number | undefined;
}

/** @throws PriceTableExists, NoPrices, and whatever a price is refused with, with its part `['prices', 3]` */
export function recordPriceTable(
  command: RecordPriceTable,
  unitOfWork: UnitOfWork,
): Promise<Outcome<PriceTableSaved>> {
  return unitOfWork.run(command, ({ priceTables }) => {
    const { priceTableId, studio, prices } = command;
    const table = PriceTable.record(priceTableId, studio, prices);
    priceTables.add(table);
    return Promise.resolve(saved(table));
  });
}

/** @throws NotFound, Stale, VersionAhead, and whatever a price is refused with, with its part `['prices', 3]` */
export function changePrices(
  command: ChangePrices,
  unitOfWork: UnitOfWork,
): Promise<Outcome<PriceTableSaved>> {
  return onTable(command, unitOfWork, (table) => {
    table.changePrices(command.prices);
  });
}

/** Takes away everything that changes on a day. @throws NotFound, Stale, VersionAhead, InvalidDate, NoSuchPriceDay */
export function removePriceDay(
  command: RemovePriceDay,
  unitOfWork: UnitOfWork,
): Promise<Outcome<PriceTableSaved>> {
  return onTable(command, unitOfWork, (table) => {
    table.removeDay(command.day);
  });
}

/**
 * Takes a change back by a change of its own: the newest, or an earlier one after which everything was taken back.
 *
 * @throws NotFound, Stale, VersionAhead, NothingToUndo, UndoOutOfOrder
 */
export function undoPrices(
  command: UndoPrices,
  unitOfWork: UnitOfWork,
): Promise<Outcome<PriceTableSaved>> {
  return onTable(command, unitOfWork, async (table, tables) => {
    const { prices } = await undoing(command, tables);
    table.changePrices(prices);
  });
}

/** @throws NothingToUndo, UndoOutOfOrder */
async function undoing(
  { priceTableId, expectedVersion, undoes = expectedVersion }: UndoPrices,
  tables: PriceTableRepository,
): Promise<PricesChanged> {
  const changes = await tables.changesAfter(priceTableId, undoes - 1);
  const story = changes.map((change, index) => ({ version: undoes + index, change }));
  const [undone] = story;
  const back = undone === undefined ? null : inversePrices(undone.change);
  if (back === null) throw new NothingToUndo('Recording a price table');
  if (standing(story, takesPricesBack).at(-1)?.version !== undoes) throw new UndoOutOfOrder(undoes);
  return back;
}

function onTable(
  command: PriceTableCommand,
  unitOfWork: UnitOfWork,
  act: (table: PriceTable, tables: PriceTableRepository) => Promise<void> | void,
): Promise<Outcome<PriceTableSaved>> {
  return unitOfWork.run(command, async ({ priceTables }) => {
    const { priceTableId: id, expectedVersion } = command;
    const table = await priceTables.get(id);
    if (table === null) throw new NotFound('price-table', id);
    if (table.version > expectedVersion) throw new Stale('price-table', id, expectedVersion);
    if (table.version < expectedVersion) throw new VersionAhead(expectedVersion, table.version);
    await act(table, priceTables);
    priceTables.save(table);
    return saved(table);
  });
}

function saved({ id, version, change }: PriceTable): PriceTableSaved {
  return { id, version: change === null ? version : version + 1 };
}
