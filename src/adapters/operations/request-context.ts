import { AsyncLocalStorage } from 'node:async_hooks';

/** What is known of the request that is being answered. */
export interface RequestContext {
  readonly requestId: string;
}

// The server that takes requests and the app it hands them to are bundled apart: they meet here.
const processWide = globalThis as { crmsRequests?: AsyncLocalStorage<RequestContext> };

export function requests(): AsyncLocalStorage<RequestContext> {
  processWide.crmsRequests ??= new AsyncLocalStorage();
  return processWide.crmsRequests;
}

/** The id of the request that is being answered, by which it is found in logs; `null` outside of one. */
export function requestId(): string | null {
  return requests().getStore()?.requestId ?? null;
}
