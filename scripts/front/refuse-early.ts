/*
 * What Next would answer with an error of its own, or by rendering a page: methods that it does not know or that nothing
 * here takes, and addresses that are not percent-encoded UTF-8 (RFC 3986, section 2.5).
 */

import type { IncomingMessage, ServerResponse } from 'node:http';

/** Problem details (RFC 9457) with the headers that belong to them. */
export interface EarlyRefusal {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The API answers these itself, and says for each address which it takes (api/allowed-methods.ts). */
const KNOWN = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
/** Pages and files are read, and forms are posted. */
const OF_PAGES = ['GET', 'HEAD', 'POST', 'OPTIONS'];
/** A workbook is sent by PUT, because its address names the import (app/imports/upload/route.ts). */
const OF_UPLOADS = [...OF_PAGES, 'PUT'];

/** Answers a request that Next is not to see. Returns whether it did. */
export function refuseEarly(request: IncomingMessage, response: ServerResponse): boolean {
  const refusal = refusalOf(request);
  if (refusal === null) return false;
  const { headers = {}, ...problem } = refusal;
  response.writeHead(problem.status, {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(request.method === 'HEAD' ? undefined : JSON.stringify(problem));
  // A body that nobody reads would be taken for the next request.
  request.resume();
  return true;
}

/** Why a request is not to go on to Next, or null when it is. */
export function refusalOf({
  method = '',
  url = '',
}: Pick<IncomingMessage, 'method' | 'url'>): EarlyRefusal | null {
  const [path = ''] = url.split('?', 1);
  if (!KNOWN.includes(method))
    return {
      type: 'about:blank',
      title: 'Not implemented',
      status: 501,
      detail: `Nothing here takes ${method}.`,
    };
  if (!isPercentEncodedUtf8(path))
    return {
      type: '/api/v1/docs#malformed',
      title: 'Malformed request',
      status: 400,
      detail: 'The address is not percent-encoded UTF-8.',
      code: 'malformed',
    };
  const allowed = path === '/imports/upload' ? OF_UPLOADS : OF_PAGES;
  if (allowed.includes(method) || path.startsWith('/api/')) return null;
  return {
    type: '/api/v1/docs#method-not-allowed',
    title: 'Method not allowed',
    status: 405,
    detail: `${method} is not supported here.`,
    code: 'method-not-allowed',
    headers: { allow: allowed.join(', ') },
  };
}

function isPercentEncodedUtf8(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}
