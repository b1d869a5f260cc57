import * as z from 'zod';
import type { Api } from '../environment';
import { READ_REFUSALS, TOKEN } from '../operation';
import { AGGREGATES } from '../../src/service/errors';
import { Id } from '../../src/wire/identity';

/** Describes the stream of events, which a route of its own answers because it goes on and on. */
export function describeEvents(api: Api): void {
  api.openAPIRegistry.registerPath({
    ...{ method: 'get', path: '/events', tags: ['Events'], security: TOKEN },
    operationId: 'readEvents',
    summary: 'Stream committed changes as server-sent events. Resume with Last-Event-ID.',
    request: {
      headers: z.object({ 'last-event-id': z.string().optional() }),
      query: z.object({
        aggregate: z.array(z.enum(AGGREGATES)).optional().meta({ description: 'May be repeated.' }),
        id: z.array(Id).max(100).optional().meta({
          description: 'Id of a license, contract, title or price table to watch; may be repeated.',
        }),
      }),
    },
    responses: {
      200: {
        description: 'The event stream.',
        content: { 'text/event-stream': { schema: z.string() } },
      },
      ...READ_REFUSALS,
    },
  });
}
