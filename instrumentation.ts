import type { Instrumentation } from 'next';

/** Next calls this for every error that nobody expected; its reference is what people were shown. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { operations } = await import('./src/bootstrap');
  const { method, path } = request;
  const what = `${context.routeType} ${context.routePath}`;
  operations().failedRequest({ method, path, what, error });
};
