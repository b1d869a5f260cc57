import 'server-only';
import type { LicenseFilter } from '../../../src/service/license/license-views';
import type { IsoDate } from '../../../src/domain/values/date-range';
import type { ListQuery } from './list-address';
import { missingAmountViews } from '../../../src/bootstrap';
import { licensesMissingAmounts } from '../../../src/service/price-table/missing-amounts';
import { filterOf } from './list-query';

/** What the list is filtered by, with the licenses that miss an amount where they are asked for. */
export async function licenseFilter(query: ListQuery, today: IsoDate): Promise<LicenseFilter> {
  const filter = filterOf(query);
  if (query.missing === undefined) return filter;
  return { ...filter, ids: await licensesMissingAmounts(today, missingAmountViews()) };
}
