import { randomUUID } from 'node:crypto';
import type { GenerateOffers } from '../../../src/service/license/generate-offers';
import type { BenchCluster } from '../cluster';
import type { Measurement } from '../report';
import { openDatabase } from '../../../src/adapters/postgres/connection/database';
import { PrismaUnitOfWork } from '../../../src/adapters/postgres/prisma-unit-of-work';
import { addDays, isoDate } from '../../../src/domain/values/date-range';
import { DEVICES } from '../../../src/domain/values/device';
import { generateOffers } from '../../../src/service/license/generate-offers';
import { loadLicenses } from '../catalog';
import { inTurns, median, rounded, timed } from '../figures';
import { versionWith } from './bulk-loading';
import { onePrice } from '../../../src/domain/license/price-list';

const FIRST_DAY = '1900-01-01';
const ROUNDS = 9;
const COMMANDS = 40;

/**
 * What generating one offer costs in licenses of different sizes, one command after another. All of them live among many
 * ordinary licenses, so that the database plans for those.
 */
export async function measureTimelineSize(cluster: BenchCluster): Promise<Measurement[]> {
  const url = await cluster.database('timeline_size');
  const days = { from: FIRST_DAY, offerDays: 1, gapDays: 1 };
  await loadLicenses(url, { batch: 'ordinary', licenses: 20_000, offersEach: 10, ...days });
  const few = await loadLicenses(url, { batch: 'few', licenses: 400, offersEach: 10, ...days });
  const many = await loadLicenses(url, { batch: 'many', licenses: 40, offersEach: 1_000, ...days });
  const huge = await loadLicenses(url, {
    batch: 'huge',
    licenses: 2,
    offersEach: 100_000,
    ...days,
  });

  const database = openDatabase(url, { connections: 1 });
  const { prisma } = database;
  const unitOfWork = new PrismaUnitOfWork(prisma);
  const round = (gaps: Gaps) => async () => {
    const times: number[] = [];
    for (let command = 0; command < COMMANDS; command += 1)
      times.push(await timed(() => generateOffers(gaps.next(), unitOfWork)));
    return median(times);
  };
  const ways = {
    few: round(new Gaps(few, 10)),
    many: round(new Gaps(many, 1_000)),
    huge: round(new Gaps(huge, 100_000)),
  };
  try {
    await inTurns(ways, 1);
    const figures = await inTurns(ways, ROUNDS);
    const cost = (name: string, rounds: readonly number[]): Measurement => ({
      name,
      figure: rounded(median(rounds)),
      unit: 'ms',
      rounds: rounds.map(rounded),
    });
    const ratio = (rounds: readonly number[]) => rounded(median(rounds) / median(figures.few));
    return [
      cost('one more offer among 10', figures.few),
      cost('one more offer among 1,000', figures.many),
      cost('one more offer among 100,000', figures.huge),
      { name: '1,000 / 10', figure: ratio(figures.many), unit: 'ratio' },
      { name: '100,000 / 10', figure: ratio(figures.huge), unit: 'ratio', goal: { atMost: 1.5 } },
    ];
  } finally {
    await database.close();
  }
}

/** Gives commands that each fill one free day between two offers, all over the timeline. */
class Gaps {
  private given = 0;

  constructor(
    private readonly licenses: readonly string[],
    private readonly offersEach: number,
  ) {}

  next(): GenerateOffers {
    const turn = Math.floor(this.given / this.licenses.length);
    const licenseId = this.licenses[this.given % this.licenses.length];
    if (licenseId === undefined) throw new Error('There are no licenses.');
    this.given += 1;
    // A stride that shares no factor with the sizes visits every gap once.
    const gap = (turn * 7_919 + 3) % this.offersEach;
    const start = addDays(isoDate(FIRST_DAY), gap * 2 + 1);
    const window = { startsOn: start, endsOn: addDays(start, 1) };
    const prices = onePrice({ minor: 499, currency: 'USD' });
    return {
      key: randomUUID(),
      actor: { name: 'Bench' },
      at: new Date().toISOString(),
      licenseId,
      expectedVersion: versionWith(this.offersEach) + turn,
      plan: { kind: 'at', offers: [{ name: 'Day', prices, window, devices: DEVICES }] },
    };
  }
}
