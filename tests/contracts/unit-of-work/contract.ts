import type { Storage } from './storage';
import { changesContract } from './changes';
import { keysContract } from './keys';
import { pricePlansContract } from './price-plans';
import { priceTablesContract } from './price-tables';
import { readsContract } from './reads';
import { referenceNumbersContract } from './reference-numbers';
import { titleClosingsContract } from './title-closings';
import { titleWritersContract } from './title-writers';
import { titlesContract } from './titles';
import { voidContractsContract } from './void-contracts';
import { writersContract } from './writers';

/** What holds for every unit of work, whatever it stores in. */
export function unitOfWorkContract(name: string, create: () => Promise<Storage>): void {
  for (const part of [
    readsContract,
    changesContract,
    writersContract,
    keysContract,
    referenceNumbersContract,
    titlesContract,
    titleClosingsContract,
    titleWritersContract,
    priceTablesContract,
    pricePlansContract,
    voidContractsContract,
  ])
    part(name, create);
}
