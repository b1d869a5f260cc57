import type { Context } from 'hono';
import type { ApiEnvironment } from '../environment';
import type { ApiServices } from '../services';
import type { Listener } from './event-stream';
import { validToken } from '../../src/service/people/token-service';
import { authenticated, secretOf } from '../guard';
import { Problem } from '../problems/problem';
import { EVENT_STREAM_HEADERS, eventStream } from './event-stream';

/** Answers with what happens, as it happens: programs with a token, and the pages of whoever is signed in. */
export async function answerEvents(
  context: Context<ApiEnvironment>,
  services: ApiServices,
): Promise<Response> {
  const listener = await listenerOf(context, services);
  // Who asks for the headers alone would leave a stream open that nobody reads.
  if (context.req.method === 'HEAD') return new Response(null, { headers: EVENT_STREAM_HEADERS });
  return eventStream(context.req.raw, services.changeFeed(), listener);
}

/** @throws Problem: no-token, too-many-requests */
async function listenerOf(
  context: Context<ApiEnvironment>,
  services: ApiServices,
): Promise<Listener> {
  const authorization = context.req.header('authorization');
  if (authorization === undefined) {
    const { headers } = context.req.raw;
    const person = await services.person(headers);
    if (person !== null)
      return {
        id: person.id,
        isStillAllowed: async () => (await services.person(headers)) !== null,
      };
  }
  const { id } = await authenticated(context, services);
  const { isAllowed, resetsIn } = await services.requestLimits().request(id);
  if (!isAllowed)
    throw new Problem('too-many-requests', `Wait ${resetsIn} seconds.`, {
      headers: { 'retry-after': String(resetsIn) },
    });
  const secret = secretOf(authorization) ?? '';
  return {
    id,
    isStillAllowed: async () =>
      (await validToken(secret, new Date().toISOString(), services.tokenViews())) !== null,
  };
}
