import pg from 'pg';
import type { Host } from './address';

/** None of several hosts takes writes: none is the primary, or it cannot be reached. */
class NoPrimary extends Error {
  constructor(hosts: readonly Host[], reasons: readonly unknown[]) {
    super(
      `Can't reach database server: none of ${hosts.map(({ host, port }) => `${host}:${port}`).join(', ')} takes writes`,
      { cause: reasons[0] },
    );
  }
}

/**
 * Asks a server whether it takes writes.
 *
 * @param patience milliseconds
 * @throws Error when it does not, or does not answer
 */
export async function requireWritable(client: pg.Client, patience?: number): Promise<void> {
  const { rows } = await client.query<{ transaction_read_only: string }>({
    text: 'SHOW transaction_read_only',
    ...(patience === undefined ? {} : { query_timeout: patience }),
  } as pg.QueryConfig);
  if (rows[0]?.transaction_read_only === 'off') return;
  throw new Error("Can't reach database server: this one takes no writes");
}

/** Finds out which of several hosts takes writes, once for all who ask meanwhile, and knows it until it is told to forget. */
export class Primary {
  private found: Promise<Host> | null = null;

  /** @param config with which a host can be asked */
  constructor(
    private readonly hosts: readonly Host[],
    private readonly config: pg.ClientConfig,
  ) {}

  /** All hosts are asked at once, and the first is taken that takes writes. @throws NoPrimary */
  find(): Promise<Host> {
    const { hosts } = this;
    this.found ??= Promise.any(hosts.map((host) => this.tried(host))).catch((error: unknown) => {
      this.found = null;
      throw new NoPrimary(hosts, (error as AggregateError).errors);
    });
    return this.found;
  }

  /** It may be another one by now. */
  forget(): void {
    this.found = null;
  }

  private async tried(host: Host): Promise<Host> {
    const client = new pg.Client(this.config);
    ({ host: client.host, port: client.port } = host);
    // What is lost is said to whoever waits.
    client.on('error', () => undefined);
    try {
      await client.connect();
      await requireWritable(client, this.config.connectionTimeoutMillis);
      return host;
    } finally {
      client.end().catch(() => undefined);
    }
  }
}
