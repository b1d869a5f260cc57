import * as z from 'zod';
import { requirePerson } from '@/person';
import { exportViews } from '../../../../src/bootstrap';
import { exportFile } from '../../../files/export-file';

export const dynamic = 'force-dynamic';

/** The file of an export. What it is called at the end of the address plays no role. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ exportId: string }> },
): Promise<Response> {
  const { exportId } = await params;
  await requirePerson('/exports');
  const file = z.uuid().safeParse(exportId).success ? await exportViews().file(exportId) : null;
  if (file === null)
    return new Response('This file does not exist or is no longer stored.\n', {
      status: 404,
      headers: {
        'content-type': 'text/plain; charset=utf-8',
        'cache-control': 'private, no-store',
      },
    });
  return exportFile(file);
}
