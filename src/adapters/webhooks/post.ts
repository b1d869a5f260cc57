import type { LookupFunction } from 'node:net';
import { lookup } from 'node:dns';
import { request as requestHttp, STATUS_CODES } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { Attempt, AttemptFailure } from '../../domain/events/delivery';
import type { WebhookPlaces } from '../../domain/events/webhook';
import { CodedError, hasCode } from '../../domain/errors';
import { ANSWER_TIMEOUT } from '../../domain/events/delivery';
import { webhookUrl } from '../../domain/events/webhook';

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
): Promise<{ readonly attempt: Attempt; readonly phrase: string }> {
  const begun = performance.now();
  try {
    const status = await statusOf(webhookUrl(url, places), headers, body, places, signal);
    const milliseconds = performance.now() - begun;
    const phrase = STATUS_CODES[status] ?? '';
    return { attempt: { kind: 'answered', status, milliseconds }, phrase };
  } catch (error) {
    if (signal.aborted) throw error;
    return { attempt: { kind: failureOf(error) }, phrase: '' };
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
      signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_TIMEOUT)]),
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

const NETWORK: Readonly<Record<string, AttemptFailure>> = {
  ECONNREFUSED: 'connection-refused',
  ENOTFOUND: 'unknown-host',
  EAI_AGAIN: 'unresolved-host',
  ECONNRESET: 'connection-closed',
  ETIMEDOUT: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
};

function failureOf(error: unknown): AttemptFailure {
  if (!(error instanceof Error)) return 'not-sent';
  if (hasCode<PrivateAddress>(error, 'private-address')) return 'private-address';
  const causes = [error.name, (error.cause as Error | undefined)?.name];
  if (causes.includes('TimeoutError') || causes.includes('AbortError')) return 'no-response';
  const code = 'code' in error ? String(error.code) : '';
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO/.test(code)) return 'invalid-certificate';
  return NETWORK[code] ?? 'not-sent';
}
