import type { ConflictExplanation, Way } from '../src/service/conflict-explanation';
import type { OfferData } from '../src/domain/offer';
import type { HistoryEntry } from '../src/service/views';

/** What a command is answered with. Refusals are values; only bugs throw. */
export type CommandResult =
  | {
      readonly status: 'saved';
      readonly id: string;
      readonly version: number;
      readonly offers: readonly OfferData[];
      /** The command had been saved before: this is the answer to a repetition. */
      readonly replayed: boolean;
    }
  /** What was typed cannot be read; nothing was written. */
  | {
      readonly status: 'invalid';
      readonly message: string;
      /** A sentence for each field that is wrong, by the field's name. */
      readonly fieldErrors: Readonly<Record<string, string>>;
    }
  /** A rule stands against it; nothing was written. */
  | {
      readonly status: 'refused';
      readonly code: string;
      readonly message: string;
      readonly field: string | null;
      /** Changes that would be legal instead, the best first. */
      readonly ways: readonly Way[];
    }
  /** Somebody saved first; nothing was written. */
  | { readonly status: 'stale'; readonly conflict: ConflictExplanation }
  | {
      readonly status: 'stale-contract';
      readonly version: number;
      readonly since: readonly HistoryEntry[];
    }
  /** Nothing was written, and the same command may be sent again. */
  | { readonly status: 'busy'; readonly message: string }
  /** It may have been written or not: sending it again with the same key tells. */
  | { readonly status: 'unknown'; readonly message: string };
