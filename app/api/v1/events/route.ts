import { changeFeed, requestLimits, signIn, tokenViews } from '../../../../src/bootstrap';
import { validToken } from '../../../../src/service/people/token-service';
import { notAllowed } from '../allowed-methods';
import { authenticated } from '../guard';
import { Problem } from '../problems/problem';
import { problemOf } from '../problems/refusals';
import type { Listener } from './event-stream';
import { eventStream } from './event-stream';

export const dynamic = 'force-dynamic';
export const runtime = 'nodejs';

/** What happens, as it happens: for programs with a token, and for the pages of whoever is signed in. */
export async function GET(request: Request): Promise<Response> {
  try {
    return await eventStream(request, changeFeed(), await listenerOf(request.headers));
  } catch (error) {
    const problem = problemOf(error);
    if (problem === null) throw error;
    return problem.toResponse();
  }
}

const refuse = ({ method }: Request): Response =>
  notAllowed(method, ['GET', 'HEAD', 'OPTIONS']).toResponse();

export { refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT };

/** @throws Problem: no-token */
async function listenerOf(headers: Headers): Promise<Listener> {
  if (!headers.has('authorization')) {
    const person = await signIn().person(headers);
    if (person !== null)
      return {
        id: person.id,
        isStillAllowed: async () => (await signIn().person(headers)) !== null,
      };
  }
  const { id } = await authenticated(headers, { tokenViews, requestLimits });
  const { isAllowed, resetsIn } = await requestLimits().request(id);
  if (!isAllowed)
    throw new Problem('too-many-requests', `Wait ${resetsIn} seconds.`, {
      headers: { 'retry-after': String(resetsIn) },
    });
  return { id, isStillAllowed: () => hasToken(headers) };
}

async function hasToken(headers: Headers): Promise<boolean> {
  const secret = /^Bearer +(\S+) *$/i.exec(headers.get('authorization') ?? '')?.[1] ?? '';
  return (await validToken(secret, new Date().toISOString(), tokenViews())) !== null;
}
