import type {
  IsolationLevel,
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type pg from 'pg';
import { createHash } from 'node:crypto';
import { isOutdatedStatement } from '../database-errors';
import { sendingThrough } from './sending-through';

/**
 * Names for statements, which are parsed and planned once per connection. Our statements' texts are few: values never stand
 * in them.
 *
 * A statement whose columns were changed by a migration, or that the server was told to forget, fails on its connection for
 * ever. Then all names are renewed, and each connection that knows the old ones is closed when it comes back to the pool.
 */
export class StatementNames {
  private readonly names = new Map<string, string>();
  private readonly openedIn = new WeakMap<pg.PoolClient, number>();
  private generation = 0;

  constructor(pool: pg.Pool) {
    pool.on('connect', (client) => this.openedIn.set(client, this.generation));
    pool.on('release', (_error, client) => {
      if (this.openedIn.get(client) !== this.generation) void client.end();
    });
  }

  readonly nameOf = ({ sql }: { readonly sql: string }): string => {
    const known = this.names.get(sql);
    if (known !== undefined) return known;
    const digest = createHash('sha256').update(sql).digest('hex').slice(0, 30);
    const name = `s${this.generation}_${digest}`;
    this.names.set(sql, name);
    return name;
  };

  /** The same driver; a statement that is outdated is sent once more under its new name, unless its transaction is lost. */
  renewing(inner: SqlDriverAdapterFactory): SqlDriverAdapterFactory {
    const { provider, adapterName } = inner;
    return { provider, adapterName, connect: async () => this.adapter(await inner.connect()) };
  }

  private adapter(inner: SqlDriverAdapter): SqlDriverAdapter {
    return sendingThrough(inner, (attempt) => this.again(attempt), {
      // Inside of a transaction nothing can follow a failed statement: whoever began it runs it again.
      startTransaction: async (level: IsolationLevel | undefined) =>
        sendingThrough(await inner.startTransaction(level), (attempt) => this.noting(attempt)),
    });
  }

  private async again<T>(attempt: () => Promise<T>): Promise<T> {
    try {
      return await this.noting(attempt);
    } catch (error) {
      if (!isOutdatedStatement(error)) throw error;
      return attempt();
    }
  }

  private async noting<T>(attempt: () => Promise<T>): Promise<T> {
    const { generation } = this;
    try {
      return await attempt();
    } catch (error) {
      if (isOutdatedStatement(error) && generation === this.generation) {
        this.generation += 1;
        this.names.clear();
      }
      throw error;
    }
  }
}
