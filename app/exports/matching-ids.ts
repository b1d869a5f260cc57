import 'server-only';
import type { SearchParameters } from '../../src/wire/address';
import type { Choosable } from './choose-cell';
import { contentViews, contractViews, licenseViews } from '../../src/bootstrap';
import { MAX_CHOSEN } from '../../src/domain/export/export-query';
import { contentFilterOf } from '../content/list/content-address';
import { contentQuery } from '../content/list/content-query';
import { contractFilterOf } from '../contracts/(list)/contracts-address';
import { contractsQuery } from '../contracts/(list)/contracts-query';
import { licenseFilter } from '../licenses/list/license-filter';
import { listQuery } from '../licenses/list/list-query';
import { today as currentDay } from '../today';

/**
 * The ids of all that a list finds by its filters, as they stand in its address; one more than an export takes says that
 * there are too many.
 */
export async function matchingIds(what: Choosable, filters: string): Promise<readonly string[]> {
  const parameters = new URLSearchParams(filters);
  const search: SearchParameters = Object.fromEntries(
    [...new Set(parameters.keys())].map((name) => [name, parameters.getAll(name)]),
  );
  const [today, pageSize] = [currentDay(), MAX_CHOSEN + 1];
  const found = await {
    license: async () =>
      licenseViews().matching(await licenseFilter(listQuery(search), today), today, pageSize),
    title: async () => {
      const filter = contentFilterOf(contentQuery(search));
      return (await contentViews().list({ filter, today, pageSize })).rows;
    },
    contract: async () => {
      const filter = contractFilterOf(contractsQuery(search));
      return (await contractViews().list({ ...filter, today, pageSize })).rows;
    },
  }[what]();
  return found.map(({ id }) => id);
}
