import { v5 as uuid } from 'uuid';
import * as z from 'zod';
import type { ExportSummary } from '../../../../src/service/export/exports';
import type { ImportView } from '../../../../src/service/import/imports';
import { actorOf, requirePerson } from '@/person';
import { exportDesk, exportViews, importViews, watched } from '../../../../src/bootstrap';
import { orderRejectedRows } from '../../../../src/service/export/exports';
import { exportFile } from '../../../exports/export-file';
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
  const intent = { actor: actorOf(person), at: new Date().toISOString() };
  const subject = { what: 'import', id: view.id } as const;
  await watched({ kind: 'rejected-rows-ordered', actor: intent.actor, subject }, () =>
    orderRejectedRows(exportId, view, intent, exportDesk()),
  );
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
