import { describe, expect, it } from 'vitest';
import type { AvailRow } from '../../../../src/domain/avails/avail-row';
import type { SoldTitle } from '../../../../src/domain/avails/avail-rows';
import type {
  ExportSource,
  ExportStore,
  MadeExport,
  OrderedExport,
  WriteExport,
} from '../../../../src/service/export/exports';
import { InvalidDate } from '../../../../src/domain/values/date-range';
import {
  exportQuery,
  MAX_EXPORTED_ROWS,
  orderExport,
  runExport,
  TooManyChosen,
} from '../../../../src/service/export/exports';
import { aCommand } from '../../../builders/command-builders';
import { anId } from '../../../builders/license-builders';
import { anOrigin, aSoldTitle, aUse } from '../../../builders/avail-builders';

const AT = '2026-05-01T09:00:00.000Z';

/** What an export left behind. */
class StoreInMemory implements ExportStore {
  state = 'waiting';
  made: MadeExport | null = null;
  failure: string | null = null;
  readonly told: number[] = [];

  constructor(
    private readonly query: OrderedExport['query'] = {},
    /** It is cancelled when it has as many rows. */
    private readonly cancelAt = Infinity,
  ) {}

  begin(): Promise<Pick<OrderedExport, 'query' | 'format'> | null> {
    if (this.state !== 'waiting' && this.state !== 'running') return Promise.resolve(null);
    this.state = 'running';
    return Promise.resolve({ query: this.query, format: 'csv' });
  }

  progress(_id: string, rows: number): Promise<boolean> {
    this.told.push(rows);
    if (rows >= this.cancelAt) this.state = 'cancelled';
    return Promise.resolve(this.state === 'running');
  }

  finish(_id: string, made: MadeExport): Promise<void> {
    this.state = 'done';
    this.made = made;
    return Promise.resolve();
  }

  fail(_id: string, failure: string): Promise<void> {
    this.state = 'failed';
    this.failure = failure;
    return Promise.resolve();
  }
}

function sourceOf(batches: readonly (readonly SoldTitle[])[], least = 0): ExportSource {
  return {
    inSnapshot: (work) =>
      work({
        leastRows: () => Promise.resolve(least),
        async *titles() {
          yield* batches;
        },
      }),
  };
}

/** Writes the ALIDs of rows. */
const write = (_format: string, rows: readonly AvailRow[]) =>
  Promise.resolve(Buffer.from(rows.map((row) => row['Avail/ALID']).join(' ')));

const writeRejected = (importId: string) =>
  Promise.resolve({ bytes: Buffer.from(`rejected of ${importId}`), rows: 3 });

async function run(
  store: StoreInMemory,
  source: ExportSource,
  signal = new AbortController().signal,
): Promise<StoreInMemory> {
  await runExport(anId(), { store, source, write, writeRejected, now: () => AT, signal });
  return store;
}

const named = (title: string, alid: string, territories = ['CA']) =>
  aSoldTitle({
    details: { title, identifiers: [{ scheme: 'alid', value: alid }] },
    uses: [aUse({ territories })],
  });

describe('an export', () => {
  it('has the rows of every batch, in reading order, and tells how far it is', async () => {
    const batches = [[named('C', 'c'), named('A', 'a', ['CA', 'US'])], [named('B', 'b')]];
    const { state, made, told } = await run(new StoreInMemory(), sourceOf(batches));

    expect(state).toBe('done');
    expect(Buffer.from(made?.bytes ?? []).toString()).toBe('a a b c');
    expect(made).toMatchObject({ rows: 4, leftOut: [], at: AT });
    expect(told).toEqual([3, 4]);
  });

  it('writes ends as its receiver reads them', async () => {
    const ends: (string | undefined)[] = [];
    const store = new StoreInMemory({ endDates: 'last-second' });
    const keepEnds: WriteExport = (_format, rows) => {
      ends.push(...rows.map((row) => row['AvailTrans/End']));
      return Promise.resolve(Buffer.from(''));
    };
    await runExport(anId(), {
      ...{ store, source: sourceOf([[named('A', 'a')]]), write: keepEnds, writeRejected },
      ...{ now: () => AT, signal: new AbortController().signal },
    });

    expect(ends).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\dT23:59:59$/)]);
  });

  it('tells what its rows cannot say', async () => {
    const extra = aSoldTitle({ details: { kind: 'supplement', title: 'Extra' } });
    const { made } = await run(new StoreInMemory(), sourceOf([[extra, named('A', 'a')]]));

    expect(made?.leftOut).toMatchObject([{ title: 'Extra' }]);
  });

  it.each([
    ['nothing fits', [], /no title has a matching offer/],
    ['nothing of it can be said', [aSoldTitle({ details: { kind: 'series' } })], /cannot express/],
  ])('fails when %s', async (_what, titles, words) => {
    const { state, failure } = await run(new StoreInMemory(), sourceOf([titles]));

    expect(state).toBe('failed');
    expect(failure).toMatch(words);
  });

  it('fails before it reads anything when it would be too long, and says how long', async () => {
    const { failure, told } = await run(
      new StoreInMemory(),
      sourceOf([[named('A', 'a')]], 123_456),
    );

    expect(failure).toMatch(/at least 123,456 rows/);
    expect(told).toEqual([]);
  });

  it('fails when formats make it too long, and says how long', async () => {
    const formats = ['SD', 'HD'].map((format) => anOrigin({ 'AvailTrans/FormatProfile': format }));
    const title = aSoldTitle({ uses: [aUse({ origins: formats })] });
    const titles = Array.from({ length: MAX_EXPORTED_ROWS / 2 + 1 }, () => title);
    const { failure } = await run(new StoreInMemory(), sourceOf([titles]));

    expect(failure).toMatch(/This would be 50,002 rows; a file has at most 50,000/);
  });

  it('stops when it is cancelled, and leaves no file', async () => {
    const batches = [[named('A', 'a')], [named('B', 'b')]];
    const { state, made, told } = await run(new StoreInMemory({}, 1), sourceOf(batches));

    expect(state).toBe('cancelled');
    expect(made).toBeNull();
    expect(told).toEqual([1]);
  });

  it('begins anew when a process died over it, and does nothing once it is done', async () => {
    const store = new StoreInMemory();
    await store.begin();
    await run(store, sourceOf([[named('A', 'a')]]));
    const first = store.made;
    await run(store, sourceOf([[named('B', 'b')]]));

    expect(store.state).toBe('done');
    expect(store.made).toBe(first);
  });

  it('is given up when its process is to end, for another to begin anew', async () => {
    const store = new StoreInMemory();
    const ending = run(store, sourceOf([[named('A', 'a')]]), AbortSignal.abort());

    await expect(ending).rejects.toMatchObject({ name: 'AbortError' });
    expect(store).toMatchObject({ state: 'running', failure: null, made: null });
  });

  it('of rejected rows is the workbook of an import', async () => {
    const { made } = await run(new StoreInMemory({ rejectedOf: 'x' }), sourceOf([]));

    expect(Buffer.from(made?.bytes ?? []).toString()).toBe('rejected of x');
    expect(made).toMatchObject({ rows: 3, leftOut: [], at: AT });
  });

  it('lets what nobody expected be known', async () => {
    const store = new StoreInMemory();
    const broken: ExportSource = { inSnapshot: () => Promise.reject(new Error('It broke.')) };

    await expect(run(store, broken)).rejects.toThrow('It broke.');
    expect(store).toMatchObject({ state: 'running', failure: null });
  });
});

describe('an order', () => {
  it('is of what it says only, and names who gave it', async () => {
    const orders: OrderedExport[] = [];
    const desk = {
      order: (order: OrderedExport) => {
        orders.push(order);
        return Promise.resolve({ exportId: order.id, replayed: false });
      },
      cancel: (exportId: string) => Promise.resolve({ exportId, replayed: false }),
    };
    const { actor, at } = aCommand();
    const id = anId();
    const query = { studio: ' Northlight ', licenseIds: [id, id], contentIds: [], on: undefined };
    await orderExport({ exportId: anId(), query, format: 'xlsx', words: 'x', actor, at }, desk);

    expect(orders).toMatchObject([{ madeBy: actor.name, madeAt: at }]);
    expect(orders[0]?.query).toEqual({ studio: 'Northlight', licenseIds: [id] });
  });

  it('is not for more than can be chosen, or for a day that is none', () => {
    const ids = Array.from({ length: 1_001 }, anId);

    expect(() => exportQuery({ contentIds: ids })).toThrow(TooManyChosen);
    expect(() => exportQuery({ on: '2026-02-30' })).toThrow(InvalidDate);
    expect(() => exportQuery({ from: 'soon' })).toThrow(InvalidDate);
  });
});
