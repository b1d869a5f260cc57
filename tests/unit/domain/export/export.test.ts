import { describe, expect, it } from 'vitest';
import type { ExportData, ExportOrder, ExportState } from '../../../../src/domain/export/export';
import { Export, ExportTaken, keptSince } from '../../../../src/domain/export/export';
import { refusalOf } from '../../../builders/refusal';

const AT = '2026-05-01T09:00:00.000Z';
const EARLIER = '2026-04-01T09:00:00.000Z';
const ORDER: ExportOrder = {
  id: 'e1',
  query: { studio: 'Northlight', on: '2026-05-01' },
  format: 'xlsx',
  words: 'Northlight',
  madeBy: 'Nora',
  madeAt: EARLIER,
};

function anExport(state: ExportState, parts: Partial<ExportData> = {}): Export {
  const isOver = state !== 'waiting' && state !== 'running';
  return Export.reconstitute({
    ...Export.order(ORDER).data,
    ...{ state, rows: 5, failure: state === 'failed' ? 'It broke.' : null },
    ...{ hasFile: state === 'done', finishedAt: isOver ? EARLIER : null },
    ...parts,
  });
}

const VERBS = {
  'order again': (one) => one.orderAgain(Export.order(ORDER)),
  cancel: (one) => one.cancel(AT),
  begin: (one) => one.begin(),
  progress: (one) => one.progress(9),
  finish: (one) => one.finish(9, [], AT),
  fail: (one) => one.fail('There is nothing.', AT),
  abandon: (one) => one.abandon(AT),
} satisfies Record<string, (one: Export) => boolean>;

const CANCELLED = { state: 'cancelled', finishedAt: AT };
const BEGUN = { state: 'running', rows: 0, finishedAt: null };

/** What each verb makes of an export in each state; where nothing stands, nothing changes. */
const TABLE: Record<ExportState, Partial<Record<keyof typeof VERBS, object>>> = {
  waiting: { cancel: CANCELLED, begin: BEGUN },
  running: {
    cancel: CANCELLED,
    begin: BEGUN,
    progress: { state: 'running', rows: 9 },
    finish: { state: 'done', rows: 9, hasFile: true, finishedAt: AT },
    fail: { state: 'failed', failure: 'There is nothing.', finishedAt: AT },
    abandon: { state: 'failed', failure: 'The export failed. Start it again.', finishedAt: AT },
  },
  done: {},
  failed: { 'order again': { state: 'waiting', failure: null, finishedAt: null } },
  cancelled: {},
};

const CASES = Object.entries(TABLE).flatMap(([state, verbs]) =>
  Object.entries(VERBS).map(
    ([verb, act]) =>
      [state as ExportState, verb, act, verbs[verb as keyof typeof VERBS] ?? null] as const,
  ),
);

describe('an export', () => {
  it.each(CASES)('that is %s: %s', (state, _verb, act, expected) => {
    const one = anExport(state);
    const before = one.data;

    expect(act(one)).toBe(expected !== null);
    expect(one.data).toEqual({ ...before, ...expected });
  });

  it('is made again when its file is no longer kept', () => {
    const one = anExport('done', { hasFile: false });

    expect(one.orderAgain(Export.order(ORDER))).toBe(true);
    expect(one.data).toMatchObject({ state: 'waiting', finishedAt: null });
  });

  it('is recognized however the parts of its query were stored', () => {
    const stored = anExport('failed', { query: { on: '2026-05-01', studio: 'Northlight' } });

    expect(stored.orderAgain(Export.order({ ...ORDER, words: 'Other words' }))).toBe(true);
  });

  it.each<[string, Partial<ExportOrder>]>([
    ['another query', { query: { studio: 'Northlight' } }],
    ['another format', { format: 'csv' }],
    ['another person', { madeBy: 'Ivo' }],
  ])('is not taken for one of %s', (_what, other) => {
    refusalOf(ExportTaken, () =>
      anExport('failed').orderAgain(Export.order({ ...ORDER, ...other })),
    );
  });

  it('tells the first hundred things that were left out, and how many there are', () => {
    const one = anExport('running');
    one.finish(
      1,
      Array.from({ length: 130 }, () => ({ title: 'Extra', reason: 'None.' })),
      AT,
    );

    expect(one.data.leftOut).toHaveLength(100);
    expect(one.data.leftOutCount).toBe(130);
  });

  it('keeps its file for 30 days', () => {
    expect(keptSince(AT)).toBe('2026-04-01T09:00:00.000Z');
  });
});
