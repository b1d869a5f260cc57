import 'server-only';
import * as z from 'zod';
import type { StoredPriceTable } from '../../src/service/price-table/price-table-views';
import { requirePerson } from '@/person';
import { priceTableViews } from '../../src/bootstrap';

/** The price table that a request for a file names, and what it asks; `null` where there is none. */
export async function askedPriceTable<Asked>(
  request: Request,
  params: Promise<{ priceTableId: string }>,
  search: z.ZodType<Asked>,
): Promise<{ readonly table: StoredPriceTable; readonly asked: Asked } | null> {
  const { priceTableId } = await params;
  await requirePerson(`/price-tables/${priceTableId}`);
  const asked = search.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  const table = z.uuid().safeParse(priceTableId).success
    ? await priceTableViews().table(priceTableId)
    : null;
  return table !== null && asked.success ? { table, asked: asked.data } : null;
}

export function noPriceTable(): Response {
  return new Response('This price table does not exist.\n', {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
}
