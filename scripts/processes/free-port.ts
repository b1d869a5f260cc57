import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';

/** A port nobody listens at now; whoever takes it must be prepared to find that somebody was quicker. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
