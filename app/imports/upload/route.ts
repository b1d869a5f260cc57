import type { Busy, OutcomeUnknown } from '../../../src/service/errors';
import type { FileTooLarge } from '../../../src/service/import/imports';
import { actorOf, currentPerson } from '@/person';
import { hasCode, isDomainError } from '../../../src/domain/errors';
import { importDesk, watched } from '../../../src/bootstrap';
import { mayActAs } from '../../../src/domain/people/role';
import { assertWorkbook } from '../../../src/service/import/workbook-signature';
import { isSentFromHere } from '@/same-origin';
import { CROSS_ORIGIN, mayNot, SIGNED_OUT } from '@/refusal';
import { uploadInput } from '../import-input';
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
  try {
    const bytes = await sentFile(request);
    assertWorkbook({ name: fileName, size: bytes.byteLength, head: bytes });
    const actor = actorOf(person);
    const subject = { what: 'import', id: importId } as const;
    await watched({ kind: 'import-uploaded', actor, subject }, () =>
      importDesk().upload({ importId, fileName, bytes, actor, at: new Date().toISOString() }),
    );
    return answer(201, 'It is being checked.');
  } catch (error) {
    if (hasCode<FileTooLarge>(error, 'file-too-large')) return answer(413, error.message);
    if (isDomainError(error)) return answer(422, error.message);
    if (hasCode<Busy>(error, 'busy')) return answer(503, error.message);
    if (hasCode<OutcomeUnknown>(error, 'outcome-unknown'))
      return answer(503, `${error.message} Retrying is safe: only one import will be created.`);
    throw error;
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
