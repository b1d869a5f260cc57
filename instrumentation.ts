import type { Instrumentation } from 'next';

// The server that Next runs in is bundled apart: what it has to know, and to do at the end, is left where it finds it.
const processWide = globalThis as { crmsEnding?: unknown; crmsFront?: unknown };

/** Next calls this once per process, before it answers anybody. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { beginWebProcess } = await import('./src/web-process');
  const { ending, front } = await beginWebProcess();
  processWide.crmsEnding = ending;
  processWide.crmsFront = front;
}

/** Next calls this for every error that nobody expected; its reference is what people were shown. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { operations } = await import('./src/bootstrap');
  const { method, path } = request;
  const what = `${context.routeType} ${context.routePath}`;
  operations().failedRequest({ method, path, what, error });
};
