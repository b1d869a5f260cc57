import type { ContentChange } from '../../src/domain/content/content-change';
import type {
  AssignedOffer,
  ContentView,
  ContentViews,
} from '../../src/service/content/content-views';
import type { HistoryEntry } from '../../src/service/history-views';
import type { ReadableMemory } from './readable-memory';
import type { HistoryLine } from '../../src/service/memory/memory-history';
import { describeContentChange } from '../../src/domain/content/content-change';

/** Single titles that the fake unit of work has stored, as views read them. */
export class FakeTitleViews implements Pick<ContentViews, 'content' | 'contentSince'> {
  constructor(private readonly storage: ReadableMemory) {}

  content(id: string): Promise<ContentView | null> {
    return Promise.resolve(this.view(id));
  }

  contentSince(id: string, version: number): ReturnType<ContentViews['contentSince']> {
    const view = this.view(id);
    const lines = this.linesOf(id).filter((line) => line.version > version);
    return Promise.resolve(
      view && {
        view,
        changes: lines.map(changeOf),
        entries: lines.map((line) => this.entry(line)),
        unread: 0,
      },
    );
  }

  private view(id: string): ContentView | null {
    const { contents } = this.storage.contents;
    const stored = contents[id];
    const newest = this.linesOf(id).at(-1);
    if (stored === undefined || newest === undefined) return null;
    const parent = contents[stored.details.parentId ?? ''];
    return {
      id,
      version: stored.version,
      details: stored.details,
      belongsTo:
        parent === undefined || stored.details.parentId === null
          ? []
          : [
              {
                id: stored.details.parentId,
                title: parent.details.title,
                kind: parent.details.kind,
                closed: parent.closing?.kind ?? null,
              },
            ],
      parts: [],
      coverage: [],
      assigned: stored.assignments.map((ref) => this.assigned(ref)),
      takedowns: stored.takedowns,
      closing: stored.closing,
      lastChange: this.entry(newest),
    };
  }

  private assigned(ref: { readonly licenseId: string; readonly startsOn: string }): AssignedOffer {
    const { licenses, contracts } = this.storage.contents;
    const license = licenses[ref.licenseId];
    const offer = license?.offers.find(({ window }) => window.startsOn === ref.startsOn);
    if (license === undefined || offer === undefined) throw new Error('There is no such offer.');
    const { name, terms } = license.details;
    return {
      licenseId: ref.licenseId,
      licenseName: name,
      studio: contracts[license.contractId]?.details.studio ?? '',
      rightsType: terms.rightsType,
      territories: terms.territories,
      formats: terms.formats,
      languages: terms.languages,
      offer,
    };
  }

  private linesOf(id: string): readonly HistoryLine[] {
    return this.storage.contents.history.filter((line) => line.aggregateId === id);
  }

  private entry(line: HistoryLine): HistoryEntry {
    const { aggregateId, version, at, actor } = line;
    const name = this.storage.contents.contents[aggregateId]?.details.title ?? '';
    const words = describeContentChange(changeOf(line));
    return { aggregate: 'content', aggregateId, name, version, at, actor, actorId: null, words };
  }
}

function changeOf({ change }: HistoryLine): ContentChange {
  return change as ContentChange;
}
