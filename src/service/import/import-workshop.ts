import type { AvailEntry, CheckedFile } from '../../domain/avails/avail-entry';
import type { ImportRules } from '../../domain/avails/import-rules';
import type {
  Basis,
  ImportGroup,
  ImportItem,
  ImportStep as PlannedStep,
  PlannedRow,
} from '../../domain/avails/planning/import-plan';
import type { StoredContract, StoredRights } from '../../domain/avails/planning/stored-rights';
import type { ContractQuestion } from '../../domain/import/contract-question';
import type { Import } from '../../domain/import/import';
import type { ImportStep } from '../../domain/import/progress';
import type { IsoDate } from '../../domain/values/date-range';
import type { RecordStore } from '../records';
import type { ImportOrder } from './import-execution';
import { Cancelled } from '../job-ending';

/** A group as it waits to be applied. */
export interface StoredGroup {
  readonly number: number;
  readonly steps: readonly PlannedStep[];
  readonly basedOn: readonly Basis[];
}

/** A group with what its rehearsal said: `null` when nothing stands against it. */
export interface RehearsedGroup {
  readonly group: ImportGroup;
  readonly refusal: string | null;
}

/** What a check found and planned. */
export interface CheckedImport {
  readonly file: CheckedFile;
  /** By which it was checked. */
  readonly rules: ImportRules;
  readonly contractQuestion: ContractQuestion | null;
  readonly groups: readonly RehearsedGroup[];
  readonly unchanged: readonly ImportItem[];
  readonly rows: readonly PlannedRow[];
}

/** What the jobs of imports read and write beside the import itself. */
export interface ImportWorkshop {
  /** Notes how far the work is. @returns whether somebody asked for it to be stopped */
  progress(id: string, step: ImportStep, done: number, total: number): Promise<boolean>;
  /** Resolves when somebody asked for the work to be stopped, with `true`, or the signal aborts. Never rejects. */
  untilStopAsked(id: string, signal: AbortSignal): Promise<boolean>;
  file(id: string): Promise<Uint8Array>;
  /**
   * Opens and checks a workbook.
   *
   * @throws UnreadableWorkbook, and the reason of the signal when that aborts it
   */
  check(
    bytes: Uint8Array,
    rules: ImportRules,
    today: IsoDate,
    signal: AbortSignal,
  ): Promise<CheckedFile>;
  /** The rules that were used last for a studio. */
  rulesOf(studio: string): Promise<ImportRules | null>;
  /** The contracts of studios, whatever the spelling of their names. */
  contractsOf(studios: readonly string[]): Promise<readonly StoredContract[]>;
  /**
   * What is stored of all that the entries of an import name; with whole contracts also their licenses that no entry names.
   */
  storedRights(entries: readonly AvailEntry[], wholeContracts: boolean): Promise<StoredRights>;
  /** Whether any change that is stored came from an import. */
  hasHistory(id: string): Promise<boolean>;
  /** Stores a review in place of the earlier one, and that the check is over; nothing when somebody stopped it. */
  saveReview(id: string, checked: CheckedImport, isSettled: boolean): Promise<void>;
  readyGroups(id: string): Promise<readonly StoredGroup[]>;
  /** Notes why a group was not applied. */
  refuseGroup(id: string, number: number, outcome: 'blocked' | 'stale', why: string): Promise<void>;
  /**
   * Applies groups in one transaction, and notes that they are applied; with `isLast` also that the commit is over.
   *
   * @param progress is told how many are done
   * @throws GroupRefused for the first that a rule refuses or somebody has changed; then none is applied
   */
  apply(
    one: Import,
    groups: readonly StoredGroup[],
    options: { readonly progress: (done: number) => Promise<void>; readonly isLast: boolean },
  ): Promise<void>;
  /** Notes that a commit is over, and that its rules are those of its studios. */
  finishCommit(id: string): Promise<void>;
  /**
   * Takes back everything an import stored, in one transaction, and notes that the undo is over.
   *
   * @throws BuiltUpon when somebody has built on it, DomainError of a rule that stands against it; then nothing is undone
   */
  takeBack(one: Import): Promise<void>;
  /** A UUID that is the same for the same name and import. */
  readonly newId: (name: string, importId: string) => string;
}

export interface ImportTools {
  readonly records: RecordStore;
  readonly workshop: ImportWorkshop;
  /** The calendar day that counts as today. */
  readonly today: () => IsoDate;
  /** Is told whenever something was committed. */
  readonly announce: () => void;
}

/** Notes how far the work is. @throws Cancelled when a person asked for it to be stopped */
export async function report(
  { workshop }: ImportTools,
  id: string,
  step: ImportStep,
  done = 0,
  total = 0,
): Promise<void> {
  if (await workshop.progress(id, step, done, total)) throw new Cancelled();
}

/** Changes an import. @returns it, or `null` when nothing was changed */
export function changed(
  { records }: ImportTools,
  id: string,
  change: (one: Import, hasSaved: () => Promise<boolean>) => boolean | Promise<boolean>,
): Promise<Import | null> {
  return records.transact(async ({ imports }) => {
    const one = await imports.get(id);
    if (one === null || !(await change(one, () => imports.hasSaved(id)))) return null;
    await imports.save(one);
    return one;
  });
}

/** What the commands of an import have in common: who ordered it, and keys that are the same when it is begun again. */
export function orderOf(one: Import, newId: ImportWorkshop['newId']): ImportOrder {
  const { id: importId } = one.data;
  const { by, at } = one.settlement;
  return { importId, actor: by, at, keyOf: (name) => newId(name, importId) };
}
