import { UNRESTRICTED } from '../../../src/domain/license/terms';
import { randomUUID } from 'node:crypto';
import type { TitleAtVersion } from '../../../src/service/content/title-at-version';
import type { UnitOfWork } from '../../../src/service/unit-of-work';
import type { BenchCluster } from '../cluster';
import type { Measurement } from '../report';
import { openDatabase } from '../../../src/adapters/postgres/connection/database';
import { PrismaUnitOfWork } from '../../../src/adapters/postgres/prisma-unit-of-work';
import { arrangeTitles } from '../../../src/service/content/arrange-titles';
import { assignTitles } from '../../../src/service/content/assign-titles';
import { takeDownTitles } from '../../../src/service/content/takedown-service';
import { MAX_TITLES } from '../../../src/service/content/title-at-version';
import { recordContract } from '../../../src/service/contract/contract-service';
import { closeLicense } from '../../../src/service/license/close-license';
import { generateOffers } from '../../../src/service/license/generate-offers';
import { grantLicense, withdrawOffers } from '../../../src/service/license/license-service';
import { undoChange } from '../../../src/service/license/undo-change';
import { inTurns, median, rounded, timed } from '../figures';
import { HeldTimes } from '../held-times';
import { command, detailsOf, offer } from '../inputs';

const TITLES = 10_000;
const ROUNDS = 3;
/** Long, so that what takes longer than a command may is measured, too. */
const PATIENT = { lock_timeout: 60_000, statement_timeout: 60_000, transaction_timeout: 60_000 };

const REASON = 'Rights reverted';
const TERMS = { ...UNRESTRICTED, rightsType: 'SVOD', devices: ['tv'] };
const WINDOW = { startsOn: '2026-01-01', endsOn: '2029-01-01' };
const EARLY = offer('Early', { startsOn: '2026-01-01', endsOn: '2027-01-01' });
const LATE = offer('Late', { startsOn: '2028-01-01', endsOn: '2028-07-01' });

/**
 * What it costs to end a license that many titles have, beside withdrawing the same offer from them, and how long it holds
 * the license and the titles; and what it costs to take down as many titles as one command takes, beside giving them an
 * offer.
 */
export async function measureClosings(cluster: BenchCluster): Promise<Measurement[]> {
  const database = openDatabase(await cluster.database('closings'), {
    connections: 3,
    limits: PATIENT,
  });
  const unitOfWork = new PrismaUnitOfWork(database.prisma);
  try {
    const catalog = await Catalog.of(unitOfWork);
    // Nothing else tells the database so soon how many rows it has now.
    await database.prisma.$executeRawUnsafe('ANALYZE');
    const [ended, withdrawn] = [new HeldTimes(database.prisma), new HeldTimes(database.prisma)];
    const ways = {
      end: () =>
        ended.during(
          catalog.watched,
          () => catalog.end(),
          () => catalog.undo(),
        ),
      withdraw: () =>
        withdrawn.during(
          catalog.watched,
          () => catalog.withdraw(),
          () => catalog.undo(),
        ),
    };
    const figures = await inTurns(ways, ROUNDS);
    const titles = await inTurns(
      { takeDown: () => catalog.takeDown(), assign: () => catalog.assign() },
      ROUNDS,
    );
    const cost = (name: string, rounds: readonly number[]): Measurement => ({
      ...{ name, figure: rounded(median(rounds)), unit: 'ms', rounds: rounds.map(rounded) },
    });
    const ratio = (name: string, one: readonly number[], other: readonly number[]) => ({
      ...{ name, figure: rounded(median(one) / median(other)), unit: 'ratio' },
    });
    const many = TITLES.toLocaleString('en-US');
    const bulk = MAX_TITLES.toLocaleString('en-US');
    return [
      cost(`ending a license of ${many} titles, half of which are retired`, figures.end),
      ratio('the same, relative to withdrawing the offer', figures.end, figures.withdraw),
      cost('how long the end holds the license', ended.license),
      cost('how long it holds the first title', ended.title),
      cost(`taking ${bulk} titles down`, titles.takeDown),
      ratio('the same, relative to giving them an offer', titles.takeDown, titles.assign),
    ];
  } finally {
    await database.close();
  }
}

/** Titles that share a license: every other one has two of its offers, the others only the late one. */
class Catalog {
  private version = 2;
  private readonly versions: Map<string, number>;
  private lots = 0;

  private constructor(
    private readonly unitOfWork: UnitOfWork,
    readonly licenseId: string,
    private readonly elsewhere: string,
    private readonly ids: readonly string[],
  ) {
    this.versions = new Map(ids.map((id) => [id, 1]));
  }

  static async of(unitOfWork: UnitOfWork): Promise<Catalog> {
    const [contractId, licenseId, elsewhere] = [randomUUID(), randomUUID(), randomUUID()];
    const contract = { studio: 'Bench', reference: 'BEN-1', signedOn: '2025-01-01', notes: '' };
    await recordContract({ ...command(), contractId, details: contract }, unitOfWork);
    for (const [id, territories] of [
      [licenseId, ['US']],
      [elsewhere, ['CA']],
    ] as const) {
      await grantLicense(
        {
          ...{ ...command(), licenseId: id, contractId },
          details: {
            ...{ name: `In ${territories[0]}`, notes: '' },
            terms: { ...TERMS, territories, window: WINDOW },
          },
        },
        unitOfWork,
      );
      const plan = { kind: 'at', offers: [EARLY, LATE] } as const;
      await generateOffers({ ...command(), licenseId: id, expectedVersion: 1, plan }, unitOfWork);
    }
    const ids = Array.from({ length: TITLES }, randomUUID);
    for (let first = 0; first < TITLES; first += MAX_TITLES)
      await arrangeTitles(
        {
          ...command(),
          titles: ids.slice(first, first + MAX_TITLES).map((contentId, index) => ({
            ...{ contentId, expectedVersion: 0, details: detailsOf(first + index), take: [] },
            give: (index % 2 === 0 ? [EARLY, LATE] : [LATE]).map((one) => ({
              ...{ licenseId, offer: one },
            })),
          })),
        },
        unitOfWork,
      );
    return new Catalog(unitOfWork, licenseId, elsewhere, ids);
  }

  /** The rows whose locks are watched. */
  get watched() {
    return { licenseId: this.licenseId, contentId: this.ids[0] ?? '' };
  }

  end(): Promise<unknown> {
    const plan = { kind: 'ended', lastDay: '2027-06-30', reason: REASON } as const;
    return closeLicense({ ...this.onLicense(), plan }, this.unitOfWork);
  }

  withdraw(): Promise<unknown> {
    const offers = [LATE];
    return withdrawOffers({ ...this.onLicense(), offers, retiring: REASON }, this.unitOfWork);
  }

  /** Takes the end or the withdrawal back, not measured. */
  async undo(): Promise<void> {
    this.version += 1;
    await undoChange(this.onLicense(), this.unitOfWork);
    this.version += 1;
    for (const [id, version] of this.versions) this.versions.set(id, version + 2);
  }

  takeDown(): Promise<number> {
    const titles = this.nextLot();
    const where = { territories: null, rightsTypes: null };
    const plan = { startsOn: '2026-06-01', ...where, reason: REASON };
    return timed(() => takeDownTitles({ ...command(), titles, plan }, this.unitOfWork));
  }

  assign(): Promise<number> {
    const titles = this.nextLot();
    const chosen = { licenseId: this.elsewhere, offer: EARLY };
    return timed(() => assignTitles({ ...command(), titles, chosen }, this.unitOfWork));
  }

  private nextLot(): readonly TitleAtVersion[] {
    const first = this.lots * MAX_TITLES;
    this.lots += 1;
    return this.ids.slice(first, first + MAX_TITLES).map((contentId) => ({
      ...{ contentId, expectedVersion: this.versions.get(contentId) ?? 0 },
    }));
  }

  private onLicense() {
    return { ...command(), licenseId: this.licenseId, expectedVersion: this.version };
  }
}
