import type { OfferRef } from '../../domain/content/clash';
import type { Command } from '../unit-of-work';
import type { HistoryLine, RecordedChange } from './memory-history';
import type { MemoryStorage } from './memory-storage';
import { clashesOf, refOf, sameRef } from '../../domain/content/clash';
import { hasCode } from '../../domain/errors';
import { Stale } from '../errors';
import { LostRace } from './lost-race';

/** What a command writes when its work returns, all of it or nothing. */
export class PendingCommit {
  private readonly writes: (() => void)[] = [];
  /** The aggregate that is written first: the one whose version the command names. */
  private first: string | null = null;
  private readonly written = new Set<string>();
  private readonly lines: HistoryLine[] = [];
  private readonly withdrawn: OfferRef[] = [];
  private readonly becomingVoid = new Set<string>();
  /** Titles to be looked at in the end, with those of their offers that are new or other ones. */
  private readonly touched = new Map<string, readonly OfferRef[]>();

  constructor(
    private readonly storage: MemoryStorage,
    private readonly command: Command,
  ) {}

  get isEmpty(): boolean {
    return this.written.size === 0;
  }

  /** Whether this command writes an aggregate, whose own version guards it then. */
  has(id: string): boolean {
    return this.written.has(id);
  }

  /**
   * A next version.
   *
   * @param version the one that was read; 0 of what is new
   * @param write is run at the commit, and throws when it cannot be written
   */
  add(id: string, version: number, recorded: RecordedChange, write: () => void): void {
    this.written.add(id);
    this.first ??= recorded.aggregate;
    const isBeside = this.first !== recorded.aggregate;
    this.writes.push(() => {
      try {
        write();
      } catch (error) {
        if (!isBeside || !hasCode<Stale>(error, 'stale')) throw error;
        throw new LostRace('What the command changes beside has changed.');
      }
      if (this.storage.history === null) return;
      const { key, actor, at } = this.command;
      const line = { aggregateId: id, version: version + 1, actor: actor.name, at, key };
      this.lines.push({ ...line, ...recorded });
    });
  }

  /** Notes that offers go together with their assignments: others may begin on their first days afterwards. */
  withdraw(offers: readonly OfferRef[]): void {
    this.withdrawn.push(...offers);
  }

  /** Whether an offer goes together with its assignments. */
  hasWithdrawn(ref: OfferRef): boolean {
    return this.withdrawn.some((one) => sameRef(one, ref));
  }

  /** Something that has to hold at the commit, when the writes before it are done. @param check throws otherwise */
  require(check: () => void): void {
    this.writes.push(check);
  }

  /** That a void contract has only void licenses is to be looked at in the end. */
  look(contractId: string): void {
    this.becomingVoid.add(contractId);
  }

  /** A title's offers are to be looked at in the end (C1 to C3), the given ones beside all others. */
  touch(titleId: string, refs: readonly OfferRef[]): void {
    const before = this.touched.get(titleId);
    this.touched.set(titleId, before === undefined ? refs : [...before, ...refs]);
  }

  /** @throws Stale, LostRace, and whatever a write throws; then nothing is written */
  commit(result: object): void {
    const { journal, history } = this.storage;
    const begun = journal.begin();
    try {
      for (const write of this.writes) write();
      for (const contractId of this.becomingVoid)
        if (this.storage.licensesInUse(contractId).length > 0)
          throw new LostRace('The void contract would have a license in use.');
      for (const [titleId, refs] of this.touched) this.requireSoundTitle(titleId, refs);
      if (history?.has(this.command) === true) throw this.keyTaken();
    } catch (error) {
      journal.forget(begun);
      throw error;
    }
    journal.keep();
    history?.add(this.command, this.lines, result);
  }

  private requireSoundTitle(titleId: string, other: readonly OfferRef[]): void {
    const { contents } = this.storage;
    const title = contents.get(titleId);
    if (title === undefined) return;
    const { refs, closing } = title;
    if (refs.length > 0 && closing !== null)
      throw new Error(`Title ${titleId} is not in the catalog, and would have offers.`);
    if (refs.length === 0 && closing === null)
      throw new Error(`Title ${titleId} would have no offer (C1).`);
    for (const ref of refs)
      if (this.storage.offer(ref) === null)
        throw new LostRace('An offer that a title has is gone (C3).');
    if (refs.length === 1 || other.length === 0) return;
    const offers = refs.flatMap((ref) => this.storage.licensed(ref) ?? []);
    for (const offer of offers)
      if (other.some((ref) => sameRef(ref, refOf(offer))) && clashesOf(offer, offers).length > 0)
        throw new LostRace('Two offers of a title clash (C2).');
  }

  /** The same key was accepted while this command was decided: it looks for the answer as a stale one does. */
  private keyTaken(): Stale {
    const [line] = this.lines;
    if (line === undefined) throw new Error('A command without changes was committed.');
    return new Stale(line.aggregate, line.aggregateId, line.version - 1);
  }
}
