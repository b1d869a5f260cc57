import type { DateRange } from '../../src/domain/values/date-range';
import type { LicenseChange } from '../../src/domain/license/license-change';
import type { OfferData } from '../../src/domain/license/offer';
import type {
  Command,
  ContractRepository,
  LicenseRepository,
  Outcome,
  Transaction,
  UnitOfWork,
} from '../../src/service/unit-of-work';
import {
  Contract,
  ContractReferenceTaken,
  isSameContract,
} from '../../src/domain/contract/contract';
import { sameRef } from '../../src/domain/content/clash';
import { DomainError } from '../../src/domain/errors';
import { License } from '../../src/domain/license/license';
import { offersAddedBy } from '../../src/domain/license/license-change';
import { LicenseDetails } from '../../src/domain/license/license-details';
import { Offer } from '../../src/domain/license/offer';
import { Timeline } from '../../src/domain/license/timeline';
import { KeyReused, Stale } from '../../src/service/errors';
import type { Contents, Write } from './stored';
import { FakeContents } from './fake-contents';
import { copied, lineOf } from './stored';

/**
 * The unit of work in memory. What it stores is plain data, copied on the way in and on the way out, so that nobody holds a
 * reference to it; and it stores nothing before the work returns. Given the windows to read it hands out no offer more than
 * was asked for, so that a service that reads too little fails.
 */
export class FakeUnitOfWork implements UnitOfWork {
  private stored: Contents = {
    contracts: {},
    licenses: {},
    contents: {},
    history: [],
    commands: {},
  };
  private handedOut = 0;

  /** How many offers were read so far: what a service pays for asking for more than it needs. */
  get offersRead(): number {
    return this.handedOut;
  }

  /** A copy of everything there is. */
  get contents(): Contents {
    return copied(this.stored);
  }

  async run<T extends object>(
    command: Command,
    work: (transaction: Transaction) => Promise<T>,
  ): Promise<Outcome<T>> {
    const writes: Write[] = [];
    const read = () => this.stored;
    const noteRead = (offers: number) => {
      this.handedOut += offers;
    };
    try {
      const result = await work({
        contracts: new FakeContracts(read, writes, command),
        licenses: new FakeLicenses(read, writes, command, noteRead),
        contents: new FakeContents(read, writes, command),
      });
      if (writes.length > 0) {
        const after = writes.reduce((contents, write) => write(contents), this.stored);
        requireEveryOffer(after);
        this.stored = withCommand(after, command, result);
      }
      return { ...result, replayed: false };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const earlier = this.stored.commands[command.key];
      if (earlier === undefined) throw error;
      if (earlier.actor !== command.actor.name || earlier.payload !== payloadOf(command))
        throw new KeyReused(command.key);
      return { ...(copied(earlier.result) as T), replayed: true };
    }
  }
}

class FakeContracts implements ContractRepository {
  constructor(
    private readonly read: () => Contents,
    private readonly writes: Write[],
    private readonly command: Command,
  ) {}

  get(id: string): Promise<Contract | null> {
    const stored = copied(this.read().contracts[id]);
    return Promise.resolve(
      stored === undefined ? null : Contract.reconstitute(id, stored.version, stored.details),
    );
  }

  add(contract: Contract): void {
    this.write(contract);
  }

  save(contract: Contract): void {
    this.write(contract);
  }

  remove({ id, version, details }: Contract): void {
    const name = `${details.studio} ${details.reference}`;
    const line = lineOf(id, version, this.command, { kind: 'contract-removed', name });
    this.writes.push((contents) => {
      if (contents.contracts[id]?.version !== version) throw new Stale('contract', id, version);
      const { [id]: removed, ...others } = contents.contracts;
      return { ...contents, contracts: others, history: [...contents.history, line] };
    });
  }

  private write({ id, version, details, change }: Contract): void {
    if (change === null) return;
    const next = copied({ version: version + 1, details });
    const line = lineOf(id, version, this.command, change);
    this.writes.push((contents) => {
      if ((contents.contracts[id]?.version ?? 0) !== version)
        throw new Stale('contract', id, version);
      const namesake = Object.entries(contents.contracts).find(
        ([other, { details: taken }]) => other !== id && isSameContract(taken, details),
      );
      if (namesake !== undefined)
        throw new ContractReferenceTaken(details.studio, details.reference);
      return {
        ...contents,
        contracts: { ...contents.contracts, [id]: next },
        history: [...contents.history, line],
      };
    });
  }
}

class FakeLicenses implements LicenseRepository {
  constructor(
    private readonly read: () => Contents,
    private readonly writes: Write[],
    private readonly command: Command,
    private readonly noteRead: (offers: number) => void,
  ) {}

  get(id: string, known?: readonly DateRange[]): Promise<License | null> {
    const stored = copied(this.read().licenses[id]);
    if (stored === undefined) return Promise.resolve(null);
    const { contractId, version, details } = stored;
    const offers = stored.offers.map(Offer.of);
    const timeline =
      known === undefined
        ? Timeline.whole(offers)
        : Timeline.part(
            offers.filter(({ window }) => known.some((wanted) => wanted.overlaps(window))),
            known,
          );
    this.noteRead(timeline.offers.length);
    return Promise.resolve(
      License.reconstitute({
        id,
        contractId,
        version,
        details: LicenseDetails.of(details),
        timeline,
      }),
    );
  }

  changesAfter(id: string, version: number): Promise<readonly LicenseChange[]> {
    const lines = this.read().history.filter(
      (line) => line.aggregateId === id && line.version > version,
    );
    return Promise.resolve(copied(lines.map(({ change }) => change as LicenseChange)));
  }

  add(license: License): void {
    this.write(license);
  }

  save(license: License): void {
    if (license.change !== null) this.write(license);
  }

  remove({ id, version, details }: License): void {
    const line = lineOf(id, version, this.command, { kind: 'license-removed', name: details.name });
    this.writes.push((contents) => {
      if (contents.licenses[id]?.version !== version) throw new Stale('license', id, version);
      const { [id]: removed, ...others } = contents.licenses;
      return { ...contents, licenses: others, history: [...contents.history, line] };
    });
  }

  private write({ id, contractId, version, details, change }: License): void {
    if (change === null) throw new Error('A new license has its grant as its change.');
    const line = lineOf(id, version, this.command, change);
    const nextDetails = copied(details.toData());
    this.writes.push((contents) => {
      const before = contents.licenses[id];
      const hasContract = contents.contracts[contractId] !== undefined;
      if ((before?.version ?? 0) !== version || !hasContract)
        throw new Stale('license', id, version);
      const offers = offersAfter(before?.offers ?? [], line.change as LicenseChange);
      const next = { contractId, version: version + 1, details: nextDetails, offers };
      return {
        ...contents,
        licenses: { ...contents.licenses, [id]: next },
        contents: followed(contents.contents, id, line.change as LicenseChange),
        history: [...contents.history, line],
      };
    });
  }
}

/** Applied as a change, not as a whole timeline: a license whose timeline was read in part has only a part to give. */
function offersAfter(offers: readonly OfferData[], change: LicenseChange): readonly OfferData[] {
  const without = (gone: readonly OfferData[]) =>
    offers.filter(({ window }) => !gone.some((one) => one.window.startsOn === window.startsOn));
  switch (change.kind) {
    case 'license-granted':
    case 'offers-generated':
      return [...offers, ...offersAddedBy(change)];
    case 'offers-withdrawn':
      return without(change.offers);
    case 'offer-replaced':
      return [...without([change.before]), change.after];
    case 'license-amended':
      return offers;
  }
}

/** C3: an offer that begins on another day takes its assignments along. */
function followed(
  contents: Contents['contents'],
  licenseId: string,
  change: LicenseChange,
): Contents['contents'] {
  if (change.kind !== 'offer-replaced') return contents;
  const [before, after] = [change.before.window.startsOn, change.after.window.startsOn];
  return Object.fromEntries(
    Object.entries(contents).map(([id, stored]) => [
      id,
      {
        ...stored,
        assignments: stored.assignments.map((ref) =>
          sameRef(ref, { licenseId, startsOn: before }) ? { licenseId, startsOn: after } : ref,
        ),
      },
    ]),
  );
}

/** C3, as storage would refuse it. */
function requireEveryOffer({ contents, licenses }: Contents): void {
  for (const { assignments } of Object.values(contents))
    for (const { licenseId, startsOn } of assignments)
      if (!licenses[licenseId]?.offers.some(({ window }) => window.startsOn === startsOn))
        throw new Error(`An assignment names the offer of ${startsOn}, which there is not.`);
}

function withCommand(contents: Contents, command: Command, result: object): Contents {
  const { key, actor } = command;
  if (contents.commands[key] !== undefined) throw new KeyReused(key);
  const stored = { actor: actor.name, payload: payloadOf(command), result: copied(result) };
  return { ...contents, commands: { ...contents.commands, [key]: stored } };
}

/** What a command asks for, whatever order its properties were set in. */
function payloadOf(command: Command): string {
  const { key, actor, at, ...payload } = command;
  return JSON.stringify(payload, (_name, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
