import type { ContentChange } from '../../domain/content/content-change';
import type { ContractChange } from '../../domain/contract/contract';
import type { LicenseChange } from '../../domain/license/license-change';
import type { PriceTableChange } from '../../domain/price-table/price-table-change';
import type { Removal } from '../../domain/removal';
import type { Command } from '../unit-of-work';
import { canonicalJson } from '../canonical-json';
import { KeyReused } from '../errors';

/** What an accepted change changed, and how. */
export type RecordedChange =
  | { readonly aggregate: 'contract'; readonly change: ContractChange | Removal }
  | { readonly aggregate: 'license'; readonly change: LicenseChange | Removal }
  | { readonly aggregate: 'content'; readonly change: ContentChange | Removal }
  | { readonly aggregate: 'price-table'; readonly change: PriceTableChange };

/** One accepted change. */
export type HistoryLine = RecordedChange & {
  readonly aggregateId: string;
  /** The version that the change led to. */
  readonly version: number;
  readonly actor: string;
  readonly at: string;
  readonly key: string;
};

interface AnsweredCommand {
  readonly owner: string;
  readonly payload: string;
  readonly result: object;
}

/** What is remembered of commands: the changes they made, and what they were answered with. */
export class MemoryHistory {
  private readonly written: HistoryLine[] = [];
  private readonly answered = new Map<string, AnsweredCommand>();

  /** In the order in which they were committed. */
  get lines(): readonly HistoryLine[] {
    return this.written;
  }

  get commands(): ReadonlyMap<string, object> {
    return this.answered;
  }

  /** Adds what a command committed. */
  add(command: Command, lines: readonly HistoryLine[], result: object): void {
    this.written.push(...lines.map(copied));
    const { key } = command;
    this.answered.set(key, { ...identityOf(command), result: copied(result) });
  }

  has({ key }: Command): boolean {
    return this.answered.has(key);
  }

  /** What a command's key was answered with earlier. @throws KeyReused when that was for another payload or actor */
  answer(command: Command): object | null {
    const earlier = this.answered.get(command.key);
    if (earlier === undefined) return null;
    const { owner, payload } = identityOf(command);
    if (earlier.owner !== owner || earlier.payload !== payload) throw new KeyReused(command.key);
    return copied(earlier.result);
  }
}

function identityOf({ key, actor, at, ...payload }: Command) {
  return { owner: actor.id ?? actor.name, payload: canonicalJson(payload) };
}

/** Through JSON, as storage would, so that nobody holds a reference to it. */
function copied<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
