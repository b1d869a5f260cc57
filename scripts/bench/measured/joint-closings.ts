import { randomUUID } from 'node:crypto';
import type { UnitOfWork } from '../../../src/service/unit-of-work';
import type { BenchCluster } from '../cluster';
import type { Measurement } from '../report';
import { openDatabase } from '../../../src/adapters/postgres/connection/database';
import { PrismaUnitOfWork } from '../../../src/adapters/postgres/prisma-unit-of-work';
import { UNRESTRICTED } from '../../../src/domain/license/terms';
import { arrangeTitles } from '../../../src/service/content/arrange-titles';
import { MAX_TITLES } from '../../../src/service/content/title-at-version';
import { recordContract } from '../../../src/service/contract/contract-service';
import { closeContract, reopenContract } from '../../../src/service/contract/close-contract';
import { closeLicenses } from '../../../src/service/license/close-license';
import { previewClosing } from '../../../src/service/license/closing-preview';
import { reopenLicenses } from '../../../src/service/license/reopen-licenses';
import { HeldTimes } from '../held-times';
import { command, detailsOf, offer } from '../inputs';
import { median, rounded, timed } from '../figures';

const [LICENSES, TITLES] = [500, 10_000];
const ROUNDS = 3;
/** Long, so that what takes longer than a command may is measured, too. */
const PATIENT = { lock_timeout: 60_000, statement_timeout: 60_000, transaction_timeout: 60_000 };

const REASON = 'Contract expired';
const TERMS = { ...UNRESTRICTED, rightsType: 'SVOD', territories: ['US'], devices: ['tv'] };
const WINDOW = { startsOn: '2026-01-01', endsOn: '2029-01-01' };
const EARLY = offer('Early', { startsOn: '2026-01-01', endsOn: '2027-01-01' });
const LATE = offer('Late', { startsOn: '2028-01-01', endsOn: '2028-07-01' });

/**
 * What it costs to end all licenses of a contract with 10,000 titles among them, how long that holds the first license and
 * the first title, and what its preview and its undo cost; the same of making the contract void.
 */
export async function measureJointClosings(cluster: BenchCluster): Promise<Measurement[]> {
  const database = openDatabase(await cluster.database('joint_closings'), {
    connections: 3,
    limits: PATIENT,
  });
  try {
    const slate = await Slate.of(new PrismaUnitOfWork(database.prisma));
    // Nothing else tells the database so soon how many rows it has now.
    await database.prisma.$executeRawUnsafe('ANALYZE');
    const [held, voided] = [new HeldTimes(database.prisma), new HeldTimes(database.prisma)];
    const [ends, previews, undos]: [number[], number[], number[]] = [[], [], []];
    const [voidings, returns]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      previews.push(await timed(() => slate.preview()));
      const end = () => slate.end();
      const undo = async () => {
        undos.push(await timed(() => slate.undo()));
      };
      ends.push(await held.during(slate.watched, end, undo));
      const makeVoid = () => slate.makeVoid();
      const comeBack = async () => {
        returns.push(await timed(() => slate.comeBack()));
      };
      voidings.push(await voided.during(slate.watched, makeVoid, comeBack));
    }
    const cost = (name: string, rounds: readonly number[]): Measurement => ({
      ...{ name, figure: rounded(median(rounds)), unit: 'ms', rounds: rounds.map(rounded) },
    });
    const what = `${LICENSES} licenses with ${TITLES.toLocaleString('en-US')} titles`;
    return [
      cost(`ending ${what}, half of which are retired`, ends),
      cost('how long that holds the first license', held.license),
      cost('how long it holds the first title', held.title),
      cost('its preview', previews),
      cost('its undo', undos),
      cost('making their contract void', voidings),
      cost('how long that holds the first license', voided.license),
      cost('bringing it back with them', returns),
    ];
  } finally {
    await database.close();
  }
}

/** Licenses of one contract, each with its share of the titles: every other title has two of its offers, the others one. */
class Slate {
  private version = 1;

  private contractVersion = 1;

  private constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly contractId: string,
    private readonly licenseIds: readonly string[],
    private readonly titleIds: readonly string[],
  ) {}

  static async of(unitOfWork: UnitOfWork): Promise<Slate> {
    const licenseIds = Array.from({ length: LICENSES }, () => randomUUID()).sort();
    const contract = { studio: 'Bench', reference: 'BEN-1', signedOn: '2025-01-01', notes: '' };
    const licenses = licenseIds.map((licenseId, index) => ({
      licenseId,
      details: { name: `License ${index}`, notes: '', terms: { ...TERMS, window: WINDOW } },
      offers: [EARLY, LATE],
    }));
    const contractId = randomUUID();
    await recordContract({ ...command(), contractId, details: contract, licenses }, unitOfWork);
    const titleIds = Array.from({ length: TITLES }, () => randomUUID());
    for (let first = 0; first < TITLES; first += MAX_TITLES)
      await arrangeTitles(
        {
          ...command(),
          titles: titleIds.slice(first, first + MAX_TITLES).map((contentId, index) => ({
            ...{ contentId, expectedVersion: 0, details: detailsOf(first + index), take: [] },
            give: (index % 2 === 0 ? [EARLY, LATE] : [LATE]).map((one) => ({
              ...{ licenseId: licenseIds[(first + index) % LICENSES] ?? '', offer: one },
            })),
          })),
        },
        unitOfWork,
      );
    return new Slate(unitOfWork, contractId, licenseIds, titleIds);
  }

  /** The rows whose locks are watched. */
  get watched() {
    return { licenseId: this.licenseIds[0] ?? '', contentId: this.titleIds[0] ?? '' };
  }

  preview(): Promise<unknown> {
    return previewClosing({ ...this.closing(), today: '2026-06-01' }, this.unitOfWork);
  }

  async end(): Promise<void> {
    await closeLicenses(this.closing(), this.unitOfWork);
    this.version += 1;
  }

  async undo(): Promise<void> {
    await reopenLicenses({ ...command(), licenses: this.licenses() }, this.unitOfWork);
    this.version += 1;
  }

  async makeVoid(): Promise<void> {
    await closeContract({ ...this.onContract(), reason: REASON }, this.unitOfWork);
    this.version += 1;
    this.contractVersion += 1;
  }

  async comeBack(): Promise<void> {
    await reopenContract({ ...this.onContract(), withLicenses: true }, this.unitOfWork);
    this.version += 1;
    this.contractVersion += 1;
  }

  private onContract() {
    const { contractId, contractVersion: expectedVersion } = this;
    return { ...command(), contractId, expectedVersion, licenses: this.licenses() };
  }

  private closing() {
    const plan = { kind: 'ended', lastDay: '2027-06-30', reason: REASON } as const;
    return { ...command(), licenses: this.licenses(), plan };
  }

  private licenses() {
    return this.licenseIds.map((licenseId) => ({ licenseId, expectedVersion: this.version }));
  }
}
