/**
 * Whether an `Origin` header (RFC 6454) is the installation’s own origin. Loopback names are interchangeable: if the
 * installation's URL has one of them, any of them matches.
 *
 * @param url the configured URL of the installation, not the request's host, which the sender controls
 */
export function isOwnOrigin(origin: string, url: string): boolean {
  if (!URL.canParse(origin)) return false;
  const [sent, own] = [new URL(origin), new URL(url)];
  if (sent.origin === own.origin) return true;
  return (
    isLoopback(sent) && isLoopback(own) && sent.protocol === own.protocol && sent.port === own.port
  );
}

function isLoopback({ hostname }: URL): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
