import * as z from 'zod';
import type { ExportFormat } from '../../../../src/service/exports';
import { requireWorker } from '@/worker';
import { exportViews } from '../../../../src/bootstrap';
import { fileName } from '../../export-address';

export const dynamic = 'force-dynamic';

const TYPES: Record<ExportFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** The file of an export. What it is called at the end of the address plays no role. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ exportId: string }> },
): Promise<Response> {
  const { exportId } = await params;
  await requireWorker('/exports');
  const file = z.uuid().safeParse(exportId).success ? await exportViews().file(exportId) : null;
  if (file === null)
    return new Response('There is no such file, or it is not kept any more.\n', {
      status: 404,
      headers: {
        'content-type': 'text/plain; charset=utf-8',
        'cache-control': 'private, no-store',
      },
    });
  return new Response(Buffer.from(file.bytes), {
    headers: {
      'content-type': TYPES[file.format],
      'content-disposition': `attachment; filename="${fileName(file)}"`,
      'content-length': String(file.bytes.length),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
}
