import type { LicenseChange } from '../../src/domain/license/license-change';
import type { HistoryEntry } from '../../src/service/history-views';
import type {
  LicenseView,
  LicenseClosings,
  LicenseSales,
  LicenseViews,
  UndoableChange,
} from '../../src/service/license/license-views';
import type { ReadableMemory } from './readable-memory';
import type { HistoryLine } from '../../src/service/memory/memory-history';
import { describeChange, replay } from '../../src/domain/license/license-change';
import { standingChanges } from '../../src/domain/license/undo';

/** What the fake unit of work has stored, as views read it. Lists are not its business. */
export class FakeLicenseViews implements LicenseViews {
  constructor(private readonly storage: ReadableMemory) {}

  list(): Promise<never> {
    return Promise.reject(new Error('There are no lists here.'));
  }

  matching(): Promise<never> {
    return Promise.reject(new Error('There are no lists here.'));
  }

  count(): Promise<never> {
    return Promise.reject(new Error('There are no lists here.'));
  }

  counts(): Promise<never> {
    return Promise.reject(new Error('There are no lists here.'));
  }

  filterCounts(): Promise<never> {
    return Promise.reject(new Error('There are no lists here.'));
  }

  license(id: string): Promise<LicenseView | null> {
    return Promise.resolve(this.view(id, Infinity));
  }

  siblings(): Promise<never> {
    return Promise.reject(new Error('Nobody counts licenses here.'));
  }

  closings(ids: readonly string[]): Promise<LicenseClosings> {
    const { licenses } = this.storage.contents;
    return Promise.resolve(
      Object.fromEntries(
        ids.flatMap((id) => {
          const closing = licenses[id]?.closing ?? null;
          return closing === null ? [] : [[id, closing]];
        }),
      ),
    );
  }

  sales(ids: readonly string[]): Promise<LicenseSales> {
    return Promise.resolve(
      Object.fromEntries(
        ids.flatMap((id) => {
          const view = this.view(id, Infinity);
          return view === null
            ? []
            : [[id, { studio: view.contract.studio, ...view.details.terms }]];
        }),
      ),
    );
  }

  licenseAsOf(id: string, version: number): Promise<LicenseView | null> {
    const has = this.linesOf(id).some((line) => line.version === version);
    return Promise.resolve(has ? this.view(id, version) : null);
  }

  licenseOn(id: string, day: string): Promise<LicenseView | null> {
    const last = this.linesOf(id).findLast(({ at }) => at.slice(0, 10) <= day);
    return Promise.resolve(last === undefined ? null : this.view(id, last.version));
  }

  licenseSince(
    id: string,
    version: number,
    undone?: number,
  ): ReturnType<LicenseViews['licenseSince']> {
    const view = this.view(id, Infinity);
    const made = this.linesOf(id).find((line) => line.version === undone);
    const lines = this.linesOf(id).filter((line) => line.version > version);
    return Promise.resolve(
      view && {
        view,
        changes: lines.map(changeOf),
        entries: lines.map((line) => this.entry(line)),
        unread: 0,
        undone: made === undefined ? null : changeOf(made),
      },
    );
  }

  nextToUndo(id: string): Promise<UndoableChange | null> {
    const story = this.linesOf(id).map((line) => ({ ...line, change: changeOf(line) }));
    const next = standingChanges(story).at(-1);
    const line = this.linesOf(id).find(({ version }) => version === next?.version);
    return Promise.resolve(
      line === undefined || next === undefined || line.version === 1
        ? null
        : { ...this.entry(line), change: next.change.kind },
    );
  }

  private view(id: string, version: number): LicenseView | null {
    const { licenses, contracts } = this.storage.contents;
    const license = licenses[id];
    const contract = contracts[license?.contractId ?? ''];
    const lines = this.linesOf(id).filter((line) => line.version <= version);
    const newest = lines.at(-1);
    if (license === undefined || contract === undefined || newest === undefined) return null;
    const { studio, reference } = contract.details;
    return {
      id,
      version: newest.version,
      ...replay(lines.map(changeOf)),
      contract: { id: license.contractId, studio, reference, isVoid: false },
      lastChange: this.entry(newest),
    };
  }

  private linesOf(id: string): readonly HistoryLine[] {
    return this.storage.contents.history.filter((line) => line.aggregateId === id);
  }

  private entry(line: HistoryLine): HistoryEntry {
    const { aggregateId, version, at, actor } = line;
    const name = this.storage.contents.licenses[aggregateId]?.details.name ?? '';
    const words = describeChange(changeOf(line));
    return { aggregate: 'license', aggregateId, name, version, at, actor, actorId: null, words };
  }
}

function changeOf({ change }: HistoryLine): LicenseChange {
  return change as LicenseChange;
}
