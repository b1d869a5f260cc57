import { AsyncLocalStorage } from 'node:async_hooks';
import type { ReadingRequest } from '../postgres/connection/reads';

/** Information about the current request. */
export interface RequestContext extends ReadingRequest {
  readonly requestId: string;
}

// Shared through `globalThis`, because the HTTP server and the app are separate bundles.
const processWide = globalThis as { crmsRequests?: AsyncLocalStorage<RequestContext> };

export function requests(): AsyncLocalStorage<RequestContext> {
  processWide.crmsRequests ??= new AsyncLocalStorage();
  return processWide.crmsRequests;
}

/** The id of the current request, for finding it in logs; `null` outside a request. */
export function requestId(): string | null {
  return requests().getStore()?.requestId ?? null;
}
