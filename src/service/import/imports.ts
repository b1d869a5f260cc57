import type { Actor } from '../../domain/people/actor';
import type { ImportItem } from '../../domain/avails/planning/import-plan';
import type { ImportRules } from '../../domain/avails/import-rules';
import type { AvailsVersion, Problem, SheetRow, SheetSummary } from '../../domain/avails/sheet-row';
import { DomainError } from '../../domain/errors';
import type { Page } from '../views';

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

/** How far the work on an import is. */
export interface ImportProgress {
  /** What is being done, as people read it: `Reading the workbook`. */
  readonly words: string;
  /** Of `total`; both 0 while that is not known. */
  readonly done: number;
  readonly total: number;
}

/** One line of the list of imports. */
export interface ImportSummary {
  readonly id: string;
  readonly fileName: string;
  /** The licensors its rows name, in order; empty while it is being checked. */
  readonly studios: readonly string[];
  readonly state: ImportState;
  readonly uploadedBy: string;
  /** ISO 8601 in UTC. */
  readonly uploadedAt: string;
  /** Data rows, and those an error stops. */
  readonly rows: number;
  readonly rejected: number;
}

/** How many lines of the review there are of each kind. */
export interface ReviewCount {
  readonly what: ImportItem['what'];
  readonly outcome: ReviewOutcome;
  readonly count: number;
}

export interface ImportView extends ImportSummary {
  /** Rises with every check: a review is of one revision. */
  readonly revision: number;
  readonly version: AvailsVersion | null;
  /** Whether the file says its version itself; otherwise it was inferred from its columns. */
  readonly versionStated: boolean;
  readonly sheets: readonly SheetSummary[];
  readonly rules: ImportRules;
  readonly errors: number;
  readonly warnings: number;
  readonly counts: readonly ReviewCount[];
  /** Licenses, of those that would change something: how many can be applied, how many are blocked. */
  readonly applicable: number;
  readonly blocked: number;
  /** Prices without an amount that stop rows until the rules say what they are worth, such as `Tier 2`. */
  readonly unpriced: readonly string[];
  /** While a job runs. */
  readonly progress: ImportProgress | null;
  /** Why the last step did not do what was asked, as a sentence; `null` when it did. */
  readonly failure: string | null;
  /** Who committed or undid it last, and when (ISO 8601 in UTC). */
  readonly settledBy: string | null;
  readonly settledAt: string | null;
}

/** Problems that the same thing repairs. */
export interface ProblemGroup {
  readonly code: string;
  readonly severity: Problem['severity'];
  readonly message: string;
  readonly remedy: string;
  readonly count: number;
  /** The first of them in the order of the file, at most 100. */
  readonly problems: readonly Problem[];
}

/**
 * What would become, or became, of one thing: as planned, `blocked` by a rule, `stale` because somebody changed it after
 * the review.
 */
export type ReviewOutcome = ImportItem['outcome'] | 'blocked' | 'stale';

/** One line of the review. */
export interface ReviewLine extends Omit<ImportItem, 'outcome'> {
  readonly outcome: ReviewOutcome;
  /** Why it is blocked or stale, as a sentence. */
  readonly reason: string | null;
  /** Whether it is stored by now, so that its page can be opened. */
  readonly isStored: boolean;
}

export interface ReviewQuery {
  readonly what?: ImportItem['what'] | undefined;
  readonly outcome?: ReviewOutcome | undefined;
  readonly cursor?: string | undefined;
  readonly pageSize: number;
}

export interface ImportViews {
  /** The newest first. */
  list(query: {
    readonly cursor?: string | undefined;
    readonly pageSize: number;
  }): Promise<Page<ImportSummary>>;
  /** @returns `null` when there is no such import */
  import(id: string): Promise<ImportView | null>;
  /** Errors first, then the most frequent. */
  problems(id: string): Promise<readonly ProblemGroup[]>;
  review(id: string, query: ReviewQuery): Promise<Page<ReviewLine>>;
  /** Rows that errors stop and rows of blocked or stale licenses, each with its reasons, in the order of the file. */
  rejectedRows(
    id: string,
  ): Promise<readonly (SheetRow & { readonly reasons: readonly string[] })[]>;
}

/** Who decides something about an import or an export, and when. */
export interface Intent {
  /**
   * A UUID that a program made for this intent: used again it is answered the same, and refused for something else. People
   * have none: what they decide is known by what it says.
   */
  readonly key?: string | undefined;
  readonly actor: Actor;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** An uploaded file as it arrives. */
export interface UploadAvails extends Intent {
  /** Made by the client for this intent: however often it is sent, it is one import. */
  readonly importId: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** A decision about an import as it stood at a revision. */
export interface ImportDecision extends Intent {
  readonly importId: string;
  /** The revision the person saw; a later one is not decided about. */
  readonly revision: number;
}

/** What became of a decision. */
export interface Decided {
  /** The same was decided before: nothing was done. */
  readonly replayed: boolean;
}

/** What became of a decision about an import, with the revision that it led to. */
export interface ImportDecided extends Decided {
  readonly importId: string;
  readonly revision: number;
}

/**
 * Where people hand in files and decide about them. Each decision is stored together with the job that carries it out, and
 * made again, when its answer was lost, it is the same decision. Each throws KeyReused, Busy and OutcomeUnknown as a unit of
 * work does.
 */
export interface ImportDesk {
  /** @throws FileTooLarge, NotAWorkbook at first sight of it; ImportTaken when there is another import with this id */
  upload(upload: UploadAvails): Promise<ImportDecided>;
  /** Checks the file again by other rules. @throws ImportMoved, DomainError of a rule that is not valid */
  changeRules(decision: ImportDecision & { readonly rules: ImportRules }): Promise<ImportDecided>;
  /** @throws ImportMoved, NothingToCommit */
  commit(decision: ImportDecision & { readonly mode: CommitMode }): Promise<ImportDecided>;
  /** Stops what is being done to it. Nothing when it is done already. @throws ImportMoved when there is no such import */
  cancel(decision: Omit<ImportDecision, 'revision'>): Promise<ImportDecided>;
  /** @throws ImportMoved */
  undo(decision: ImportDecision): Promise<ImportDecided>;
}

/** Largest file that is taken, in bytes. */
export const MAX_FILE = 5 * 1024 * 1024;

export class FileTooLarge extends DomainError {
  readonly code = 'file-too-large';
  override readonly field = 'file';

  constructor() {
    super('This file is larger than 5 MB. Split it into several.');
  }
}

/** What was uploaded is no workbook that avails come in; the message says what it is. */
export class NotAWorkbook extends DomainError {
  readonly code = 'not-a-workbook';
  override readonly field = 'file';
}

/** There is another import with this id. */
export class ImportTaken extends DomainError {
  readonly code = 'import-taken';

  constructor() {
    super(
      'This file was already sent with a different name or content. Reload the page and choose it again.',
    );
  }
}

/** Somebody else decided first, or the file was checked again: what the person saw is no longer so. */
export class ImportMoved extends DomainError {
  readonly code = 'import-moved';

  constructor() {
    super('This import has changed since the page was loaded. Reload the page.');
  }
}

export class NothingToCommit extends DomainError {
  readonly code = 'nothing-to-commit';

  constructor() {
    super('There is nothing to save: every row is already stored or has an error.');
  }
}
