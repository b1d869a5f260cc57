import type { ImportRules } from '../../domain/avails/import-rules';
import type { CommitMode } from '../../domain/import/import';
import type { ImportJob } from '../jobs';
import type { Records, RecordStore } from '../records';
import type { Command, Outcome } from '../unit-of-work';
import { Import } from '../../domain/import/import';
import { ImportMoved } from '../../domain/import/import-errors';
import { assertWorkbook } from './workbook-signature';

/** An uploaded file as it arrives. */
export interface UploadImport {
  /** Made by the client for this intent: however often it is sent, it is one import. */
  readonly importId: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** A decision about an import as it stood at a revision. */
export interface OnImport {
  readonly importId: string;
  /** The revision the person saw; a later one is not decided about. */
  readonly revision: number;
}

export interface ChangeImportRules extends OnImport {
  readonly rules: ImportRules;
}

export interface CommitImport extends OnImport {
  readonly mode: CommitMode;
}

export interface LeaveOutOfImport extends OnImport {
  /** The number of a change in the review. */
  readonly change: number;
  /** Whether it is left out from now on, or brought back. */
  readonly isLeftOut: boolean;
}

export interface CancelImport {
  readonly importId: string;
}

/** What became of a decision, with the revision that it led to. */
export interface ImportDecided {
  readonly importId: string;
  readonly revision: number;
}

/**
 * Takes a workbook in and orders its check. The same upload again, whose answer was lost, is not a second one.
 *
 * @throws FileTooLarge, NotAWorkbook at first sight of it; ImportTaken when another import has this id
 */
export async function uploadImport(
  command: UploadImport & Command,
  records: RecordStore,
): Promise<Outcome<ImportDecided>> {
  const { importId, fileName, bytes, actor, at } = command;
  assertWorkbook({ name: fileName, size: bytes.length, head: bytes });
  const one = Import.upload(importId, fileName, actor, at);
  return records.transactOnce(command, async (transaction) => {
    const { imports } = transaction;
    const earlier = await imports.get(importId);
    if (earlier !== null) {
      earlier.requireSame(one, await imports.isFile(importId, bytes));
      return { importId, revision: 1, replayed: true };
    }
    await imports.add(one, bytes);
    return ordered('check', one, command, transaction);
  });
}

/** Orders that the file be checked again by other rules. @throws ImportMoved, DomainError of a rule that is not valid */
export function changeImportRules(
  command: ChangeImportRules & Command,
  records: RecordStore,
): Promise<Outcome<ImportDecided>> {
  const { revision, rules } = command;
  return decided('check', command, records, (one) => one.changeRules(revision, rules));
}

/** Orders that the review be saved. @throws ImportMoved, NothingToCommit */
export function commitImport(
  command: CommitImport & Command,
  records: RecordStore,
): Promise<Outcome<ImportDecided>> {
  const { importId, revision, mode, actor: by, at } = command;
  return decided('commit', command, records, async (one, { imports }) =>
    one.commit(revision, mode, await imports.hasWork(importId), { by, at }),
  );
}

/**
 * Leaves a change of the review out of what will be saved, or brings it back. Doing it again changes nothing.
 *
 * @throws ImportMoved, NotToBeLeftOut
 */
export async function leaveOutOfImport(
  command: LeaveOutOfImport & Command,
  records: RecordStore,
): Promise<Outcome<ImportDecided>> {
  const { importId, revision, change, isLeftOut } = command;
  return records.transactOnce(command, async ({ imports }) => {
    const one = await imports.get(importId);
    if (one === null) throw new ImportMoved();
    one.requireLeavingOut(revision, await imports.leaveOut(importId, change, isLeftOut));
    return { importId, revision, replayed: false };
  });
}

/** Orders that what an import saved be taken back. @throws ImportMoved */
export function undoImport(
  command: OnImport & Command,
  records: RecordStore,
): Promise<Outcome<ImportDecided>> {
  const { revision, actor: by, at } = command;
  return decided('undo', command, records, (one) => one.undo(revision, { by, at }));
}

/** Stops what is being done to an import; does nothing when it is done already. @throws ImportMoved when there is none */
export async function cancelImport(
  command: CancelImport & Command,
  records: RecordStore,
): Promise<Outcome<ImportDecided>> {
  const { importId } = command;
  return records.transactOnce(command, async ({ imports }) => {
    const one = await imports.get(importId);
    if (one === null) throw new ImportMoved();
    await imports.askToStop(importId);
    if (one.cancel()) await imports.save(one);
    return { importId, revision: one.data.revision, replayed: false };
  });
}

/** @param decide says whether there is still something to do */
function decided(
  work: ImportJob['work'],
  command: OnImport & Command,
  records: RecordStore,
  decide: (one: Import, records: Records) => boolean | Promise<boolean>,
): Promise<Outcome<ImportDecided>> {
  const { importId } = command;
  return records.transactOnce(command, async (transaction) => {
    const one = await transaction.imports.get(importId);
    if (one === null) throw new ImportMoved();
    if (!(await decide(one, transaction)))
      return { importId, revision: one.data.revision, replayed: true };
    await transaction.imports.save(one);
    return ordered(work, one, command, transaction);
  });
}

/** Orders the job of a decision. */
async function ordered(
  work: ImportJob['work'],
  { data: { id: importId, revision } }: Import,
  { key, actor }: Command,
  { imports, jobs }: Records,
): Promise<Outcome<ImportDecided>> {
  await imports.startProgress(importId);
  await jobs.send('imports', { importId, work, key, actor });
  return { importId, revision, replayed: false };
}
