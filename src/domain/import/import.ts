import type { ImportRules } from '../avails/import-rules';
import type { Actor } from '../people/actor';
import { FIRST_RULES, importRules } from '../avails/import-rules';
import { shortText } from '../values/text';
import { ImportMoved, ImportTaken, NothingToCommit, NotToBeLeftOut } from './import-errors';

/**
 * Where an import stands. `waiting` and `checking` lead to `ready`, which is the review, or to `unreadable`; from there
 * `committing` leads to `committed`, or back to `ready` with nothing saved; `undoing` leads to `undone`, or back to
 * `committed`. Who cancels while it is being checked makes it `cancelled`; while it is being committed, `ready` again.
 */
export type ImportState =
  | 'waiting'
  | 'checking'
  | 'unreadable'
  | 'ready'
  | 'committing'
  | 'committed'
  | 'undoing'
  | 'undone'
  | 'cancelled';

/** What a commit takes or leaves as a whole: the file, or each license by itself. */
export type CommitMode = 'file' | 'license';

/** Who decided last, and when (ISO 8601 in UTC). */
export interface Settlement {
  readonly by: Actor;
  readonly at: string;
}

/** An import as it is stored, without its file and its review. */
export interface ImportData {
  /** UUID. */
  readonly id: string;
  readonly fileName: string;
  readonly uploadedBy: string;
  /** ISO 8601 in UTC. */
  readonly uploadedAt: string;
  readonly state: ImportState;
  /** Rises with every check: a review is of one revision. */
  readonly revision: number;
  readonly rules: ImportRules;
  /** Of the last commit. */
  readonly mode: CommitMode | null;
  /** The last commit or undo that was ordered. */
  readonly settled: Settlement | null;
  /** Why the last step did not do what was asked, as a sentence; `null` when it did. */
  readonly failure: string | null;
}

/** Whether an import in this state can be checked again, by the same rules or others. */
export function canBeCheckedAgain(state: ImportState): boolean {
  return ['ready', 'unreadable', 'committed', 'cancelled'].includes(state);
}

const NOTHING_SAVED =
  'Nothing was saved: every license has changed since the review or is blocked. Check the file again.';

/**
 * A workbook that was handed in, and what people decide about it. Decisions are checked against the revision that was seen;
 * made again by the same person, because its answer was lost, a decision is the same one. Each verb answers whether it
 * changed anything.
 */
export class Import {
  private constructor(private current: ImportData) {}

  /** @throws InvalidText for a name that is empty or too long */
  static upload(id: string, fileName: string, by: Actor, at: string): Import {
    return new Import({
      id,
      fileName: shortText(fileName, 'file', 'A file’s name'),
      ...{ uploadedBy: by.name, uploadedAt: at },
      ...{ state: 'waiting', revision: 1, rules: FIRST_RULES, mode: null, settled: null },
      failure: null,
    });
  }

  /** For repositories only: an import as it was stored. */
  static reconstitute(data: ImportData): Import {
    return new Import(data);
  }

  get data(): ImportData {
    return this.current;
  }

  /** Who decided last; who uploaded it before anybody did. */
  get settlement(): Settlement {
    const { settled, uploadedBy, uploadedAt } = this.current;
    return settled ?? { by: { name: uploadedBy }, at: uploadedAt };
  }

  /**
   * Checks that a repeated upload, whose first answer was lost, is of this import.
   *
   * @param isSameFile whether the bytes are the same
   * @throws ImportTaken
   */
  requireSame({ data: asked }: Import, isSameFile: boolean): void {
    const { fileName, uploadedBy } = this.current;
    if (!isSameFile || fileName !== asked.fileName || uploadedBy !== asked.uploadedBy)
      throw new ImportTaken();
  }

  /**
   * Orders a check by other rules, as the next revision.
   *
   * @throws ImportMoved, DomainError of a rule that is not valid
   */
  changeRules(revision: number, rules: ImportRules): boolean {
    const valid = importRules(rules);
    const now = this.current;
    if (now.revision === revision + 1 && isSame(importRules(now.rules), valid)) return false;
    if (now.revision !== revision || !canBeCheckedAgain(now.state)) throw new ImportMoved();
    return this.become({ state: 'waiting', revision: revision + 1, rules: valid, failure: null });
  }

  /**
   * Checks that a change of the review can be left out or brought back now.
   *
   * @param canBe whether the change is one that can be saved
   * @throws ImportMoved, NotToBeLeftOut
   */
  requireLeavingOut(revision: number, canBe: boolean): void {
    this.requireState(revision, 'ready');
    if (!canBe) throw new NotToBeLeftOut();
  }

  /**
   * Orders that the review be saved.
   *
   * @param hasWork whether anything in the review can be saved
   * @throws ImportMoved, NothingToCommit
   */
  commit(revision: number, mode: CommitMode, hasWork: boolean, settled: Settlement): boolean {
    const isDecided = this.isDecided(revision, settled, ['committing', 'committed']);
    if (isDecided && this.current.mode === mode) return false;
    this.requireState(revision, 'ready');
    if (!hasWork) throw new NothingToCommit();
    return this.become({ state: 'committing', mode, settled, failure: null });
  }

  /** Orders that what was saved be taken back. @throws ImportMoved */
  undo(revision: number, settled: Settlement): boolean {
    if (this.isDecided(revision, settled, ['undoing', 'undone'])) return false;
    this.requireState(revision, 'committed');
    return this.become({ state: 'undoing', settled, failure: null });
  }

  /** Cancels a check that nobody has begun. What is under way is asked to stop. */
  cancel(): boolean {
    return this.move('waiting', 'cancelled', this.current.failure);
  }

  /** Takes a check in hand, or again after a process died over it. */
  beginCheck(): boolean {
    return this.current.state === 'checking' || this.move('waiting', 'checking');
  }

  /** The review is there. @param isSettled whether all of it is stored already, so that it can be undone */
  finishCheck(rules: ImportRules, isSettled: boolean): boolean {
    return (
      this.current.state === 'checking' &&
      this.become({ state: isSettled ? 'committed' : 'ready', rules, failure: null })
    );
  }

  /** A person stopped the check. */
  stopCheck(): boolean {
    return this.move('checking', 'cancelled');
  }

  /** @param reason why the file cannot be read, as a sentence */
  failCheck(reason: string): boolean {
    return this.move('checking', 'unreadable', reason);
  }

  finishCommit(): boolean {
    return this.move('committing', 'committed', this.current.failure);
  }

  /** Nothing was saved, for the reason that each license has in the review. */
  refuseCommit(): boolean {
    return this.move('committing', 'ready', NOTHING_SAVED);
  }

  /** Nothing was saved. @param reason what stood against the first license, as a sentence */
  failCommit(reason: string): boolean {
    return this.move('committing', 'ready', `Nothing was saved. ${reason}`);
  }

  /** @param hasSaved whether licenses were saved before: they stay saved */
  interruptCommit(by: Interruption, hasSaved: boolean): boolean {
    const why = INTERRUPTIONS[by];
    return hasSaved
      ? this.move(
          'committing',
          'committed',
          `${why} Licenses saved so far stay saved. Check the file again for the rest.`,
        )
      : this.move('committing', 'ready', `${why} Nothing was saved.`);
  }

  finishUndo(): boolean {
    return this.move('undoing', 'undone');
  }

  /** A person stopped the undo. */
  stopUndo(): boolean {
    return this.failUndo(`${INTERRUPTIONS.cancelled} Nothing was undone.`);
  }

  /** @param reason what stood against it, as a sentence */
  failUndo(reason: string): boolean {
    return this.move('undoing', 'committed', reason);
  }

  /** Brings an import whose work failed by a fault of ours to rest, where people can go on from. */
  abandon(): boolean {
    const state = AFTER_A_FAULT[this.current.state];
    if (state === undefined) return false;
    const failure = 'An unexpected error occurred and was logged. Nothing more was saved.';
    return this.become({ state, failure });
  }

  private requireState(revision: number, state: ImportState): void {
    if (this.current.revision !== revision || this.current.state !== state) throw new ImportMoved();
  }

  /** Whether the same person has decided the same before: its answer was lost. */
  private isDecided(revision: number, { by }: Settlement, states: readonly ImportState[]): boolean {
    const { settled, revision: now, state } = this.current;
    const settler = settled === null ? null : (settled.by.id ?? settled.by.name);
    return now === revision && settler === (by.id ?? by.name) && states.includes(state);
  }

  private move(from: ImportState, state: ImportState, failure: string | null = null): boolean {
    return this.current.state === from && this.become({ state, failure });
  }

  private become(changes: Partial<ImportData>): true {
    this.current = { ...this.current, ...changes };
    return true;
  }
}

/** What a commit was interrupted by, as people read it. */
const INTERRUPTIONS = { cancelled: 'Stopped.', busy: 'The database was busy.' };

export type Interruption = keyof typeof INTERRUPTIONS;

const AFTER_A_FAULT: Partial<Record<ImportState, ImportState>> = {
  waiting: 'unreadable',
  checking: 'unreadable',
  committing: 'ready',
  undoing: 'committed',
};

function isSame(a: ImportRules, b: ImportRules): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Whether a job has something to do with it. */
export function isAtWork(state: ImportState): boolean {
  return Object.hasOwn(AFTER_A_FAULT, state);
}
