import { stringify } from 'csv-stringify/sync';
import * as z from 'zod';
import { askedPriceTable, noPriceTable } from '../../../files/asked-price-table';
import { neutralized } from '../../../../src/domain/avails/cell-text';
import { Prices } from '../../../../src/domain/price-table/prices';
import { isIsoDate } from '../../../../src/domain/values/date-range';
import { fold } from '../../../../src/domain/names/folding';
import { gridRows } from '../../grid-rows';

export const dynamic = 'force-dynamic';

/** Makes spreadsheets read the file as UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

const search = z.object({
  rightsType: z.string().max(20),
  kind: z.string().max(20),
  day: z.string().refine((text) => isIsoDate(text)),
});

/** A state of a price table as CSV: pasted back from a spreadsheet, it changes nothing. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ priceTableId: string }> },
): Promise<Response> {
  const found = await askedPriceTable(request, params, search);
  if (found === null) return noPriceTable();
  const { table, asked } = found;
  const { day, ...view } = asked;
  const rows = gridRows(Prices.of(table.prices), view, day);
  const text = stringify(
    rows.map((row) => row.map(neutralized)),
    { record_delimiter: 'windows' },
  );
  const studio = fold(table.studio).replace(/[^a-z0-9]+/g, '-');
  return new Response(BYTE_ORDER_MARK + text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="prices-${studio}-${day}.csv"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
}
