import type pg from 'pg';
import type { Measurement } from '../report';
import { openDatabase } from '../../../src/adapters/postgres/connection/database';
import { PrismaLicenseViews } from '../../../src/adapters/postgres/license/license-views';
import { explainConflict } from '../../../src/service/license/conflict-explanation';
import { withClient } from '../../database/client';
import { loadLicenses } from '../catalog';
import type { BenchCluster } from '../cluster';
import { inTurns, median, rounded, timed } from '../figures';
import { beginLoading } from './bulk-loading';

const VERSIONS = { few: 20, many: 20_000 };
const SIBLINGS = { few: 7, many: 3_500 };
const SMALL_CONTRACT = '00000000-0000-4000-8000-000000000002';
const ROUNDS = 7;
/** Readings in a round. */
const TIMES = 20;

/** What a license with a long history costs, beside one with a short one, and one of a large contract beside a small one's. */
export async function measureVersions(cluster: BenchCluster): Promise<Measurement[]> {
  const url = await cluster.database('versions');
  const first = { offersEach: 1, from: '2026-01-01', offerDays: 300, gapDays: 1 };
  const one = async (batch: string, licenses: number) => {
    const [id = ''] = await loadLicenses(url, { batch, licenses, ...first });
    return id;
  };
  const [short, long] = [await one('Short', 1), await one('Long', 1)];
  await withClient(url, async (client) => {
    await beginLoading(client);
    await grow(client, short, VERSIONS.few);
    await grow(client, long, VERSIONS.many);
  });
  const [small, large] = [await one('Small', SIBLINGS.few), await one('Large', SIBLINGS.many)];
  await withClient(url, async (client) => {
    await beginLoading(client);
    await client.query(
      `INSERT INTO contracts (id, studio, reference, signed_on, notes, version)
       VALUES ($1, 'Bench Pictures', 'BEN-SMALL', '2020-01-01', '', 1)`,
      [SMALL_CONTRACT],
    );
    await client.query(
      `UPDATE licenses SET contract_id = $1, contract_reference = 'BEN-SMALL' WHERE name LIKE 'Small %'`,
      [SMALL_CONTRACT],
    );
  });
  await withClient(url, (client) => client.query('VACUUM ANALYZE'));
  const database = openDatabase(url, { connections: 2 });
  const views = new PrismaLicenseViews(database.prisma);
  try {
    const before = (await views.licenseAsOf(short, 2))?.offers[0];
    if (before === undefined) throw new Error('The license has no offer.');
    const stale = async (id: string) => {
      const offer = (await views.licenseAsOf(id, 2))?.offers[0] ?? before;
      const after = { ...offer, name: 'Mine' };
      const change = { kind: 'offer-replaced', before: offer, after } as const;
      return explainConflict(id, 2, { kind: 'change', change }, views);
    };
    const bytes = JSON.stringify(await stale(long)).length;
    const asOf = await ratio(
      () => views.licenseAsOf(long, 2),
      () => views.licenseAsOf(short, 2),
    );
    const explained = await ratio(
      () => stale(long),
      () => stale(short),
    );
    const siblings = await ratio(
      () => views.license(large),
      () => views.license(small),
    );
    const [many, few] = [VERSIONS.many.toLocaleString('en-US'), VERSIONS.few];
    return [
      ...rows(`a license as of version 2: ${many} versions / ${few}`, asOf, 1.5),
      ...rows(`a stale change explained: ${many} versions / ${few}`, explained, null),
      {
        name: 'the answer to it',
        figure: rounded(bytes / 1_000),
        unit: 'kB',
        goal: { atMost: 64 },
      },
      ...rows(
        `a license in a contract of ${SIBLINGS.many.toLocaleString('en-US')} / of ${SIBLINGS.few}`,
        siblings,
        1.1,
      ),
    ];
  } finally {
    await database.close();
  }
}

interface Compared {
  readonly ratio: number;
  readonly ms: number;
}

function rows(name: string, { ratio: figure, ms }: Compared, atMost: number | null): Measurement[] {
  return [
    {
      ...{ name, figure: rounded(figure), unit: 'ratio', note: `${rounded(ms)} ms` },
      ...(atMost === null ? {} : { goal: { atMost } }),
    },
  ];
}

async function ratio(
  ours: () => Promise<unknown>,
  theirs: () => Promise<unknown>,
): Promise<Compared> {
  const round = (ask: () => Promise<unknown>) => async () =>
    (await timed(async () => {
      for (let turn = 0; turn < TIMES; turn += 1) await ask();
    })) / TIMES;
  const ways = { ours: round(ours), theirs: round(theirs) };
  await inTurns(ways, 1);
  const figures = await inTurns(ways, ROUNDS);
  const [mine, other] = [median(figures.ours), median(figures.theirs)];
  return { ratio: mine / other, ms: mine };
}

/** Gives a license the history of so many changes of the price of its one offer. */
async function grow(client: pg.Client, id: string, versions: number): Promise<void> {
  await client.query(
    `WITH offer AS (
       SELECT change -> 'offers' -> 0 AS data FROM history
       WHERE aggregate_id = $1 AND change ->> 'kind' = 'offers-generated'),
     priced AS (
       SELECT n, jsonb_set(data, '{prices,0,amount,minor}', to_jsonb(n)) AS data
       FROM offer, generate_series(2, $2::int) n)
     INSERT INTO history (aggregate, aggregate_id, version, at, actor, command_key, change)
     SELECT 'license', $1, p.n, now(), 'Bench', (SELECT command_key FROM history WHERE aggregate_id = $1 LIMIT 1),
       jsonb_build_object('v', 4, 'kind', 'offer-replaced',
         'before', CASE p.n WHEN 3 THEN offer.data ELSE before.data END, 'after', p.data)
     FROM offer, priced p JOIN priced before ON before.n = p.n - 1 WHERE p.n > 2 ORDER BY p.n`,
    [id, versions],
  );
  await client.query('UPDATE licenses SET version = $2 WHERE id = $1', [id, versions]);
  await client.query(
    `UPDATE offers SET prices = jsonb_set(prices, '{0,2}', to_jsonb($2::int)) WHERE license_id = $1`,
    [id, versions],
  );
}
