import type {
  ChangePrices,
  PriceTableSaved,
  RecordPriceTable,
  RemovePriceDay,
  UndoPrices,
} from '../../../src/service/price-table/price-table-service';
import type { Outcome, UnitOfWork } from '../../../src/service/unit-of-work';
import type { Build } from '../build';

/** A command on a price table. */
export type PriceRequest =
  | { readonly kind: 'record prices'; readonly command: RecordPriceTable }
  | { readonly kind: 'change prices'; readonly command: ChangePrices }
  | { readonly kind: 'remove price day'; readonly command: RemovePriceDay }
  | { readonly kind: 'undo prices'; readonly command: UndoPrices };

export function changePriceTable(
  { priceTables }: Build,
  unitOfWork: UnitOfWork,
  request: PriceRequest,
): Promise<Outcome<PriceTableSaved>> {
  switch (request.kind) {
    case 'record prices':
      return priceTables.recordPriceTable(request.command, unitOfWork);
    case 'change prices':
      return priceTables.changePrices(request.command, unitOfWork);
    case 'remove price day':
      return priceTables.removePriceDay(request.command, unitOfWork);
    case 'undo prices':
      return priceTables.undoPrices(request.command, unitOfWork);
  }
}
