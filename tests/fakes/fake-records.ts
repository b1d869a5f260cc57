import type { ExportData } from '../../src/domain/export/export';
import type { ExportRepository, Records, RecordStore } from '../../src/service/records';
import { Export } from '../../src/domain/export/export';

/** Exports in memory: what is stored is a copy, and changes only by saving. */
export class FakeExports implements ExportRepository {
  private readonly stored = new Map<string, ExportData>();
  readonly files = new Map<string, Uint8Array>();
  /** The rows of every save, in order. */
  readonly savedRows: number[] = [];

  get(id: string): Promise<Export | null> {
    const data = this.stored.get(id);
    return Promise.resolve(data === undefined ? null : Export.reconstitute(data));
  }

  add({ data }: Export): Promise<void> {
    this.stored.set(data.id, data);
    return Promise.resolve();
  }

  save({ data }: Export): Promise<void> {
    this.stored.set(data.id, data);
    this.savedRows.push(data.rows);
    return Promise.resolve();
  }

  saveFile(one: Export, bytes: Uint8Array): Promise<void> {
    this.files.set(one.data.id, bytes);
    return this.save(one);
  }

  forgetFilesBefore(): Promise<void> {
    return Promise.resolve();
  }

  /** @throws when there is none */
  data(id: string): ExportData {
    const data = this.stored.get(id);
    if (data === undefined) throw new Error(`There is no export ${id}.`);
    return data;
  }
}

/** Records in memory, as far as a test has them: whatever else is asked for fails. No two commands run at once. */
export class FakeRecords implements RecordStore {
  /** The jobs that were sent, with their queues. */
  readonly jobs: (readonly [queue: string, job: object])[] = [];
  private readonly records: Records;

  constructor(parts: Partial<Records>) {
    const jobs: Records['jobs'] = {
      send: (queue, job) => {
        this.jobs.push([queue, job]);
        return Promise.resolve();
      },
    };
    this.records = new Proxy({ jobs, ...parts } as Records, {
      get: (records, name, receiver) => {
        if (!Reflect.has(records, name)) throw new Error(`There are no ${String(name)} here.`);
        return Reflect.get(records, name, receiver) as unknown;
      },
    });
  }

  transact: RecordStore['transact'] = (work) => work(this.records);

  transactOnce: RecordStore['transactOnce'] = (_command, work) => work(this.records);
}
