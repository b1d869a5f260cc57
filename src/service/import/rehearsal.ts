import type { LicensedOffer, OfferRef } from '../../domain/content/clash';
import type { ContentKind } from '../../domain/content/content-kind';
import type { IsoDate } from '../../domain/values/date-range';
import type { Identifier } from '../../domain/content/identifier';
import type { Neighbor } from '../../domain/content/title-rules';
import type { StoredRights } from '../../domain/avails/planning/stored-rights';
import type { Command, Outcome, Transaction, UnitOfWork } from '../unit-of-work';
import { licensedOffer, refOf } from '../../domain/content/clash';
import { Content } from '../../domain/content/content';
import { ContentDetails } from '../../domain/content/content-details';
import { Contract, ContractReferenceTaken, isSameContract } from '../../domain/contract/contract';
import { isoDate } from '../../domain/values/date-range';
import { License } from '../../domain/license/license';
import { LicenseDetails } from '../../domain/license/license-details';
import { Offer } from '../../domain/license/offer';
import { Timeline } from '../../domain/license/timeline';
import { Stale } from '../errors';
import { Layer } from './rehearsal-layer';

interface LicenseState {
  readonly contractId: string;
  readonly version: number;
  readonly details: LicenseDetails;
  readonly timeline: Timeline;
}

interface ContentState {
  readonly version: number;
  readonly details: ContentDetails;
  readonly refs: readonly OfferRef[];
}

/**
 * A unit of work on a copy of what is stored, in memory: what commands would be answered with, without storing anything. It
 * knows the licenses and titles it was made from and nothing else, so it rehearses only what was planned on them.
 */
export class Rehearsal implements UnitOfWork {
  private readonly contracts = new Layer<Contract>();
  private readonly licenses = new Layer<LicenseState>();
  private readonly contents = new Layer<ContentState>();
  /** The title that has an identifier. */
  private readonly holders = new Layer<string>();
  /** The titles that have an offer of a license. */
  private readonly users = new Layer<ReadonlySet<string>>();
  private readonly layers = [
    this.contracts,
    this.licenses,
    this.contents,
    this.holders,
    this.users,
  ] as const;

  constructor(stored: StoredRights) {
    for (const { id, studio, reference } of stored.contracts)
      this.contracts.set(
        id,
        Contract.reconstitute(id, 1, { studio, reference, signedOn: '2000-01-01', notes: '' }),
      );
    for (const [id, { contractId, version, details, offers, titleIds }] of stored.licenses) {
      const timeline = Timeline.whole(offers.map(Offer.of));
      this.licenses.set(id, {
        contractId,
        version,
        details: LicenseDetails.of(details),
        timeline,
      });
      this.users.set(id, titleIds);
    }
    for (const { id, version, details, offers } of stored.titles) {
      this.contents.set(id, { version, details: ContentDetails.stored(details), refs: offers });
      for (const identifier of details.identifiers) this.holders.set(textOf(identifier), id);
    }
    for (const layer of this.layers) layer.keep();
  }

  /** Rehearses some commands together: when one is refused, none of them has happened. @throws what they throw */
  async together(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (refusal) {
      for (const layer of this.layers) layer.forget();
      throw refusal;
    }
    for (const layer of this.layers) layer.keep();
  }

  versionsNow = (ids: readonly string[]): Promise<ReadonlyMap<string, number>> => {
    const versions = ids.flatMap((id) => {
      const found = this.licenses.get(id) ?? this.contents.get(id) ?? this.contracts.get(id);
      return found === undefined ? [] : [[id, found.version] as const];
    });
    return Promise.resolve(new Map(versions));
  };

  async run<T extends object>(
    _command: Command,
    work: (transaction: Transaction) => Promise<T>,
  ): Promise<Outcome<T>> {
    const writes: (() => void)[] = [];
    const result = await work(this.transaction(writes));
    for (const write of writes) write();
    return { ...result, replayed: false };
  }

  /** @param writes what is written only when the command ends: until then it reads what was there before it */
  private transaction(writes: (() => void)[]): Transaction {
    return {
      contracts: {
        get: (id) => Promise.resolve(this.contracts.get(id) ?? null),
        add: (contract) => {
          writes.push(() => this.writeContract(contract));
        },
        save: (contract) => {
          if (contract.change !== null) writes.push(() => this.writeContract(contract));
        },
        remove: () => unforeseen('a removal'),
      },
      licenses: {
        get: (id) => Promise.resolve(this.license(id)),
        changesAfter: () => unforeseen('a license’s history'),
        add: (license) => {
          writes.push(() => this.writeLicense(license));
        },
        save: (license) => {
          if (license.change !== null) writes.push(() => this.writeLicense(license));
        },
        remove: () => unforeseen('a removal'),
      },
      contents: {
        get: (id) => Promise.resolve(this.content(id)),
        getAll: (ids) => Promise.resolve([...new Set(ids)].flatMap((id) => this.content(id) ?? [])),
        kindsOf: (ids) => Promise.resolve(this.kindsOf(ids)),
        takenBy: (identifiers, exceptIds) => Promise.resolve(this.takenBy(identifiers, exceptIds)),
        assignedTo: (licenseId, startsOn) => Promise.resolve(this.assignedTo(licenseId, startsOn)),
        neighbors: (licenseId, startsOn) => Promise.resolve(this.neighbors(licenseId, startsOn)),
        releasedBy: () => unforeseen('what an earlier withdrawal took'),
        candidates: () => unforeseen('other offers for a title'),
        add: (contents) => {
          writes.push(() => this.writeContents(contents));
        },
        save: (contents) => {
          const changed = contents.filter(({ change }) => change !== null);
          writes.push(() => this.writeContents(changed));
        },
        remove: () => unforeseen('a removal'),
      },
    };
  }

  private license(id: string): License | null {
    const state = this.licenses.get(id);
    return state === undefined ? null : License.reconstitute({ id, ...state });
  }

  private writeLicense(license: License): void {
    const { id, contractId, version, details, timeline, change } = license;
    if ((this.licenses.get(id)?.version ?? 0) !== version) throw new Stale('license', id, version);
    this.licenses.set(id, { contractId, version: version + 1, details, timeline });
    if (change?.kind !== 'offer-replaced') return;
    const [before, after] = [change.before.window.startsOn, change.after.window.startsOn];
    for (const titleId of this.users.get(id) ?? []) {
      const title = this.contents.get(titleId);
      if (title === undefined) continue;
      const refs = title.refs.map((ref) =>
        ref.licenseId === id && ref.startsOn === before ? { licenseId: id, startsOn: after } : ref,
      );
      this.contents.set(titleId, { ...title, refs });
    }
  }

  private writeContract(contract: Contract): void {
    const { id, version, details } = contract;
    for (const [other, { details: taken }] of this.contracts.entries())
      if (other !== id && isSameContract(taken, details))
        throw new ContractReferenceTaken(details.studio, details.reference);
    this.contracts.set(id, Contract.reconstitute(id, version + 1, details));
  }

  private content(id: string): Content | null {
    const state = this.contents.get(id);
    if (state === undefined) return null;
    const offers = state.refs.map((ref) => this.licensed(ref));
    return Content.reconstitute(id, state.version, state.details, offers);
  }

  private licensed({ licenseId, startsOn }: OfferRef): LicensedOffer {
    const license = this.license(licenseId);
    const offer = license?.timeline.offers.find(({ window }) => window.startsOn === startsOn);
    if (license === null || offer === undefined)
      throw new Error(`License ${licenseId} has no offer of ${startsOn}.`);
    return licensedOffer(license, offer);
  }

  private writeContents(contents: readonly Content[]): void {
    for (const { id, version, details, assignments } of contents) {
      if ((this.contents.get(id)?.version ?? 0) !== version)
        throw new Stale('content', id, version);
      const refs = assignments.map(refOf);
      this.contents.set(id, { version: version + 1, details, refs });
      for (const identifier of details.identifiers) this.holders.set(textOf(identifier), id);
      for (const { licenseId } of refs)
        this.users.set(licenseId, new Set([...(this.users.get(licenseId) ?? []), id]));
    }
  }

  private kindsOf(ids: readonly string[]): ReadonlyMap<string, ContentKind> {
    return new Map(
      ids.flatMap((id) => {
        const state = this.contents.get(id);
        return state === undefined ? [] : [[id, state.details.kind] as const];
      }),
    );
  }

  private takenBy(
    identifiers: readonly Identifier[],
    exceptIds: readonly string[],
  ): Identifier | null {
    const taken = identifiers.find((identifier) => {
      const holder = this.holders.get(textOf(identifier));
      return holder !== undefined && !exceptIds.includes(holder);
    });
    return taken ?? null;
  }

  private assignedTo(licenseId: string, startsOn: readonly IsoDate[]): readonly string[] {
    const starts = new Set<string>(startsOn);
    return [...(this.users.get(licenseId) ?? [])].filter((id) =>
      (this.contents.get(id)?.refs ?? []).some(
        (ref) => ref.licenseId === licenseId && starts.has(ref.startsOn),
      ),
    );
  }

  private neighbors(licenseId: string, startsOn?: readonly IsoDate[]): readonly Neighbor[] {
    const starts = startsOn === undefined ? null : new Set<string>(startsOn);
    return [...(this.users.get(licenseId) ?? [])].flatMap((id) => {
      const title = this.contents.get(id);
      const mine = (title?.refs ?? []).filter(
        (ref) => ref.licenseId === licenseId && (starts?.has(ref.startsOn) ?? true),
      );
      const others = (title?.refs ?? []).filter((ref) => ref.licenseId !== licenseId);
      return mine.flatMap((own) =>
        others.map((ref): Neighbor => ({
          startsOn: isoDate(own.startsOn),
          other: this.licensed(ref),
          titles: 1,
          example: title?.details.title ?? '',
        })),
      );
    });
  }
}

function textOf({ scheme, value }: { readonly scheme: string; readonly value: string }): string {
  return `${scheme} ${value}`;
}

function unforeseen(what: string): never {
  throw new Error(`A rehearsal does not know ${what}.`);
}
