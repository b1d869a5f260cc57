import type { Identifier } from '../../content/identifier';
import type { WorkEntry } from '../avail-entry';
import type { RowReading } from './read-row';
import type { WorkCells } from './cells/work-cells';

/** The titles in a file: those that are sold, by ALID, and their seasons and series. */
export class Works {
  private readonly sold = new Map<string, WorkCells>();
  /** The ALIDs of seasons and series that are sold, by kind and content id. */
  private readonly soldById = new Map<string, string>();
  private readonly entries = new Map<string, WorkEntry>();
  private readonly claimed = new Map<string, string>();
  /** The ALIDs of the episodes in a volume, by what names it. */
  private readonly episodes = new Map<string, string[]>();

  constructor(readings: readonly RowReading[]) {
    for (const { alid, work } of readings) {
      if (alid === null || work === null || this.sold.has(alid)) continue;
      this.sold.set(alid, work);
      if (work.kind === 'episode' && work.volumes[0] !== undefined)
        this.putInVolume(work.volumes[0], alid);
      const id = idOf(work);
      if (!this.soldById.has(id)) this.soldById.set(id, alid);
    }
    for (const [alid, work] of this.sold) this.claim(alid, identifiersOf(work, alid));
  }

  /** The title of an ALID; `null` when no row describes it. */
  of(alid: string): WorkEntry | null {
    const known = this.entries.get(alid);
    if (known !== undefined) return known;
    const work = this.sold.get(alid);
    return work === undefined ? null : this.entry(alid, work, identifiersOf(work, alid));
  }

  private entry(key: string, work: WorkCells, identifiers: readonly Identifier[]): WorkEntry {
    this.claim(key, identifiers);
    const parent = work.parent === null ? this.featureOf(key, work) : this.parentOf(work.parent);
    const { title, kind, releaseYear, position, members } = work;
    const own = identifiers.filter((one) => this.claimed.get(text(one)) === key);
    const inside =
      kind === 'bundle' ? work.volumes.flatMap((volume) => this.episodes.get(volume) ?? []) : [];
    const all = [...new Set([...members, ...inside])];
    const entry = {
      key,
      title,
      kind,
      releaseYear,
      position,
      identifiers: own,
      parent,
      members: all,
    };
    this.entries.set(key, entry);
    return entry;
  }

  private putInVolume(volume: string, alid: string): void {
    this.episodes.set(volume, [...(this.episodes.get(volume) ?? []), alid]);
  }

  /** The season or series with a content id: the one that is sold, or one that is only a parent. */
  private parentOf(parent: WorkCells): WorkEntry | null {
    const alid = this.soldById.get(idOf(parent));
    if (alid !== undefined) return this.of(alid);
    const sameKey = this.entries.get(parent.contentId);
    const isTaken =
      this.sold.has(parent.contentId) || (sameKey !== undefined && sameKey.kind !== parent.kind);
    const key = isTaken ? idOf(parent) : parent.contentId;
    return this.entries.get(key) ?? this.entry(key, parent, identifiersOf(parent, null));
  }

  /** The parent of a supplement, if the file sells it and it is not a supplement itself. */
  private featureOf(key: string, { kind, feature }: WorkCells): WorkEntry | null {
    const owner = this.sold.get(feature);
    if (kind !== 'supplement' || feature === key || owner === undefined) return null;
    return owner.kind === 'supplement' ? null : this.of(feature);
  }

  /** Assigns identifiers to the first title that has them. */
  private claim(key: string, identifiers: readonly Identifier[]): void {
    for (const identifier of identifiers)
      if (!this.claimed.has(text(identifier))) this.claimed.set(text(identifier), key);
  }
}

function idOf({ kind, contentId }: WorkCells): string {
  return `${kind} ${contentId}`;
}

function text({ scheme, value }: Identifier): string {
  return `${scheme} ${value}`;
}

/** By decreasing reliability for finding the stored title. */
function identifiersOf({ eidrs, contentId }: WorkCells, alid: string | null): Identifier[] {
  return [
    ...(alid === null ? [] : [{ scheme: 'alid' as const, value: alid }]),
    ...[...new Set(eidrs)].map((value) => ({ scheme: 'eidr' as const, value })),
    { scheme: 'other', value: contentId },
  ];
}
