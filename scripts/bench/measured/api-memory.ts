import type { Round, RoundAnswer } from '../client-process';
import type { BenchCluster } from '../cluster';
import type { Measurement } from '../report';
import { startApp } from '../app-server';
import { loadLicenses } from '../catalog';
import { Child } from '../child';
import { median, rounded } from '../figures';
import { makeTokens } from './api';

const CONNECTIONS = 8;
const MILLISECONDS = 10 * 60_000;
const SAMPLE_EVERY_MS = 5_000;

/** Ten minutes of reads of licenses and of their list: the last third may need no more than the one before. */
export async function measureApiMemory(cluster: BenchCluster): Promise<Measurement[]> {
  const url = await cluster.database('api_memory');
  const ids = await loadLicenses(url, {
    ...{ batch: 'memory', licenses: 500, offersEach: 10 },
    ...{ from: '2020-01-06', offerDays: 7, gapDays: 0 },
  });
  const tokens = await makeTokens(url);
  const app = await startApp(url);
  const client = new Child<Round, RoundAnswer>('client-process');
  const samples: number[] = [];
  const sampling = setInterval(() => samples.push(app.residentMegabytes()), SAMPLE_EVERY_MS);
  try {
    const paths = ids.map((id, index) =>
      index % 10 === 0 ? '/licenses?limit=50' : `/licenses/${id}`,
    );
    const told = await client.tell({
      ...{ address: app.address, tokens, ask: { kind: 'read', paths } },
      ...{ connections: CONNECTIONS, milliseconds: MILLISECONDS },
    });
    if ('error' in told) throw new Error(told.error);
    const third = Math.floor(samples.length / 3);
    const [middle, last] = [samples.slice(third, 2 * third), samples.slice(2 * third)].map(median);
    return [
      {
        name: 'resident memory after ten minutes of API requests',
        figure: rounded(samples.at(-1) ?? 0),
        unit: 'MB',
        rounds: samples.map(rounded),
        note: `${told.result.done.toLocaleString('en-US')} requests`,
      },
      {
        name: 'resident memory: last third / the one before',
        figure: rounded((last ?? 0) / (middle ?? 1)),
        unit: 'ratio',
        goal: { atMost: 1.05 },
      },
    ];
  } finally {
    clearInterval(sampling);
    await client.stop();
    await app.stop();
  }
}
