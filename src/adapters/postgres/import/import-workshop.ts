import { setTimeout } from 'node:timers/promises';
import { v5 as uuidV5 } from 'uuid';
import type { AvailEntry } from '../../../domain/avails/avail-entry';
import type { ImportRules } from '../../../domain/avails/import-rules';
import type { Import } from '../../../domain/import/import';
import type { ImportStep } from '../../../domain/import/progress';
import type { IsoDate } from '../../../domain/values/date-range';
import type {
  CheckedImport,
  ImportWorkshop,
  StoredGroup,
} from '../../../service/import/import-workshop';
import type { PrismaClient } from '../../generated/prisma/client';
import { importRules } from '../../../domain/avails/import-rules';
import { IMPORT_STEPS } from '../../../domain/import/progress';
import { checkWorkbook } from '../../avails/check-workbook';
import { storedPlans } from '../stored/stored-plans';
import { studioIs } from '../text-search';
import { inTransaction, JOB_TRANSACTION } from '../connection/transaction';
import { applyTogether, finishCommit, takeBackTogether } from './import-commit';
import { PrismaImportRepository } from './import-repository';
import { storeReview } from './review-writer';
import { readContracts, readStoredRights } from './stored-rights-reader';

/** In milliseconds: how often it is asked whether somebody wants the work to stop. */
const ASK_EVERY = 300;

/** In milliseconds: so often somebody who waits is told how far a step is, and can stop it. */
const TELL_EVERY = 250;

/** What the jobs of imports read and write, on PostgreSQL. */
export class PrismaImportWorkshop implements ImportWorkshop {
  /** When each import was told of last, in milliseconds, and of which step. */
  private readonly told = new Map<string, { readonly step: ImportStep; readonly at: number }>();

  constructor(private readonly prisma: PrismaClient) {}

  async progress(id: string, step: ImportStep, done: number, total: number): Promise<boolean> {
    const last = this.told.get(id);
    const at = performance.now();
    const isBetween = done > 0 && done < total && last?.step === step;
    if (isBetween && at - last.at < TELL_EVERY) return false;
    this.told.set(id, { step, at });
    const [row] = await this.prisma.$queryRaw<{ cancelled: boolean }[]>`
      UPDATE import_progress SET words = ${IMPORT_STEPS[step]}, done = ${done}, total = ${total}
      WHERE import_id = ${id}::uuid RETURNING cancelled`;
    return row?.cancelled ?? false;
  }

  /**
   * A question that failed is asked again, because the database may be away for a moment, and because the statements of the
   * work itself say what is wrong when it is not.
   */
  async untilStopAsked(id: string, signal: AbortSignal): Promise<boolean> {
    while (!signal.aborted) {
      try {
        if (await this.isStopAsked(id)) return true;
      } catch (error) {
        console.error(`Whether the import ${id} was cancelled is not known:`, error);
      }
      await setTimeout(ASK_EVERY, null, { signal }).catch(() => undefined);
    }
    return false;
  }

  private async isStopAsked(id: string): Promise<boolean> {
    const [row] = await this.prisma.$queryRaw<{ cancelled: boolean }[]>`
      SELECT cancelled FROM import_progress WHERE import_id = ${id}::uuid`;
    return row?.cancelled ?? false;
  }

  async file(id: string): Promise<Uint8Array> {
    const [row] = await this.prisma.$queryRaw<{ file: Uint8Array }[]>`
      SELECT file FROM imports WHERE id = ${id}::uuid`;
    if (row === undefined) throw new Error(`There is no import ${id}.`);
    return row.file;
  }

  check(bytes: Uint8Array, rules: ImportRules, today: IsoDate, signal: AbortSignal) {
    return checkWorkbook(bytes, rules, today, { signal });
  }

  async rulesOf(studio: string): Promise<ImportRules | null> {
    const [row] = await this.prisma.$queryRaw<{ rules: ImportRules }[]>`
      SELECT rules FROM studio_rules WHERE ${studioIs(studio)}
      ORDER BY changed_at DESC LIMIT 1`;
    return row === undefined ? null : importRules(row.rules);
  }

  contractsOf(studios: readonly string[]) {
    return readContracts(studios, this.prisma);
  }

  storedRights(entries: readonly AvailEntry[], wholeContracts: boolean) {
    return readStoredRights(entries, wholeContracts, this.prisma);
  }

  async hasHistory(id: string): Promise<boolean> {
    const found = await this.prisma.$queryRaw<unknown[]>`
      SELECT FROM history WHERE import_id = ${id}::uuid LIMIT 1`;
    return found.length > 0;
  }

  async saveReview(id: string, checked: CheckedImport, isSettled: boolean): Promise<void> {
    await inTransaction(
      this.prisma,
      async (queries) => {
        const imports = new PrismaImportRepository(queries);
        const one = await imports.get(id);
        if (one?.finishCheck(checked.rules, isSettled) !== true) return;
        await storeReview(queries, id, checked);
        // Last, because an import that is committed at once links its rows.
        await imports.save(one);
      },
      JOB_TRANSACTION,
    );
  }

  async readyGroups(id: string): Promise<readonly StoredGroup[]> {
    const groups = await this.prisma.$queryRaw<(Omit<StoredGroup, 'steps'> & { steps: unknown })[]>`
      SELECT number, steps, based_on AS "basedOn" FROM import_groups
      WHERE import_id = ${id}::uuid AND outcome = 'ready' ORDER BY number`;
    return groups.map((group) => {
      const place = `group ${group.number} of the import ${id}`;
      return { ...group, ...storedPlans.read(group.steps, place) };
    });
  }

  async refuseGroup(
    id: string,
    number: number,
    outcome: 'blocked' | 'stale',
    why: string,
  ): Promise<void> {
    await this.prisma.$executeRaw`
      UPDATE import_groups SET outcome = ${outcome}, reason = ${why}
      WHERE import_id = ${id}::uuid AND number = ${number}`;
  }

  async apply(
    one: Import,
    groups: readonly StoredGroup[],
    options: Parameters<ImportWorkshop['apply']>[2],
  ): Promise<void> {
    await applyTogether(one, groups, this.prisma, { ...options, newId: this.newId });
  }

  async finishCommit(id: string): Promise<void> {
    await inTransaction(this.prisma, (queries) => finishCommit(id, queries));
  }

  async takeBack(one: Import): Promise<void> {
    await takeBackTogether(one, this.prisma, this.newId);
  }

  readonly newId = (name: string, importId: string): string => uuidV5(name, importId);
}
