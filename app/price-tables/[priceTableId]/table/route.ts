import * as z from 'zod';
import { requirePerson } from '@/person';
import { priceTableViews, writePriceFile } from '../../../../src/bootstrap';
import { sheetRows } from '../../../../src/domain/price-table/price-sheet';
import { tableFile } from '../../../files/price-table-file';

export const dynamic = 'force-dynamic';

const search = z.object({ format: z.enum(['csv', 'xlsx']) });

/** A whole price table as a file: imported again, it changes nothing. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ priceTableId: string }> },
): Promise<Response> {
  const { priceTableId } = await params;
  await requirePerson(`/price-tables/${priceTableId}`);
  const asked = search.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  const table = z.uuid().safeParse(priceTableId).success
    ? await priceTableViews().table(priceTableId)
    : null;
  if (table === null || !asked.success)
    return new Response('This price table does not exist.\n', {
      status: 404,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    });
  const { format } = asked.data;
  const bytes = writePriceFile(format, sheetRows(table.prices));
  return tableFile({ ...table, bytes }, format);
}
