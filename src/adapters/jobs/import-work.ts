import { setTimeout } from 'node:timers/promises';
import { v5 as uuidV5 } from 'uuid';
import type { CheckedFile } from '../../domain/avails/avail-entry';
import type { ImportItem } from '../../domain/avails/planning/import-plan';
import type { ImportRules } from '../../domain/avails/import-rules';
import type { PrismaClient } from '../generated/prisma/client';
import type { ImportJob } from '../postgres/import/import-desk';
import type { ImportOrderRow, RehearsedGroup } from '../postgres/import/import-store';
import type { UnreadableWorkbook } from '../../domain/avails/unreadable-workbook';
import type { JobEnding } from '../../service/job-ending';
import type { Watch, WatchedCommand } from '../../service/watched';
import type { Busy } from '../../service/errors';
import type { ChangedSinceReview, GroupRefused } from '../postgres/import/import-commit';
import { DomainError, hasCode, isDomainError } from '../../domain/errors';
import { planImport } from '../../domain/avails/planning/plan-import';
import { isoDate } from '../../domain/values/date-range';
import { applyGroup } from '../../service/import/import-execution';
import { Cancelled } from '../../service/job-ending';
import { Rehearsal } from '../../service/import/rehearsal';
import { checkWorkbook } from '../avails/check-workbook';
import { applyTogether, orderOf, undoTogether } from '../postgres/import/import-commit';
import { ImportStore } from '../postgres/import/import-store';
import { readStoredRights } from '../postgres/import/stored-rights-reader';
import { GivenUp, runJob, watchJob } from './run-job';

/** In milliseconds: so often it is asked whether somebody has cancelled. */
const ASK_EVERY = 300;
/** So many groups are rehearsed between two reports. */
const REPORT_EVERY = 50;

const NOTHING_SAVED =
  'Nothing was saved: every license has changed since the review or is blocked. Check the file again.';

/** What operators read of a job, by what it does. */
const KINDS: Record<ImportJob['work'], string> = {
  check: 'import-checked',
  commit: 'import-committed',
  undo: 'import-undone',
};

/** Every license of an import was refused, each with a reason of its own in the review. */
class NothingSaved extends DomainError {
  readonly code = 'nothing-saved';

  constructor() {
    super(NOTHING_SAVED);
  }
}

/**
 * Does what the jobs of the queue `imports` ask for. Each begins with the state the import is in, so a job that is begun
 * again, because its process died, goes on from what was stored, and one that is done already does nothing.
 */
export class ImportWork {
  private readonly store: ImportStore;

  constructor(
    private readonly prisma: PrismaClient,
    /** The calendar day that counts as today. */
    private readonly today: () => string,
    private readonly watch: Watch,
    /** Is told whenever something was committed. */
    private readonly announce: () => void = () => undefined,
  ) {
    this.store = new ImportStore(prisma);
  }

  async do(job: ImportJob, signal: AbortSignal): Promise<void> {
    const { watch } = this;
    const work = () => this.begin(job, signal);
    await runJob({ watch, command: commandOf(job), work, signal }, () =>
      this.store.giveUp(job.importId),
    );
  }

  /** What becomes of an import whose job has failed too often. */
  async giveUp(job: ImportJob): Promise<void> {
    const { watch } = this;
    const work = async () => {
      await this.store.giveUp(job.importId);
      return { refusal: new GivenUp() };
    };
    await watchJob({ watch, command: commandOf(job), work });
  }

  private async begin({ importId, work }: ImportJob, signal: AbortSignal): Promise<JobEnding> {
    if (work === 'check') return this.check(importId, signal);
    const order = await this.store.order(importId);
    if (order === null) return 'nothing-to-do';
    return work === 'commit' ? this.commit(order, signal) : this.undo(order);
  }

  private async check(id: string, stopping: AbortSignal): Promise<JobEnding> {
    await this.store.move(id, 'waiting', 'checking');
    const order = await this.store.order(id);
    if (order?.state !== 'checking') return 'nothing-to-do';
    const asking = new AbortController();
    const signal = AbortSignal.any([stopping, asking.signal]);
    const watching = this.watchCancellation(id, asking, signal);
    try {
      await this.report(id, 'Reading and checking the workbook');
      const { file, rules } = await this.checked(order, signal);
      await this.report(id, 'Comparing it with stored licenses');
      const entries = file.rows.flatMap(({ entry }) => entry ?? []);
      const stored = await readStoredRights(entries, rules.licenses === 'existing', this.prisma);
      const newId = (name: string) => uuidV5(`${order.revision} ${name}`, id);
      const plan = planImport(entries, stored, rules, newId, isoDate(this.today()));
      const rehearsal = new Rehearsal(stored);
      const groups: RehearsedGroup[] = [];
      for (const [index, group] of plan.groups.entries()) {
        if (index % REPORT_EVERY === 0)
          await this.report(id, 'Preparing the review', index, plan.groups.length);
        const name = `group ${order.revision}.${index}`;
        const refusal = group.blocked ?? (await refusalOf(rehearsal, order, group, name));
        groups.push({ group, refusal });
      }
      await this.report(id, 'Saving the review');
      await this.store.review(id, rules, file, saidOnce(groups), plan.unchanged);
      return 'done';
    } catch (error) {
      if (stopping.aborted) throw error;
      if (hasCode<Cancelled>(error, 'cancelled') || asking.signal.aborted) {
        await this.store.move(id, 'checking', 'cancelled');
        return { refusal: new Cancelled() };
      }
      if (!hasCode<UnreadableWorkbook>(error, 'unreadable-workbook')) throw error;
      await this.store.move(id, 'checking', 'unreadable', error.message);
      return { refusal: error };
    } finally {
      asking.abort();
      await watching;
    }
  }

  /** Checks by the rules of the import; a new one by those its studio’s last file was read by. */
  private async checked(
    { id, revision, rules }: ImportOrderRow,
    signal: AbortSignal,
  ): Promise<{ readonly file: CheckedFile; readonly rules: ImportRules }> {
    const bytes = await this.store.file(id);
    const today = isoDate(this.today());
    const file = await checkWorkbook(bytes, rules, today, { signal });
    const studio = revision > 1 ? undefined : studioOf(file);
    const remembered = studio === undefined ? null : await this.store.rulesOf(studio);
    if (remembered === null || JSON.stringify(remembered) === JSON.stringify(rules))
      return { file, rules };
    return { file: await checkWorkbook(bytes, remembered, today, { signal }), rules: remembered };
  }

  private async commit(order: ImportOrderRow, stopping: AbortSignal): Promise<JobEnding> {
    const { id, mode } = order;
    if (order.state !== 'committing') return 'nothing-to-do';
    const groups = await this.store.readyGroups(id);
    const report = (done: number) =>
      this.report(id, mode === 'file' ? 'Saving the whole file' : 'Saving', done, groups.length);
    try {
      await report(0);
      if (mode === 'file') {
        await applyTogether(order, groups, this.prisma, { progress: report, finish: true });
        this.announce();
        return 'done';
      }
      for (const [index, group] of groups.entries()) {
        if (stopping.aborted) throw new Error('The server is restarting.');
        await this.applyAlone(order, group);
        await report(index + 1);
      }
      if (await this.store.hasApplied(id)) {
        await this.store.finish(order);
        return 'done';
      }
      await this.store.move(id, 'committing', 'ready', NOTHING_SAVED);
      return { refusal: new NothingSaved() };
    } catch (error) {
      if (hasCode<GroupRefused>(error, 'group-refused')) {
        const { number, refusal } = error;
        await this.store.settle(id, number, outcomeOf(refusal), refusal.message);
        const failure = `Nothing was saved. ${refusal.message}`;
        await this.store.move(id, 'committing', 'ready', failure);
        return { refusal };
      }
      if (hasCode<Cancelled>(error, 'cancelled')) await this.stopCommit(order, 'Stopped.');
      else if (hasCode<Busy>(error, 'busy')) await this.stopCommit(order, 'The database was busy.');
      else throw error;
      return { refusal: error };
    }
  }

  private async applyAlone(
    order: ImportOrderRow,
    group: Parameters<typeof applyTogether>[1][number],
  ): Promise<void> {
    const progress = () => Promise.resolve();
    try {
      await applyTogether(order, [group], this.prisma, { progress, finish: false });
      this.announce();
    } catch (error) {
      if (!hasCode<GroupRefused>(error, 'group-refused')) throw error;
      const { number, refusal } = error;
      await this.store.settle(order.id, number, outcomeOf(refusal), refusal.message);
    }
  }

  /** What was saved license by license stays. */
  private async stopCommit({ id }: ImportOrderRow, why: string): Promise<void> {
    if (await this.store.hasApplied(id)) {
      const failure = `${why} Licenses saved so far stay saved. Check the file again for the rest.`;
      await this.store.move(id, 'committing', 'committed', failure);
    } else await this.store.move(id, 'committing', 'ready', `${why} Nothing was saved.`);
  }

  private async undo(order: ImportOrderRow): Promise<JobEnding> {
    if (order.state !== 'undoing') return 'nothing-to-do';
    try {
      await this.report(order.id, 'Undoing the import');
      await undoTogether(order, this.prisma);
      this.announce();
      return 'done';
    } catch (error) {
      if (hasCode<Cancelled>(error, 'cancelled'))
        await this.store.move(order.id, 'undoing', 'committed', 'Stopped. Nothing was undone.');
      else if (isDomainError(error) || hasCode<Busy>(error, 'busy'))
        await this.store.move(order.id, 'undoing', 'committed', error.message);
      else throw error;
      return { refusal: error };
    }
  }

  /** @throws Cancelled when a person stopped the work */
  private async report(id: string, words: string, done = 0, total = 0): Promise<void> {
    if (await this.store.progress(id, words, done, total)) throw new Cancelled();
  }

  /**
   * Asks again and again whether somebody has cancelled, while something runs that cannot ask itself. Never rejects: it is
   * awaited only at the end of the check. A question that failed is asked again, because the database may be away for a
   * moment, and because the statements of the check itself say what is wrong when it is not.
   */
  private async watchCancellation(
    id: string,
    asking: AbortController,
    signal: AbortSignal,
  ): Promise<void> {
    while (!signal.aborted) {
      try {
        if (await this.store.isCancelled(id)) asking.abort();
      } catch (error) {
        console.error(`Whether the import ${id} was cancelled is not known:`, error);
      }
      await setTimeout(ASK_EVERY, null, { signal }).catch(() => undefined);
    }
  }
}

function commandOf({ importId, work, key, actor }: ImportJob): WatchedCommand {
  return { kind: KINDS[work], key, actor, subject: { what: 'import', id: importId } };
}

/** Several licenses may need the same new contract or title: it is said to be created once, with the first to be applied. */
function saidOnce(groups: readonly RehearsedGroup[]): readonly RehearsedGroup[] {
  const said = new Set<string>();
  const inOrder = [...groups].sort(
    (a, b) => Number(a.refusal !== null) - Number(b.refusal !== null),
  );
  const told = new Map(
    inOrder.map(({ group, refusal }) => {
      const items = group.items.flatMap((item): ImportItem[] => {
        const { what, outcome, id, rows } = item;
        if (outcome !== 'created' || what === 'license' || what === 'offer') return [item];
        if (!said.has(id)) {
          said.add(id);
          return [item];
        }
        // No row is about it: it only has to be there.
        return rows.length === 0 ? [] : [{ ...item, outcome: 'changed' }];
      });
      return [group, { group: { ...group, items }, refusal }] as const;
    }),
  );
  return groups.map((one) => told.get(one.group) ?? one);
}

/** The studio of the first row that names one, also when an error stops it: the rules may be what it lacks. */
function studioOf({ rows }: CheckedFile): string | undefined {
  const named = rows.map(({ row }) => row.cells['Avail/DisplayName']?.trim() ?? '');
  return named.find((studio) => studio !== '');
}

function outcomeOf(refusal: DomainError): 'stale' | 'blocked' {
  return hasCode<ChangedSinceReview>(refusal, 'changed-since-review') ? 'stale' : 'blocked';
}

async function refusalOf(
  rehearsal: Rehearsal,
  row: ImportOrderRow,
  group: RehearsedGroup['group'],
  name: string,
): Promise<string | null> {
  const order = orderOf(row);
  try {
    await rehearsal.together(() =>
      applyGroup(group, name, order, rehearsal, rehearsal.versionsNow),
    );
    return null;
  } catch (refusal) {
    if (isDomainError(refusal)) return refusal.message;
    throw refusal;
  }
}
