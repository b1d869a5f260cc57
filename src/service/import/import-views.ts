import type { LicenseeShare } from '../../domain/avails/avail-entry';
import type { LicenseClosing, TitleClosing } from '../../domain/closing';
import type { DetailChange, ImportItem } from '../../domain/avails/planning/import-plan';
import type { ImportRules } from '../../domain/avails/import-rules';
import type { IdleColumn } from '../../domain/avails/vocabulary/idle-columns';
import type { AvailsVersion, Problem, SheetRow, SheetSummary } from '../../domain/avails/sheet-row';
import type { ContractQuestion } from '../../domain/import/contract-question';
import type { ImportState } from '../../domain/import/import';
import type { Page } from '../page';

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
  /** Of those that can be applied, how many a person left out; they are not among `applicable`. */
  readonly leftOutChanges: number;
  /** Prices without an amount that stop rows until the rules say what they are worth, such as `Tier 2`. */
  readonly tiers: readonly string[];
  /** The filled columns that change nothing, the most filled first. */
  readonly idleColumns: readonly IdleColumn[];
  /** The licensees that the file names, when there is something to tell apart. */
  readonly licensees: readonly LicenseeShare[];
  /** Rows for other licensees, which are not among `rows`. */
  readonly leftOut: number;
  /** The contract that rows leave open; `null` when none does. The rules answer it. */
  readonly contractQuestion: ContractQuestion | null;
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
 * What would become, or became, of one thing: as planned, `left-out` by a person, `blocked` by a rule, `stale` because
 * somebody changed it after the review.
 */
export type ReviewOutcome = ImportItem['outcome'] | 'left-out' | 'blocked' | 'stale';

/** One line of the review. */
export interface ReviewLine extends Omit<ImportItem, 'outcome' | 'details'> {
  /** The changed cells, where details change; else empty. */
  readonly details: readonly DetailChange[];
  readonly outcome: ReviewOutcome;
  /** The number of the change that it is part of, which can be left out as a whole; `null` where nothing can be saved. */
  readonly change: number | null;
  /** Why it is blocked or stale, as a sentence. */
  readonly reason: string | null;
  /** Whether it is stored by now, so that its page can be opened. */
  readonly isStored: boolean;
  /** How the stored license or title is closed now; `null` while it is in use. */
  readonly closing: LicenseClosing | TitleClosing | null;
}

export interface ReviewQuery {
  readonly what?: ImportItem['what'] | undefined;
  /** `to-look-at` is everything but what stays as it is. */
  readonly outcome?: ReviewOutcome | 'to-look-at' | undefined;
  readonly cursor?: string | undefined;
  readonly pageSize: number;
}

export interface ImportViews {
  /** The newest first. */
  list(query: {
    /** Only those whose review waits for somebody to decide. */
    readonly isWaiting?: boolean | undefined;
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
