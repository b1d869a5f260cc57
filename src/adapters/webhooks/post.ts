import type { LookupFunction } from 'node:net';
import { lookup } from 'node:dns';
import { request as requestHttp, STATUS_CODES } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { WebhookPlaces } from '../../service/events/webhooks';
import { CodedError, hasCode } from '../../domain/errors';
import { webhookUrl } from '../../service/events/webhooks';

/** What a try came to, in words for people. */
export interface PostAnswer {
  readonly isTaken: boolean;
  readonly words: string;
}

/** In milliseconds. */
const PATIENCE = 10_000;

/**
 * Whether an IP address is one that not everybody can reach: anything but global unicast (RFC 6890), so also loopback,
 * link-local, shared (CGNAT), unique local and documentation addresses, and IPv6 addresses that stand for an IPv4 one.
 */
export function isPrivateAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return true;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast') return true;
  // The library calls unicast what nobody has been given yet; all that is given is in 2000::/3 (RFC 4291, 2.4).
  return parsed.kind() === 'ipv6' && !parsed.match(ipaddr.parseCIDR('2000::/3'));
}

class PrivateAddress extends CodedError {
  readonly code = 'private-address';

  constructor() {
    super('The URL points to a private network. Webhooks are sent only to public addresses.');
  }
}

/** Looks a name up and refuses it where it leads; the connection then goes to that very address, and to no other. */
const publicLookup: LookupFunction = (name, options, done) => {
  lookup(name, { ...options, all: true }, (error, found) => {
    if (error !== null) done(error, []);
    else if (found.some(({ address }) => isPrivateAddress(address))) done(new PrivateAddress(), []);
    else if (options.all === true) done(null, found);
    else done(null, found[0]?.address ?? '', found[0]?.family);
  });
};

/** Sends a body once. Redirects are not followed, and what is answered is not read beyond its status. */
export async function post(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  places: WebhookPlaces,
  signal: AbortSignal,
): Promise<PostAnswer> {
  const begun = performance.now();
  try {
    const status = await statusOf(webhookUrl(url, places), headers, body, places, signal);
    const words = `${status} ${STATUS_CODES[status] ?? ''}`.trim();
    const isTaken = status >= 200 && status < 300;
    const isElsewhere = status >= 300 && status < 400;
    return {
      isTaken,
      words: isElsewhere
        ? `${words}: redirects are not followed.`
        : `${words}, after ${Math.round(performance.now() - begun)} ms.`,
    };
  } catch (error) {
    if (signal.aborted) throw error;
    return { isTaken: false, words: failureWords(error) };
  }
}

function statusOf(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  { mayBePrivate }: WebhookPlaces,
  signal: AbortSignal,
): Promise<number> {
  const { protocol, hostname } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, '');
  if (!mayBePrivate && isIP(host) !== 0 && isPrivateAddress(host))
    return Promise.reject(new PrivateAddress());
  const send = protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const sent = send(url, {
      method: 'POST',
      agent: false,
      headers: {
        ...headers,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'CRMS-Webhooks/1',
      },
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]),
      ...(mayBePrivate ? {} : { lookup: publicLookup }),
    });
    sent.on('error', reject);
    sent.on('response', (response) => {
      response.on('error', () => undefined);
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
    sent.end(body);
  });
}

const NETWORK: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'The connection was refused.',
  ENOTFOUND: 'The host name does not exist.',
  EAI_AGAIN: 'The host name could not be resolved.',
  ECONNRESET: 'The connection closed before a response.',
  ETIMEDOUT: 'The host could not be reached.',
  EHOSTUNREACH: 'The host could not be reached.',
  ENETUNREACH: 'The host could not be reached.',
};

function failureWords(error: unknown): string {
  if (!(error instanceof Error)) return 'The request could not be sent.';
  if (hasCode<PrivateAddress>(error, 'private-address')) return error.message;
  const causes = [error.name, (error.cause as Error | undefined)?.name];
  if (causes.includes('TimeoutError') || causes.includes('AbortError'))
    return `No response within ${PATIENCE / 1_000} seconds.`;
  const code = 'code' in error ? String(error.code) : '';
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO/.test(code)) return 'The certificate is not valid.';
  return NETWORK[code] ?? 'The request could not be sent.';
}
