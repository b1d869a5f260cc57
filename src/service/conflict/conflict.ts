import type { Dispute, FieldOf } from '../../domain/conflict/merge';
import type { Verdict } from '../../domain/conflict/verdict';
import type { ProposedContentChange } from '../../domain/content/conflict';
import type { ContentDetailsData } from '../../domain/content/content-details';
import type { ContractDetails, ProposedContractChange } from '../../domain/contract/contract';
import type { Field as LicenseField } from '../../domain/license/conflict';
import type { ProposedChange } from '../../domain/license/license-change';
import type { PricesChanged } from '../../domain/price-table/price-table-change';
import type { ConflictStrips } from '../license/conflict-strips';
import type { HistoryEntry } from '../history-views';

/** A change that can be applied to the latest version, with a label that tells it from the others. */
export interface Way<Change> {
  readonly label: string;
  readonly change: Change;
}

/** One line of the comparison: a field, or something else that somebody changed. Text ready to show. */
export interface ConflictRow<Field extends string = string> {
  readonly field: Field | 'other';
  readonly label: string;
  readonly before: string | null;
  /** `null` when not changed. */
  readonly yours: string | null;
  readonly theirs: string | null;
  /** `null` while it is in dispute, or when there is no result. */
  readonly result: string | null;
  readonly origin: 'yours' | 'theirs' | 'both' | 'adjusted' | null;
}

/** What a stale command means on the latest version, and everything a person needs to decide it: plain data. */
export interface ConflictOf<Kind extends string, Change, Field extends string> {
  /** The kind of thing that was to be changed. */
  readonly kind: Kind;
  readonly id: string;
  /** The version the command was made against. */
  readonly madeAgainst: number;
  /** The version it is judged on, and is applied to. */
  readonly latestVersion: number;
  /** What happened in between, in order: at most the newest `MAX_SINCE` changes. */
  readonly since: readonly HistoryEntry[];
  /** How many changes happened in between. */
  readonly sinceTotal: number;
  readonly rows: readonly ConflictRow<Field>[];
  readonly verdict: 'legal' | 'disputed' | 'refused' | 'gone' | 'settled';
  /** The rule that stands against it, in its own words, and the code it is known by; of what is gone, why if it was closed. */
  readonly reason: string | null;
  readonly code: string | null;
  /** What can be applied, the best first: the change itself where it is legal. */
  readonly ways: readonly Way<Change>[];
  /** The change in dispute, each way; fields are decided one by one. */
  readonly dispute: Dispute<Change, Field> | null;
}

export interface LicenseConflict extends ConflictOf<'license', ProposedChange, LicenseField> {
  readonly strips: ConflictStrips;
}

export interface ContentConflict extends ConflictOf<
  'content',
  ProposedContentChange,
  FieldOf<ContentDetailsData>
> {
  /** What the title is known by now. */
  readonly details: ContentDetailsData;
}

export type ContractConflict = ConflictOf<
  'contract',
  ProposedContractChange,
  FieldOf<ContractDetails>
>;

/** Fields are cells on a day, by `entryKey`. */
export type PriceTableConflict = ConflictOf<'price-table', PricesChanged, string>;

export type Conflict = LicenseConflict | ContentConflict | ContractConflict | PriceTableConflict;

/** The most changes that a conflict carries; it counts the others. */
export const MAX_SINCE = 50;

/** What a conflict says whatever it is about. */
interface Found<Change, Field extends string> {
  readonly id: string;
  readonly madeAgainst: number;
  readonly latestVersion: number;
  /** The newest of what happened in between, in order: at least `MAX_SINCE`, where there are so many. */
  readonly entries: readonly HistoryEntry[];
  readonly verdict:
    Verdict<Change, Field, unknown> | { readonly kind: 'gone'; readonly recreate: Change | null };
  /** Names a way, so that it can be told from the others. */
  readonly nameOf: (change: Change) => string;
}

/** Puts together what conflicts of all kinds have in common, but their rows. */
export function explained<Kind extends string, Change, Field extends string>(
  kind: Kind,
  { id, madeAgainst, latestVersion, entries, verdict, nameOf }: Found<Change, Field>,
): Omit<ConflictOf<Kind, Change, Field>, 'rows'> {
  return {
    kind,
    id,
    madeAgainst,
    latestVersion,
    since: entries.slice(-MAX_SINCE),
    // Each change is one version.
    sinceTotal: latestVersion - madeAgainst,
    verdict: verdict.kind,
    reason: verdict.kind === 'refused' ? verdict.reason.message : null,
    code: verdict.kind === 'refused' ? verdict.reason.code : null,
    ways: applicable(verdict).map((change) => ({ label: nameOf(change), change })),
    dispute:
      verdict.kind === 'disputed'
        ? { fields: verdict.fields, yours: verdict.yours, theirs: verdict.theirs }
        : null,
  };
}

function applicable<Change, Field extends string>(
  verdict: Found<Change, Field>['verdict'],
): readonly Change[] {
  switch (verdict.kind) {
    case 'legal':
      return [verdict.change];
    case 'refused':
      return verdict.ways;
    case 'gone':
      return verdict.recreate === null ? [] : [verdict.recreate];
    case 'settled':
    case 'disputed':
      return [];
  }
}
