import * as z from 'zod';
import { askedPriceTable, noPriceTable } from '../../../files/asked-price-table';
import { writePriceFile } from '../../../../src/bootstrap';
import { sheetRows } from '../../../../src/domain/price-table/price-sheet';
import { tableFile } from '../../../files/price-table-file';

export const dynamic = 'force-dynamic';

const search = z.object({ format: z.enum(['csv', 'xlsx']) });

/** A whole price table as a file: imported again, it changes nothing. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ priceTableId: string }> },
): Promise<Response> {
  const found = await askedPriceTable(request, params, search);
  if (found === null) return noPriceTable();
  const { table, asked } = found;
  const { format } = asked;
  const bytes = writePriceFile(format, sheetRows(table.prices));
  return tableFile({ ...table, bytes }, format);
}
