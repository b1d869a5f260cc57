import type { FileTooLarge } from '../../../src/domain/import/import-errors';
import { callOf, currentPerson } from '@/person';
import { hasCode } from '../../../src/domain/errors';
import { execute } from '../../../src/bootstrap';
import { mayActAs } from '../../../src/domain/people/role';
import { named } from '../../../src/service/commands/commands';
import { isSentFromHere } from '@/same-origin';
import { CROSS_ORIGIN, mayNot, SIGNED_OUT } from '@/refusal';
import { uploadInput } from './upload-input';
import { sentFile } from '../sent-file';

export const dynamic = 'force-dynamic';

/** Takes a workbook in: a server action would take 256 KB. Its address names the import, so that sent twice it is one. */
export async function PUT(request: Request): Promise<Response> {
  if (!isSentFromHere(request.headers)) return answer(403, CROSS_ORIGIN);
  const person = await currentPerson();
  if (person === null) return answer(401, SIGNED_OUT);
  if (!mayActAs(person.role, 'editor')) return answer(403, mayNot(person.role));
  const parsed = uploadInput.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!parsed.success) return answer(400, 'This upload is not valid. Reload the page.');
  const { importId, fileName } = parsed.data;
  let bytes: Uint8Array;
  try {
    bytes = await sentFile(request);
  } catch (error) {
    if (hasCode<FileTooLarge>(error, 'file-too-large')) return answer(413, error.message);
    throw error;
  }
  const command = named('upload-import', { importId, fileName, bytes });
  const result = await execute(command, callOf(person));
  switch (result.status) {
    case 'done':
      return answer(201, 'It is being checked.');
    case 'stale':
      return answer(422, result.stale.message);
    case 'refused':
      return answer(422, result.refusal.message);
    case 'busy':
      return answer(503, result.error.message);
    case 'unknown':
      return answer(
        503,
        `${result.error.message} Retrying is safe: only one import will be created.`,
      );
  }
}

function answer(status: number, sentence: string): Response {
  return new Response(`${sentence}\n`, {
    status,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'private, no-store',
    },
  });
}
