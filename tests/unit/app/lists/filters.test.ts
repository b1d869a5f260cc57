import { describe, expect, it } from 'vitest';
import { contentAddress, contentFilterOf } from '../../../../app/content/list/content-address';
import { contentQuery } from '../../../../app/content/list/content-query';
import {
  contractFilterOf,
  contractsAddress,
} from '../../../../app/contracts/(list)/contracts-address';
import { contractsQuery } from '../../../../app/contracts/(list)/contracts-query';
import { historyAddress, historyFilter } from '../../../../app/history/history-address';
import { historyQuery } from '../../../../app/history/history-query';
import { listAddress } from '../../../../app/licenses/list/list-address';
import { listQuery } from '../../../../app/licenses/list/list-query';

describe('the address of the catalog', () => {
  const read = (address: string) => {
    const { searchParams } = new URL(address, 'http://list');
    return contentQuery(
      Object.fromEntries([...searchParams.keys()].map((name) => [name, searchParams.getAll(name)])),
    );
  };

  it('keeps several values of a filter, each once and in their order', () => {
    const query = contentQuery({ kind: ['series', 'movie', 'series'], studio: 'A & B', q: 'x' });
    expect(query).toEqual({ q: 'x', studio: ['A & B'], kind: ['series', 'movie'] });
    expect(contentAddress(query)).toBe('/content?q=x&studio=A+%26+B&kind=series&kind=movie');
    expect(read(contentAddress(query))).toEqual(query);
    expect(contentFilterOf(query)).toEqual({ text: 'x', studio: ['A & B'], kind: query.kind });
  });

  it('leaves out what it cannot read', () => {
    expect(contentQuery({ coverage: ['nowhere'], closed: ['void', 'ended'], kind: '' })).toEqual({
      closed: ['void'],
    });
  });

  it('leaves the page when a filter changes, and the filter when nothing is left of it', () => {
    const query = { kind: ['movie'], cursor: 'x', view: 'v' };
    expect(contentAddress(query, { kind: ['movie', 'short'] })).toBe(
      '/content?kind=movie&kind=short&view=v',
    );
    expect(contentAddress(query, { kind: [] })).toBe('/content?view=v');
    expect(contentAddress({ kind: ['movie'] }, { kind: null })).toBe('/content');
  });
});

it('the address of the contracts keeps several studios, and leaves the page when a filter changes', () => {
  const query = contractsQuery({
    ...{ q: 'nl', studio: ['A & B', 'C', 'A & B'], closed: ['void', 'x'], cursor: 'c', foo: 'bar' },
  });
  expect(query).toEqual({ q: 'nl', studio: ['A & B', 'C'], closed: 'void', cursor: 'c' });
  expect(contractsAddress(query)).toBe('/contracts?q=nl&studio=A+%26+B&studio=C&closed=void');
  expect(contractsAddress(query, { studio: [], q: '', closed: null })).toBe('/contracts');
  expect(contractsAddress(query, { cursor: 'd' })).toContain('cursor=d');
  expect(contractFilterOf(query)).toEqual({ text: 'nl', studio: ['A & B', 'C'], closed: 'void' });
});

it('the address of the history keeps several people, things, kinds of change and studios', () => {
  const [ada, ben] = [
    'a0000000-0000-4000-8000-000000000001',
    'b0000000-0000-4000-8000-000000000002',
  ];
  const query = historyQuery({
    ...{ person: [ada, 'nobody', ben], about: ['license', 'contract', 'offer'], kind: 'offers' },
    ...{ studio: ['A', 'B'], from: ['2026-02-30', '2026-01-01'], to: '2026-03-01', cursor: 'c' },
  });
  expect(query).toEqual({
    ...{ person: [ada, ben], about: ['license', 'contract'], kind: ['offers'] },
    ...{ studio: ['A', 'B'], from: undefined, to: '2026-03-01', cursor: 'c' },
  });
  expect(historyAddress(query, { person: [ben] })).toBe(
    `/history?person=${ben}&about=license&about=contract&kind=offers&studio=A&studio=B&to=2026-03-01`,
  );
  expect(historyFilter(query)).toEqual({
    ...{ actorId: [ada, ben], aggregate: ['license', 'contract'], group: ['offers'] },
    ...{ studio: ['A', 'B'], from: undefined, to: '2026-03-01' },
  });
});

it('the address of the licenses keeps several values and the order, which a plain one leaves out', () => {
  const query = listQuery({ rights: ['EST', 'TVOD'], free: '7', sort: 'ends', dir: 'desc' });
  expect(listAddress(query, { cursor: 'c' })).toBe(
    '/licenses?rights=EST&rights=TVOD&free=7&sort=ends&dir=desc&cursor=c',
  );
  expect(listAddress(listQuery({}), {})).toBe('/licenses');
});
