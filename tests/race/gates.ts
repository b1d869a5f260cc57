import type {
  ContentRepository,
  LicenseRepository,
  PriceTableRepository,
  Transaction,
  UnitOfWork,
} from '../../src/service/unit-of-work';

/** Stops a command before each of its steps until the test releases it. */
export class Gate {
  private release: (() => void) | null = null;
  private finished = false;
  private notifyStopped: (() => void) | null = null;
  /** The number of steps taken. */
  taken = 0;

  /** Called by the command. Resolves when it may take its next step. */
  arrive(): Promise<void> {
    return new Promise((resolve) => {
      this.release = resolve;
      this.notifyStopped?.();
    });
  }

  /** Called when the command has ended, whatever its outcome. */
  finish(): void {
    this.finished = true;
    this.notifyStopped?.();
  }

  /** Lets the command take its next step and waits for it; false when there is none left. */
  async step(): Promise<boolean> {
    await this.stopped();
    const { release } = this;
    if (release === null) return false;
    this.release = null;
    this.taken += 1;
    release();
    await this.stopped();
    return true;
  }

  /** Lets the command take all its remaining steps. */
  async open(): Promise<void> {
    while (await this.step());
  }

  private stopped(): Promise<void> {
    if (this.finished || this.release !== null) return Promise.resolve();
    return new Promise((resolve) => {
      this.notifyStopped = resolve;
    });
  }
}

/** A unit of work whose commands stop at a gate before every read and before the write. */
export class GatedUnitOfWork implements UnitOfWork {
  constructor(
    private readonly inner: UnitOfWork,
    private readonly gate: Gate,
  ) {}

  run: UnitOfWork['run'] = (command, work) =>
    this.inner.run(command, async (transaction) => {
      const result = await work(this.gated(transaction));
      await this.gate.arrive();
      return result;
    });

  private gated({
    contracts,
    licenses,
    contents,
    priceTables,
    pricePlans,
  }: Transaction): Transaction {
    const { gate } = this;
    const waiting: LicenseRepository = {
      get: async (id, known) => {
        await gate.arrive();
        return licenses.get(id, known);
      },
      getAll: async (ids, known) => {
        await gate.arrive();
        return licenses.getAll(ids, known);
      },
      changesAfter: async (id, version) => {
        await gate.arrive();
        return licenses.changesAfter(id, version);
      },
      changesTo: async (versions) => {
        await gate.arrive();
        return licenses.changesTo(versions);
      },
      granted: async (contractId, rightsType) => {
        await gate.arrive();
        return licenses.granted(contractId, rightsType);
      },
      inUse: async (contractId) => {
        await gate.arrive();
        return licenses.inUse(contractId);
      },
      add: (license, dependsOn) => licenses.add(license, dependsOn),
      save: (license) => licenses.save(license),
      saveTogether: (closings) => licenses.saveTogether(closings),
      remove: (license) => licenses.remove(license),
    };
    const waitingToo: ContentRepository = {
      get: async (id) => {
        await gate.arrive();
        return contents.get(id);
      },
      getAll: async (ids) => {
        await gate.arrive();
        return contents.getAll(ids);
      },
      kindsOf: async (ids) => {
        await gate.arrive();
        return contents.kindsOf(ids);
      },
      takenBy: async (identifiers, exceptIds) => {
        await gate.arrive();
        return contents.takenBy(identifiers, exceptIds);
      },
      assignedTo: async (offers) => {
        await gate.arrive();
        return contents.assignedTo(offers);
      },
      releasedBy: async (versions) => {
        await gate.arrive();
        return contents.releasedBy(versions);
      },
      neighbors: async (licenseId, startsOn) => {
        await gate.arrive();
        return contents.neighbors(licenseId, startsOn);
      },
      candidates: async (id, after) => {
        await gate.arrive();
        return contents.candidates(id, after);
      },
      add: (titles) => contents.add(titles),
      remove: (titles) => contents.remove(titles),
      save: (titles) => contents.save(titles),
    };
    const waitingTables: PriceTableRepository = {
      get: async (id) => {
        await gate.arrive();
        return priceTables.get(id);
      },
      changesAfter: async (id, version) => {
        await gate.arrive();
        return priceTables.changesAfter(id, version);
      },
      add: (table) => priceTables.add(table),
      save: (table) => priceTables.save(table),
    };
    return {
      ...{ contracts, licenses: waiting, contents: waitingToo, priceTables: waitingTables },
      pricePlans: {
        get: async (id) => {
          await gate.arrive();
          return pricePlans.get(id);
        },
      },
    };
  }
}

/** All orders of the steps of two commands: 0 is a step of the first, 1 of the second. */
export function everyOrder(first: number, second: number): (0 | 1)[][] {
  if (first === 0 && second === 0) return [[]];
  return [
    ...(first > 0 ? everyOrder(first - 1, second).map((rest): (0 | 1)[] => [0, ...rest]) : []),
    ...(second > 0 ? everyOrder(first, second - 1).map((rest): (0 | 1)[] => [1, ...rest]) : []),
  ];
}
