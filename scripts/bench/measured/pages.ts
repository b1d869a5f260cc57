import { gzipSync } from 'node:zlib';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AppServer } from '../app-server';
import type { Measurement } from '../report';
import { fetchPage } from '../app-server';
import { withClient } from '../../database/client';
import { median, rounded, timed } from '../figures';

const REPETITIONS = 20;

/** A page to be measured, by the name the table gives it. */
export type NamedPath = readonly [name: string, path: string];

/** Whole pages over HTTP, one at a time: milliseconds until the last byte, queries, bytes. */
export async function measurePages(
  app: AppServer,
  url: string,
  paths: readonly NamedPath[],
): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  for (const [name, path] of paths) {
    const html = await fetchPage(app, path);
    const before = await transactions(url);
    const rounds: number[] = [];
    for (let turn = 0; turn < REPETITIONS; turn += 1)
      rounds.push(await timed(() => fetchPage(app, path)));
    const queries = Math.round(((await transactions(url)) - before) / REPETITIONS);
    const bytes = Buffer.byteLength(html).toLocaleString('en-US');
    const zipped = gzipSync(html).length.toLocaleString('en-US');
    const note = `${queries} queries, ${bytes} bytes, ${zipped} gzip`;
    measurements.push({
      name,
      figure: rounded(median(rounds)),
      unit: 'ms',
      rounds: rounds.map(rounded),
      note,
    });
  }
  return measurements;
}

/** A backend that has nothing to do reports its figures about this often. */
const STATISTICS_MS = 1_500;

/** How many transactions the database has seen. The app reads one statement at a time, so each query is one. */
async function transactions(url: string): Promise<number> {
  await sleep(STATISTICS_MS);
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ count: string }>(
      'SELECT xact_commit AS count FROM pg_stat_database WHERE datname = current_database()',
    );
    return Number(rows[0]?.count ?? 0);
  });
}
