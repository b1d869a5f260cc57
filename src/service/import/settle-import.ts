import type { DomainError } from '../../domain/errors';
import type { Import, Interruption } from '../../domain/import/import';
import type { ChangedSinceReview, GroupRefused } from '../../domain/import/job-refusals';
import type { Busy } from '../errors';
import type { Cancelled, JobEnding } from '../job-ending';
import type { ImportTools, StoredGroup } from './import-workshop';
import { hasCode, isDomainError } from '../../domain/errors';
import { NothingSaved } from '../../domain/import/job-refusals';
import { slicesOf } from './group-slices';
import { changed, report } from './import-workshop';

/** So many changes are saved in one transaction: nobody waits long for a license or a title that it holds. */
const MOST_CHANGES = 200;

/**
 * Saves the review of an import: the whole file or nothing, or each license by itself. Called again after it was interrupted,
 * it goes on from what was saved.
 *
 * @param stopping aborted when this process is about to end
 * @throws unexpected errors
 */
export async function saveImport(
  id: string,
  tools: ImportTools,
  stopping: AbortSignal,
): Promise<JobEnding> {
  const one = await found(id, tools);
  if (one?.data.state !== 'committing') return 'nothing-to-do';
  const groups = await tools.workshop.readyGroups(id);
  try {
    if (one.data.mode === 'file') {
      await saveFile(one, groups, tools);
      return 'done';
    }
    return await saveLicenses(one, groups, tools, stopping);
  } catch (error) {
    if (hasCode<GroupRefused>(error, 'group-refused')) {
      const { refusal } = error;
      await refuse(id, error, tools);
      await changed(tools, id, (now) => now.failCommit(refusal.message));
      return { refusal };
    }
    const interruption = interruptionBy(error);
    if (interruption === null) throw error;
    await changed(tools, id, async (now, hasSaved) =>
      now.interruptCommit(interruption, await hasSaved()),
    );
    return { refusal: error as Error };
  }
}

async function saveFile(
  one: Import,
  groups: readonly StoredGroup[],
  tools: ImportTools,
): Promise<void> {
  const progress = (done: number) => report(tools, one.data.id, 'saving-file', done, groups.length);
  await progress(0);
  await tools.workshop.apply(one, groups, { progress, isLast: true });
  tools.announce();
}

async function saveLicenses(
  one: Import,
  groups: readonly StoredGroup[],
  tools: ImportTools,
  stopping: AbortSignal,
): Promise<JobEnding> {
  const { id } = one.data;
  const { workshop } = tools;
  const progress = (done: number) => report(tools, id, 'saving-licenses', done, groups.length);
  await progress(0);
  let done = 0;
  for (const several of slicesOf(groups, MOST_CHANGES)) {
    stopping.throwIfAborted();
    const isSaved = await saveTogether(one, several, tools);
    if (!isSaved && several.length > 1)
      for (const group of several) {
        stopping.throwIfAborted();
        await saveTogether(one, [group], tools);
      }
    done += several.length;
    await progress(done);
  }
  const refused = await changed(
    tools,
    id,
    async (now, hasSaved) => !(await hasSaved()) && now.refuseCommit(),
  );
  if (refused !== null) return { refusal: new NothingSaved() };
  await workshop.finishCommit(id);
  return 'done';
}

/**
 * Saves groups in one transaction; one that is refused is noted when it is alone.
 *
 * @returns whether they were saved
 */
async function saveTogether(
  one: Import,
  groups: readonly StoredGroup[],
  tools: ImportTools,
): Promise<boolean> {
  const progress = () => Promise.resolve();
  try {
    await tools.workshop.apply(one, groups, { progress, isLast: false });
    tools.announce();
    return true;
  } catch (error) {
    if (!hasCode<GroupRefused>(error, 'group-refused')) throw error;
    if (groups.length === 1) await refuse(one.data.id, error, tools);
    return false;
  }
}

/** Takes back what an import saved, all of it or nothing. @throws unexpected errors */
export async function takeImportBack(id: string, tools: ImportTools): Promise<JobEnding> {
  const one = await found(id, tools);
  if (one?.data.state !== 'undoing') return 'nothing-to-do';
  try {
    await report(tools, id, 'undoing');
    await tools.workshop.takeBack(one);
    tools.announce();
    return 'done';
  } catch (error) {
    if (hasCode<Cancelled>(error, 'cancelled')) await changed(tools, id, (now) => now.stopUndo());
    else if (isDomainError(error) || hasCode<Busy>(error, 'busy'))
      await changed(tools, id, (now) => now.failUndo(error.message));
    else throw error;
    return { refusal: error };
  }
}

/** Brings an import whose work failed by a fault of ours to rest. */
export async function abandonImport(id: string, tools: ImportTools): Promise<void> {
  await changed(tools, id, (one) => one.abandon());
}

function found(id: string, { records }: ImportTools): Promise<Import | null> {
  return records.transact(({ imports }) => imports.get(id));
}

async function refuse(id: string, { number, refusal }: GroupRefused, { workshop }: ImportTools) {
  await workshop.refuseGroup(id, number, outcomeOf(refusal), refusal.message);
}

function outcomeOf(refusal: DomainError): 'stale' | 'blocked' {
  return hasCode<ChangedSinceReview>(refusal, 'changed-since-review') ? 'stale' : 'blocked';
}

function interruptionBy(error: unknown): Interruption | null {
  if (hasCode<Cancelled>(error, 'cancelled')) return 'cancelled';
  return hasCode<Busy>(error, 'busy') ? 'busy' : null;
}
