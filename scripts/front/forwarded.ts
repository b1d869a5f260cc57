import type { IncomingHttpHeaders } from 'node:http';
import { isIPv4 } from 'node:net';
import type { Front } from '../../src/web-process';

/**
 * Makes the headers of a request say only what is known of where it came from. Anybody can write X-Forwarded-For: each proxy
 * adds the address it was asked from to its end, so as many entries from the end are true as there are proxies of ours.
 * Behind them the app finds the one address in X-Forwarded-For, and in X-Forwarded-Host and -Proto the address that the
 * installation is known by.
 *
 * @param headers of the request, lower-case; they are changed
 * @param remoteAddress of the connection
 */
export function believeForwarded(
  headers: IncomingHttpHeaders,
  remoteAddress: string | undefined,
  { trustedProxies, url }: Pick<Front, 'trustedProxies' | 'url'>,
): void {
  const told = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '');
  const seen = [...told, withoutMapping(remoteAddress ?? 'unknown')];
  headers['x-forwarded-for'] = seen.at(-1 - trustedProxies) ?? seen[0];

  const { host, hostname, protocol } = new URL(url);
  for (const name of ['forwarded', 'x-forwarded-host', 'x-forwarded-port', 'x-forwarded-proto'])
    Reflect.deleteProperty(headers, name);
  if (isLoopback(hostname)) return;
  headers['x-forwarded-host'] = host;
  headers['x-forwarded-proto'] = protocol.slice(0, -1);
}

/** A server that listens on IPv6 sees those who come by IPv4 as ::ffff:192.0.2.1. */
function withoutMapping(address: string): string {
  const mapped = address.replace(/^::ffff:/i, '');
  return isIPv4(mapped) ? mapped : address;
}

/** On the machine itself people call it by several names. */
function isLoopback(hostname: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
