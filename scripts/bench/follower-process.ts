import { openDatabase } from '../../src/adapters/postgres/connection/database';
import { PostgresChangeFeed } from '../../src/adapters/postgres/events/change-feed';

/*
 * A second process, which follows history and tells its parent when it was told of what. It is started with the address of
 * the database as its argument, and ends when its parent lets go of it.
 */

/** A version of something, and the instant at which it was known here, in milliseconds since 1970. */
export interface Heard {
  readonly id: string;
  readonly version: number;
  readonly at: number;
}

const [url = ''] = process.argv.slice(2);
const database = openDatabase(url, { connections: 1 });
const stopping = new AbortController();
process.on('disconnect', () => {
  stopping.abort();
});

const feed = new PostgresChangeFeed(database.prisma, url);
for await (const { changes } of feed.subscribe(null, stopping.signal)) {
  const at = performance.timeOrigin + performance.now();
  // The first is empty: it says that from now on nothing is missed.
  process.send?.(changes.map(({ id, version }): Heard => ({ id, version, at })));
}
await feed.close();
await database.close();
process.exit();
