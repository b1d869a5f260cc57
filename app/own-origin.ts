/**
 * Whether an origin (RFC 6454), as a browser says it, is the installation’s own. On the machine itself people call it by
 * several names, so any of them is right where it is known by one of them.
 *
 * @param url the address that the installation is known by; what a request says of its host, its sender has written
 */
export function isOwnOrigin(origin: string, url: string): boolean {
  if (!URL.canParse(origin)) return false;
  const [said, own] = [new URL(origin), new URL(url)];
  if (said.origin === own.origin) return true;
  return (
    isLoopback(said) && isLoopback(own) && said.protocol === own.protocol && said.port === own.port
  );
}

function isLoopback({ hostname }: URL): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
