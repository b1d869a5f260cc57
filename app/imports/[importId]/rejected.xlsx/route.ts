import { v5 as uuid } from 'uuid';
import * as z from 'zod';
import type { ExportSummary } from '../../../../src/service/export/export-views';
import type { ImportView } from '../../../../src/service/import/import-views';
import { callOf, requirePerson } from '@/person';
import { execute, exportViews, importViews } from '../../../../src/bootstrap';
import { named } from '../../../../src/service/commands/commands';
import { exportFile } from '../../../files/export-file';
import { importAddress } from '../../import-address';

export const dynamic = 'force-dynamic';

/** In milliseconds: so often it is asked whether the file is there, and so long. */
const [ASK_EVERY, WAIT] = [150, 30_000];

/**
 * The rejected rows of an import as a workbook. Writing thousands of rows takes seconds, so a job does it, and the page that
 * everybody shares goes on; asked for again, the file that was written for the same rows is there.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ importId: string }> },
): Promise<Response> {
  const { importId } = await params;
  const person = await requirePerson(importAddress(importId));
  const view = z.uuid().safeParse(importId).success ? await importViews().import(importId) : null;
  if (view === null) return refusal(404, 'This import does not exist.');
  const exportId = idOf(view);
  const { fileName, uploadedBy } = view;
  const ordered = await execute(
    named('export-rejected-rows', { exportId, importId: view.id, fileName, uploadedBy }),
    callOf(person),
  );
  if (ordered.status === 'busy' || ordered.status === 'unknown')
    return refusal(503, ordered.error.message);
  if (ordered.status === 'refused') return refusal(409, ordered.refusal.message);
  const made = await madeWithin(exportId, request.signal);
  if (made === null) return refusal(503, 'The workbook is not ready yet. Try again soon.');
  const file = await exportViews().file(exportId);
  return file === null
    ? refusal(410, made.failure ?? 'The workbook does not exist. Try again.')
    : exportFile(file);
}

/** The same for the same rows: they change with a check and with what was decided last. */
function idOf({ id, revision, state, settledAt }: ImportView): string {
  return uuid(`rejected rows ${revision} ${state} ${settledAt ?? ''}`, id);
}

/** @returns `null` when it took too long */
async function madeWithin(exportId: string, signal: AbortSignal): Promise<ExportSummary | null> {
  for (const end = Date.now() + WAIT; Date.now() < end && !signal.aborted;) {
    const made = await exportViews().export(exportId);
    if (made !== null && made.finishedAt !== null) return made;
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY));
  }
  return null;
}

function refusal(status: number, sentence: string): Response {
  return new Response(`${sentence}\n`, {
    status,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'private, no-store',
    },
  });
}
