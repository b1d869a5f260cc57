import type { FileTooLarge } from '../../../src/domain/import/import-errors';
import type { UnreadableWorkbook } from '../../../src/domain/avails/unreadable-workbook';
import { currentPerson } from '@/person';
import { CROSS_ORIGIN, mayNot, SIGNED_OUT } from '@/refusal';
import { isSentFromHere } from '@/same-origin';
import { readPriceFile } from '../../../src/bootstrap';
import { hasCode } from '../../../src/domain/errors';
import { mayActAs } from '../../../src/domain/people/role';
import { sentFile } from '../../imports/sent-file';

export const dynamic = 'force-dynamic';

/** The rows of a workbook or CSV file as text, for the preview in the browser: nothing is stored. */
export async function POST(request: Request): Promise<Response> {
  if (!isSentFromHere(request.headers)) return refusal(403, CROSS_ORIGIN);
  const person = await currentPerson();
  if (person === null) return refusal(401, SIGNED_OUT);
  if (!mayActAs(person.role, 'editor')) return refusal(403, mayNot(person.role));
  try {
    return Response.json(await readPriceFile(await sentFile(request)), { headers: NOT_STORED });
  } catch (error) {
    if (hasCode<FileTooLarge>(error, 'file-too-large')) return refusal(413, error.message);
    if (hasCode<UnreadableWorkbook>(error, 'unreadable-workbook'))
      return refusal(422, error.message);
    throw error;
  }
}

const NOT_STORED = { 'cache-control': 'private, no-store' };

function refusal(status: number, sentence: string): Response {
  return new Response(`${sentence}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', ...NOT_STORED },
  });
}
