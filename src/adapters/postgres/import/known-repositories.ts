import type { DateRange, IsoDate } from '../../../domain/values/date-range';
import type { Content } from '../../../domain/content/content';
import type { Contract } from '../../../domain/contract/contract';
import type { Identifier } from '../../../domain/content/identifier';
import type { OfferRef } from '../../../domain/content/clash';
import type { License } from '../../../domain/license/license';
import type {
  ContentRepository,
  ContractRepository,
  LicenseRepository,
  Transaction,
  LicenseVersion,
} from '../../../service/unit-of-work';
import type { KnownState } from './known-state';
import type { Write } from './waiting-writes';

/** One write that a command leaves. */
export interface Left {
  /** Does it through other repositories. */
  readonly act: (to: Transaction) => void;
  /** The same as what can be written with others; `null` when it has to be written by itself. */
  readonly write: Write | null;
}

interface Place {
  readonly known: KnownState;
  /** What reads from the database. */
  readonly stored: Transaction;
  /** Brings the database to what is known, before it is asked about more than single things. */
  readonly flush: () => Promise<void>;
  readonly left: Left[];
}

/** Repositories that know what was not written yet, and leave their writes in `left`. */
export function knownRepositories(place: Place): Transaction {
  return {
    contracts: new KnownContracts(place),
    licenses: new KnownLicenses(place),
    contents: new KnownContents(place),
    priceTables: place.stored.priceTables,
    pricePlans: place.stored.pricePlans,
  };
}

class KnownContracts implements ContractRepository {
  constructor(private readonly place: Place) {}

  async get(id: string): Promise<Contract | null> {
    const { known, stored } = this.place;
    const before = known.contracts.get(id);
    if (before !== undefined) return before;
    const contract = await stored.contracts.get(id);
    if (contract !== null) known.contracts.set(id, contract);
    return contract;
  }

  add(contract: Contract): void {
    const write = { kind: 'record', contract } as const;
    this.place.left.push({
      act: ({ contracts }) => {
        contracts.add(contract);
      },
      write,
    });
  }

  save(contract: Contract): void {
    this.place.left.push({
      act: ({ contracts }) => {
        contracts.save(contract);
      },
      write: null,
    });
  }

  remove(contract: Contract): void {
    this.place.left.push({
      act: ({ contracts }) => {
        contracts.remove(contract);
      },
      write: null,
    });
  }
}

class KnownLicenses implements LicenseRepository {
  constructor(private readonly place: Place) {}

  get(id: string, windows?: readonly DateRange[]): Promise<License | null> {
    const license = this.place.known.licenses.get(id);
    return license === undefined
      ? this.place.stored.licenses.get(id, windows)
      : Promise.resolve(license);
  }

  async getAll(ids: readonly string[], windows?: readonly DateRange[]) {
    const found = await Promise.all([...new Set(ids)].map((id) => this.get(id, windows)));
    return found.filter((license) => license !== null);
  }

  async granted(contractId: string, rightsType: string) {
    await this.place.flush();
    return this.place.stored.licenses.granted(contractId, rightsType);
  }

  async inUse(contractId: string) {
    await this.place.flush();
    return this.place.stored.licenses.inUse(contractId);
  }

  async changesAfter(id: string, version: number) {
    await this.place.flush();
    return this.place.stored.licenses.changesAfter(id, version);
  }

  async changesTo(versions: readonly LicenseVersion[]) {
    await this.place.flush();
    return this.place.stored.licenses.changesTo(versions);
  }

  add(license: License, dependsOn?: ReadonlyMap<string, number>): void {
    if (dependsOn !== undefined) throw new Error('No import copies a license.');
    const write = { kind: 'grant', license } as const;
    this.place.left.push({
      act: ({ licenses }) => {
        licenses.add(license);
      },
      write,
    });
  }

  save(license: License): void {
    const { change } = license;
    if (change === null) return;
    const isNew = this.place.known.licenses.has(license.id);
    const write =
      isNew && change.kind === 'offers-generated' ? ({ kind: 'generate', license } as const) : null;
    this.place.left.push({
      act: ({ licenses }) => {
        licenses.save(license);
      },
      write,
    });
  }

  saveTogether(closings: readonly License[]): void {
    this.place.left.push({
      act: ({ licenses }) => {
        licenses.saveTogether(closings);
      },
      write: null,
    });
  }

  remove(license: License): void {
    this.place.left.push({
      act: ({ licenses }) => {
        licenses.remove(license);
      },
      write: null,
    });
  }
}

class KnownContents implements ContentRepository {
  constructor(private readonly place: Place) {}

  async get(id: string): Promise<Content | null> {
    const [content] = await this.getAll([id]);
    return content ?? null;
  }

  async getAll(ids: readonly string[]): Promise<readonly Content[]> {
    const { known, stored } = this.place;
    const unknown = ids.filter((id) => !known.contents.has(id));
    return [
      ...ids.flatMap((id) => known.contents.get(id) ?? []),
      ...(unknown.length === 0 ? [] : await stored.contents.getAll(unknown)),
    ];
  }

  async kindsOf(ids: readonly string[]) {
    const { known, stored } = this.place;
    const kinds = ids.flatMap((id) => {
      const kind = known.kindOf(id);
      return kind === undefined ? [] : [[id, kind] as const];
    });
    const unknown = ids.filter((id) => known.kindOf(id) === undefined);
    const others = unknown.length === 0 ? [] : await stored.contents.kindsOf(unknown);
    return new Map([...kinds, ...others]);
  }

  async takenBy(identifiers: readonly Identifier[], exceptIds: readonly string[]) {
    const { known, stored, flush } = this.place;
    const taken = known.takenBy(identifiers, exceptIds);
    if (taken !== undefined) return taken;
    await flush();
    return stored.contents.takenBy(identifiers, exceptIds);
  }

  async assignedTo(offers: readonly OfferRef[]) {
    await this.place.flush();
    return this.place.stored.contents.assignedTo(offers);
  }

  async releasedBy(versions: readonly LicenseVersion[]) {
    await this.place.flush();
    return this.place.stored.contents.releasedBy(versions);
  }

  async neighbors(licenseId: string, startsOn?: readonly IsoDate[]) {
    await this.place.flush();
    return this.place.stored.contents.neighbors(licenseId, startsOn);
  }

  async candidates(id: string, after: IsoDate) {
    await this.place.flush();
    return this.place.stored.contents.candidates(id, after);
  }

  add(contents: readonly Content[]): void {
    this.leave('add', contents);
  }

  save(contents: readonly Content[]): void {
    this.leave(
      'save',
      contents.filter(({ change }) => change !== null),
    );
  }

  remove(contents: readonly Content[]): void {
    this.place.left.push({
      act: (to) => {
        to.contents.remove(contents);
      },
      write: null,
    });
  }

  private leave(kind: 'add' | 'save', contents: readonly Content[]): void {
    if (contents.length === 0) return;
    const act = (to: Transaction) => {
      to.contents[kind](contents);
    };
    this.place.left.push({ act, write: { kind, contents } });
  }
}
