import type { LicensedOffer, OfferRef } from '../../domain/content/clash';
import type { ContentChange } from '../../domain/content/content-change';
import type { ContentKind } from '../../domain/content/content-kind';
import type { Identifier } from '../../domain/content/identifier';
import type { Neighbor } from '../../domain/content/title-rules';
import type { IsoDate } from '../../domain/values/date-range';
import type { ContentRepository, LicenseVersion } from '../unit-of-work';
import type { MemoryStorage } from './memory-storage';
import type { PendingCommit } from './pending-commit';
import { licensesRead, sameRef } from '../../domain/content/clash';
import { Content } from '../../domain/content/content';
import { assignmentsIn, refOfAssignment, released } from '../../domain/content/content-change';
import { isoDate } from '../../domain/values/date-range';
import { Stale } from '../errors';
import { identifierKey } from './memory-storage';
import { LostRace } from './lost-race';

/** So many candidates are named. */
const MAX_CANDIDATES = 5;

/** Titles in memory. */
export class MemoryContents implements ContentRepository {
  constructor(
    private readonly storage: MemoryStorage,
    private readonly pending: PendingCommit,
  ) {}

  get(id: string): Promise<Content | null> {
    return Promise.resolve(this.content(id));
  }

  getAll(ids: readonly string[]): Promise<readonly Content[]> {
    return Promise.resolve([...new Set(ids)].flatMap((id) => this.content(id) ?? []));
  }

  kindsOf(ids: readonly string[]): Promise<ReadonlyMap<string, ContentKind>> {
    const kinds = ids.flatMap((id) => {
      const state = this.storage.contents.get(id);
      return state === undefined ? [] : [[id, state.details.kind] as const];
    });
    return Promise.resolve(new Map(kinds));
  }

  takenBy(
    identifiers: readonly Identifier[],
    exceptIds: readonly string[],
  ): Promise<Identifier | null> {
    const taken = identifiers.find((identifier) => {
      const holder = this.storage.holders.get(identifierKey(identifier));
      return holder !== undefined && !exceptIds.includes(holder);
    });
    return Promise.resolve(taken ?? null);
  }

  assignedTo(offers: readonly OfferRef[]): Promise<readonly string[]> {
    const titleIds = offers.flatMap((offer) =>
      [...this.storage.titlesOf.of(offer.licenseId)].filter((id) =>
        this.refs(id).some((ref) => sameRef(ref, offer)),
      ),
    );
    return Promise.resolve([...new Set(titleIds)]);
  }

  releasedBy(versions: readonly LicenseVersion[]) {
    const { history, contents } = this.storage;
    if (history === null) throw new Error('This unit of work remembers no history.');
    const licenses = new Set(versions.map(({ licenseId }) => licenseId));
    const made = new Set(versions.map(({ licenseId, version }) => `${licenseId} ${version}`));
    const keys = new Set(
      history.lines
        .filter((line) => made.has(`${line.aggregateId} ${line.version}`))
        .map(({ key }) => key),
    );
    return Promise.resolve(
      history.lines.flatMap((line) =>
        !keys.has(line.key) ||
        line.aggregate !== 'content' ||
        line.change.kind === 'content-removed' ||
        contents.get(line.aggregateId) === undefined
          ? []
          : released(
              {
                contentId: line.aggregateId,
                version: line.version,
                change: line.change as ContentChange,
              },
              licenses,
            ),
      ),
    );
  }

  neighbors(licenseId: string, startsOn?: readonly IsoDate[]): Promise<readonly Neighbor[]> {
    const starts = startsOn === undefined ? null : new Set<string>(startsOn);
    const pairs = new Map<string, Neighbor>();
    for (const titleId of this.storage.titlesOf.of(licenseId)) {
      const refs = this.refs(titleId);
      const mine = refs.filter(
        (ref) => ref.licenseId === licenseId && (starts?.has(ref.startsOn) ?? true),
      );
      const others = mine.length === 0 ? [] : refs.filter((ref) => ref.licenseId !== licenseId);
      for (const own of mine)
        for (const ref of others) {
          const key = `${own.startsOn} ${ref.licenseId} ${ref.startsOn}`;
          const known = pairs.get(key) ?? {
            startsOn: isoDate(own.startsOn),
            other: this.licensed(ref),
            titles: 0,
            example: this.storage.contents.get(titleId)?.details.title ?? '',
          };
          pairs.set(key, { ...known, titles: known.titles + 1 });
        }
    }
    return Promise.resolve([...pairs.values()]);
  }

  candidates(id: string, after: IsoDate): Promise<readonly LicensedOffer[]> {
    const refs = this.refs(id);
    const licenseIds = [...new Set(refs.map(({ licenseId }) => licenseId))];
    const found = licenseIds.flatMap((licenseId) =>
      (this.storage.licenses.get(licenseId)?.timeline.offers ?? [])
        .filter(({ window }) => window.endsOn === null || window.endsOn > after)
        .map(({ window }) => ({ licenseId, startsOn: window.startsOn }))
        .filter((ref) => !refs.some((has) => sameRef(has, ref)))
        .map((ref) => this.licensed(ref)),
    );
    return Promise.resolve(found.sort(byStart).slice(0, MAX_CANDIDATES));
  }

  add(contents: readonly Content[]): void {
    this.write(contents, this.notWrittenHere(contents));
  }

  save(contents: readonly Content[]): void {
    const changed = contents.filter(({ change }) => change !== null);
    const isCorrected = ({ change }: Content) => change?.kind === 'content-corrected';
    this.write(changed.filter(isCorrected), new Map());
    const others = changed.filter((content) => !isCorrected(content));
    this.write(others, this.notWrittenHere(others));
  }

  remove(contents: readonly Content[]): void {
    for (const { id, version, details } of contents) {
      const change = { kind: 'content-removed', name: details.title } as const;
      this.pending.add(id, version, { aggregate: 'content', change }, () => {
        const state = this.storage.contents.get(id);
        if (state?.version !== version) throw new Stale('content', id, version);
        this.storage.deleteContent(id, state);
      });
    }
  }

  /** The versions of the licenses that a decision rests on; one that the same command writes is guarded by its own. */
  private notWrittenHere(contents: readonly Content[]): ReadonlyMap<string, number> {
    const read = licensesRead(contents.flatMap(({ dependsOnLicenses }) => dependsOnLicenses));
    return new Map([...read].filter(([id]) => !this.pending.has(id)));
  }

  private write(contents: readonly Content[], dependsOn: ReadonlyMap<string, number>): void {
    this.pending.require(() => {
      for (const [licenseId, read] of dependsOn)
        if (this.storage.licenses.get(licenseId)?.version !== read)
          throw new LostRace(`The license ${licenseId} has changed.`);
    });
    for (const { id, version, details, takedowns, closing, change } of contents) {
      if (change === null) throw new Error('Only a title that changed is written.');
      const { taken, given } = assignmentsIn(change);
      const gone = taken.map(refOfAssignment).filter((ref) => !this.pending.hasWithdrawn(ref));
      const added = given.map(refOfAssignment);
      this.pending.add(id, version, { aggregate: 'content', change }, () => {
        const before = this.storage.contents.get(id);
        if ((before?.version ?? 0) !== version) {
          // Deciding again finds the newer version, and says whether the command is stale.
          if (version > 0 && dependsOn.size > 0) throw new LostRace(`Title ${id} has changed.`);
          throw new Stale('content', id, version);
        }
        const kept = (before?.refs ?? []).filter((ref) => !gone.some((one) => sameRef(one, ref)));
        this.storage.setContent(id, {
          version: version + 1,
          details,
          refs: [...kept, ...added],
          takedowns,
          closing,
        });
        this.pending.touch(id, added);
      });
    }
  }

  private refs(titleId: string): readonly OfferRef[] {
    return this.storage.contents.get(titleId)?.refs ?? [];
  }

  private content(id: string): Content | null {
    const state = this.storage.contents.get(id);
    if (state === undefined) return null;
    const offers = state.refs.map((ref) => this.licensed(ref)).sort(byStart);
    return Content.reconstitute(
      id,
      state.version,
      state.details,
      offers,
      state.takedowns,
      state.closing,
    );
  }

  private licensed(ref: OfferRef): LicensedOffer {
    const offer = this.storage.licensed(ref);
    if (offer === null)
      throw new Error(`License ${ref.licenseId} has no offer of ${ref.startsOn}.`);
    return offer;
  }
}

/** In date order, and of one day by license. */
function byStart(a: LicensedOffer, b: LicensedOffer): number {
  const [first, second] = [a.offer.window.startsOn, b.offer.window.startsOn];
  if (first !== second) return first < second ? -1 : 1;
  return a.licenseId < b.licenseId ? -1 : 1;
}
