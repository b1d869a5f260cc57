import type { OfferRef } from '../../domain/content/clash';
import { clashAlike } from '../../domain/content/clash';
import type { NamedLicense } from '../../domain/contract/contract-errors';
import { compareNames } from '../../domain/names/folding';
import type { GrantedLicense } from '../../domain/license/twin';
import type { LicenseChange, Replacement } from '../../domain/license/license-change';
import type { OfferData } from '../../domain/license/offer';
import type { DateRange } from '../../domain/values/date-range';
import type { LicenseRepository, LicenseVersion } from '../unit-of-work';
import type { LicenseState, MemoryStorage } from './memory-storage';
import type { PendingCommit } from './pending-commit';
import { License } from '../../domain/license/license';
import { offersAddedBy, offersRemovedBy, replacedBy } from '../../domain/license/license-change';
import { Offer } from '../../domain/license/offer';
import { stepsOf } from '../../domain/license/rearrangement';
import { Timeline } from '../../domain/license/timeline';
import { Stale } from '../errors';
import { LostRace } from './lost-race';

/** Licenses in memory. Of a license that is read in part nothing more is known than was asked for. */
export class MemoryLicenses implements LicenseRepository {
  constructor(
    private readonly storage: MemoryStorage,
    private readonly pending: PendingCommit,
  ) {}

  get(id: string, known?: readonly DateRange[]): Promise<License | null> {
    const state = this.storage.licenses.get(id);
    if (state === undefined) return Promise.resolve(null);
    const timeline = known === undefined ? state.timeline : partOf(state.timeline, known);
    return Promise.resolve(License.reconstitute({ id, ...state, timeline }));
  }

  async getAll(ids: readonly string[], known?: readonly DateRange[]): Promise<readonly License[]> {
    const found = await Promise.all([...new Set(ids)].map((id) => this.get(id, known)));
    return found.filter((license) => license !== null);
  }

  granted(contractId: string, rightsType: string): Promise<readonly GrantedLicense[]> {
    const granted = this.storage.licensesInUse(contractId).flatMap(([id, state]) => {
      const { name, terms } = state.details.toData();
      return terms.rightsType === rightsType ? [{ id, name, terms }] : [];
    });
    const firstDay = ({ id, terms }: GrantedLicense) => `${terms.window.startsOn} ${id}`;
    return Promise.resolve(granted.sort((a, b) => (firstDay(a) < firstDay(b) ? -1 : 1)));
  }

  inUse(contractId: string): Promise<readonly NamedLicense[]> {
    const named = this.storage
      .licensesInUse(contractId)
      .map(([id, { details }]) => ({ id, name: details.name }));
    return Promise.resolve(named.sort((a, b) => compareNames(a.name, b.name)));
  }

  changesAfter(id: string, version: number): Promise<readonly LicenseChange[]> {
    const changes = (this.storage.history ?? unremembered()).lines.flatMap((line) =>
      line.aggregate === 'license' &&
      line.aggregateId === id &&
      line.version > version &&
      line.change.kind !== 'license-removed'
        ? [line.change as LicenseChange]
        : [],
    );
    return Promise.resolve(changes);
  }

  async changesTo(versions: readonly LicenseVersion[]) {
    const made = new Map<string, LicenseChange>();
    for (const { licenseId, version } of versions) {
      const [change] = await this.changesAfter(licenseId, version - 1);
      if (change !== undefined) made.set(licenseId, change);
    }
    return made;
  }

  add(license: License, dependsOn: ReadonlyMap<string, number> = new Map()): void {
    this.pending.require(() => {
      for (const [id, read] of dependsOn)
        if (this.storage.licenses.get(id)?.version !== read)
          throw new LostRace(`The license ${id} has changed.`);
    });
    this.save(license);
  }

  saveTogether(licenses: readonly License[]): void {
    for (const license of licenses) this.save(license);
  }

  save({ id, contractId, version, details, timeline, closing, change }: License): void {
    if (change === null) return;
    const gone = goneWithTheirTitles(id, change);
    this.pending.withdraw(gone);
    this.pending.add(id, version, { aggregate: 'license', change }, () => {
      const before = this.storage.licenses.get(id);
      const contract = this.storage.contracts.get(contractId);
      if ((before?.version ?? 0) !== version || (version === 0 && contract === undefined))
        throw new Stale('license', id, version);
      if (contract?.closing && closing?.kind !== 'void')
        throw new LostRace('The license would be in use under a void contract.');
      this.storage.setLicense(id, {
        contractId,
        version: version + 1,
        details,
        timeline: timeline.isWhole ? timeline : changed(before, change),
        closing,
      });
      for (const titleId of gone.length === 0 ? [] : this.storage.titlesOf.of(id)) {
        const title = this.storage.contents.get(titleId);
        if (title === undefined) continue;
        const refs = title.refs.filter((ref) => !this.pending.hasWithdrawn(ref));
        this.storage.contents.set(titleId, { ...title, refs });
      }
      this.touchTitles(id, change);
    });
  }

  remove({ id, version, details }: License): void {
    const change = { kind: 'license-removed', name: details.name } as const;
    this.pending.add(id, version, { aggregate: 'license', change }, () => {
      const state = this.storage.licenses.get(id);
      if (state?.version !== version) throw new Stale('license', id, version);
      this.storage.deleteLicense(id, state);
      for (const titleId of this.storage.titlesOf.of(id)) this.pending.touch(titleId, []);
    });
  }

  /** What a change of a license means to the titles that have its offers (C2, C3). */
  private touchTitles(licenseId: string, change: LicenseChange): void {
    switch (change.kind) {
      case 'license-granted':
      case 'offers-generated':
        return;
      case 'offers-withdrawn':
      case 'license-closed':
        for (const titleId of this.storage.titlesOf.of(licenseId)) this.pending.touch(titleId, []);
        return;
      case 'offer-replaced':
      case 'license-reopened':
        return this.followOffers(licenseId, replacedBy(change));
      case 'offers-rearranged':
        if (change.withdrawn.length > 0)
          for (const titleId of this.storage.titlesOf.of(licenseId))
            this.pending.touch(titleId, []);
        return this.followOffers(licenseId, replacedBy(change));
      case 'license-amended':
        if (clashAlike(change.before.terms, change.after.terms)) return;
        for (const titleId of this.storage.titlesOf.of(licenseId))
          this.pending.touch(titleId, this.storage.contents.get(titleId)?.refs ?? []);
    }
  }

  /** Offers that begin on other days take their assignments along, and leave the titles' versions alone (C3). */
  private followOffers(licenseId: string, replaced: readonly Replacement[]): void {
    const starts = new Map(
      replaced.map(({ before, after }) => [before.window.startsOn, after.window.startsOn]),
    );
    for (const titleId of this.storage.titlesOf.of(licenseId)) {
      const title = this.storage.contents.get(titleId);
      if (title === undefined) continue;
      const moved: (typeof title.refs)[number][] = [];
      const refs = title.refs.map((ref) => {
        const to = ref.licenseId === licenseId ? starts.get(ref.startsOn) : undefined;
        if (to === undefined) return ref;
        const there = { licenseId, startsOn: to };
        moved.push(there);
        return there;
      });
      if (moved.length === 0) continue;
      this.storage.contents.set(titleId, { ...title, refs });
      this.pending.touch(titleId, moved);
    }
  }
}

/** The offers that a rearrangement withdraws for good: none begins on their first days in their place. */
function goneWithTheirTitles(licenseId: string, change: LicenseChange): readonly OfferRef[] {
  return change.kind !== 'offers-rearranged'
    ? []
    : stepsOf(change).withdrawn.map(({ window }) => ({ licenseId, startsOn: window.startsOn }));
}

function partOf(timeline: Timeline, known: readonly DateRange[]): Timeline {
  return Timeline.part([...new Set(known.flatMap((window) => timeline.during(window)))], known);
}

/** Applied as a change: a license that was read in part has only a part of its timeline to give. */
function changed(before: LicenseState | undefined, change: LicenseChange): Timeline {
  const without = (gone: readonly OfferData[]) => {
    const starts = new Set(gone.map(({ window }) => window.startsOn));
    return offers.filter(({ window }) => !starts.has(window.startsOn));
  };
  const offers = before?.timeline.offers ?? [];
  switch (change.kind) {
    case 'license-granted':
    case 'license-amended':
      return Timeline.whole(offers);
    case 'offers-generated':
      return Timeline.whole([...offers, ...change.offers.map(Offer.of)]);
    case 'offers-withdrawn':
      return Timeline.whole(without(change.offers));
    case 'offer-replaced':
    case 'offers-rearranged': {
      const replaced = replacedBy(change);
      const kept = without([...replaced.map(({ before: was }) => was), ...offersRemovedBy(change)]);
      const come = [...replaced.map(({ after }) => after), ...offersAddedBy(change)];
      return Timeline.whole([...kept, ...come.map(Offer.of)]);
    }
    case 'license-closed':
    case 'license-reopened': {
      const { replaced, offers: moved } = change;
      const kept = without([...moved, ...(replaced === null ? [] : [replaced.before])]);
      const coming = change.kind === 'license-closed' ? [] : moved;
      return Timeline.whole([
        ...kept,
        ...[...(replaced === null ? [] : [replaced.after]), ...coming].map(Offer.of),
      ]);
    }
  }
}

function unremembered(): never {
  throw new Error('This unit of work remembers no history.');
}
