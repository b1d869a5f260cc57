import type { GenerateOffers } from '../../../src/service/license/generate-offers';
import type { BenchCluster } from '../cluster';
import type { Measurement } from '../report';
import { openDatabase } from '../../../src/adapters/postgres/connection/database';
import { PrismaUnitOfWork } from '../../../src/adapters/postgres/prisma-unit-of-work';
import { generateOffers } from '../../../src/service/license/generate-offers';
import { BareDriver, recordStatements, repeated } from '../bare-driver';
import { loadLicenses } from '../catalog';
import { CommandQueue } from '../command-queue';
import { inTurns, median, rounded } from '../figures';
import { generateByModelCalls } from './model-calls';

const IN_FLIGHT = 8;
const ROUNDS = 7;
const ROUND_MS = 1_500;
const WAYS = ['product', 'bare', 'one-by-one', 'models'] as const;
type Way = (typeof WAYS)[number];

/** Generate-offer commands per second, as the product does them and as less would. */
export async function measureThroughput(cluster: BenchCluster): Promise<Measurement[]> {
  const url = await cluster.database('throughput');
  const from = '2020-01-06';
  const batch = { licenses: 1_000, offersEach: 10, from, offerDays: 7, gapDays: 0 };
  const queues = new Map<Way, CommandQueue>();
  for (const way of WAYS)
    queues.set(way, new CommandQueue(await loadLicenses(url, { ...batch, batch: way }), from, 10));

  const model = queueOf(queues, 'bare').next();
  const statements = await recordStatements(url, (prisma) =>
    generateOffers(model, new PrismaUnitOfWork(prisma)),
  );
  const bare = new BareDriver(url, statements, repeated(model), IN_FLIGHT);
  const database = openDatabase(url, { connections: IN_FLIGHT });
  const { prisma } = database;
  const unitOfWork = new PrismaUnitOfWork(prisma);
  const perform: Record<Way, (command: GenerateOffers) => Promise<unknown>> = {
    product: (command) => generateOffers(command, unitOfWork),
    bare: (command) => bare.inTransaction(repeated(command)),
    'one-by-one': (command) => bare.oneByOne(repeated(command)),
    models: (command) => generateByModelCalls(command, prisma),
  };
  const cpu: Record<Way, number[]> = { product: [], bare: [], 'one-by-one': [], models: [] };
  const round = (way: Way) => async () => {
    const { perSecond, cpuMs } = await oneRound(queueOf(queues, way), perform[way]);
    cpu[way].push(cpuMs);
    return perSecond;
  };
  const ways = {
    product: round('product'),
    bare: round('bare'),
    'one-by-one': round('one-by-one'),
    models: round('models'),
  };
  try {
    await inTurns(ways, 1);
    const figures = await inTurns(ways, ROUNDS);
    const middle = (way: Way) => median(figures[way]);
    const ratio = (name: string, way: Way, to: Way) => {
      return { name, figure: rounded(middle(way) / middle(to)), unit: 'ratio' };
    };
    const speed = (name: string, way: Way): Measurement => ({
      name,
      figure: rounded(middle(way)),
      unit: 'commands/s',
      rounds: figures[way].map(rounded),
      note: `${rounded(median(cpu[way]))} ms of Node's CPU each`,
    });
    return [
      speed('the product', 'product'),
      speed('pg, the same SQL, BEGIN … COMMIT', 'bare'),
      speed('pg, the same SQL, no BEGIN', 'one-by-one'),
      speed('five model calls in a transaction', 'models'),
      { ...ratio('product / pg', 'product', 'bare'), goal: { atLeast: 0.7 } },
      ratio('product / pg without BEGIN', 'product', 'one-by-one'),
      ratio('five model calls / pg', 'models', 'bare'),
    ];
  } finally {
    await bare.close();
    await database.close();
  }
}

function queueOf(queues: ReadonlyMap<Way, CommandQueue>, way: Way): CommandQueue {
  const queue = queues.get(way);
  if (queue === undefined) throw new Error(`Nothing was loaded for ${way}.`);
  return queue;
}

/** One round with several in flight: commands per second, and what each cost this process. */
async function oneRound(
  queue: CommandQueue,
  perform: (command: GenerateOffers) => Promise<unknown>,
): Promise<{ perSecond: number; cpuMs: number }> {
  const start = performance.now();
  const before = process.cpuUsage();
  let done = 0;
  const work = async () => {
    while (performance.now() - start < ROUND_MS) {
      await perform(queue.next());
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, work));
  const { user, system } = process.cpuUsage(before);
  const perSecond = (done * 1000) / (performance.now() - start);
  return { perSecond, cpuMs: (user + system) / 1000 / done };
}
