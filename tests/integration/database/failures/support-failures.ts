import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import {
  COMMAND_LIMITS,
  openDatabase,
} from '../../../../src/adapters/postgres/connection/database';

/** Opens a database until the test ends. */
export function opened(url: string, connections = 2, limits = COMMAND_LIMITS) {
  const own = openDatabase(url, { connections, limits });
  onTestFinished(() => own.close());
  return own;
}

/** A port at which nobody listens. */
export async function unusedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
