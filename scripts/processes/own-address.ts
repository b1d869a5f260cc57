/**
 * How this machine itself names a host that it listens at, as a part of an address: what listens at every address of the
 * machine is also on the loopback.
 */
export function ownAddress(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}
