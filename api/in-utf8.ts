import type { MiddlewareHandler } from 'hono';
import { Problem } from './problems/problem';
import { isRead } from './role-needed';

/**
 * Refuses text in another encoding than UTF-8, which JSON has (RFC 8259, section 8.1): read as UTF-8 it would be stored with
 * characters lost. Addresses are percent-encoded UTF-8 (RFC 3986, section 2.5).
 *
 * @throws Problem: malformed
 */
export const inUtf8: MiddlewareHandler = async ({ req }, next) => {
  if (!isPercentEncodedUtf8(req.url))
    throw new Problem('malformed', 'The address is not percent-encoded UTF-8.');
  // A read has no body, whatever its Content-Type says.
  const type = isRead(req.method) ? '' : (req.header('content-type') ?? '');
  if (/^application\/json\b/i.test(type)) {
    const [, charset = 'utf-8'] = /;\s*charset="?([\w-]+)/i.exec(type) ?? [];
    if (charset.toLowerCase() !== 'utf-8' || !isUtf8(await req.arrayBuffer()))
      throw new Problem('malformed', 'The body is not UTF-8. Send JSON in UTF-8.');
  }
  return next();
};

function isPercentEncodedUtf8(address: string): boolean {
  try {
    decodeURIComponent(address);
    return true;
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}

function isUtf8(bytes: ArrayBuffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
