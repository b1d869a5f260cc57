import { describe, expect, it } from 'vitest';
import { contentAddress, contentFilterOf } from '../../../../app/content/list/content-address';
import { contentQuery } from '../../../../app/content/list/content-query';
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

it('the address of the licenses keeps several values and the order, which a plain one leaves out', () => {
  const query = listQuery({ rights: ['EST', 'TVOD'], free: '7', sort: 'ends', dir: 'desc' });
  expect(listAddress(query, { cursor: 'c' })).toBe(
    '/licenses?rights=EST&rights=TVOD&free=7&sort=ends&dir=desc&cursor=c',
  );
  expect(listAddress(listQuery({}), {})).toBe('/licenses');
});
