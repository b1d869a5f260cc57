import { describe, expect, it } from 'vitest';
import { contractDetails } from '../../../builders/command-builders';
import { testDatabase } from '../../support';
import { refusal, terms, requestsOn } from './support-requests';

const database = await testDatabase();
const { api, secret, licenseId, created } = await requestsOn(database);

describe('a cursor', () => {
  const QUESTION = 'territory=US&device=tv&rightsType=SVOD&startsOn=2027-01-01&endsOn=2027-02-01';
  const LISTS: readonly (readonly [path: string, query: string])[] = [
    ['/contracts', ''],
    ['/licenses', ''],
    ['/licenses', 'sort=ends'],
    ['/licenses', 'direction=descending'],
    ['/licenses/{id}/assignments', ''],
    ['/content', ''],
    ['/content', 'q=harbor'],
    ['/content/{id}/rows', ''],
    ['/history', ''],
    ['/history', 'aggregateId={id}'],
    ['/availability', QUESTION],
    ['/availability', `${QUESTION}&contentId={id}`],
    ['/imports', ''],
    ['/imports/{id}/review', ''],
    ['/exports', ''],
    ['/price-tables', ''],
    ['/missing-amounts', ''],
  ];
  const read = (path: string, query: string, cursor: string) =>
    api.send(
      'GET',
      `${path}?${query}&cursor=${encodeURIComponent(cursor)}`.replaceAll('{id}', licenseId),
      { secret },
    );

  it('is a parameter of exactly the lists tested here', () => {
    const document = api.operationsTaking('cursor');
    expect(new Set(LISTS.map(([path]) => `get ${path}`))).toEqual(new Set(document));
  });

  it.each(LISTS.filter(([path]) => path !== '/imports/{id}/review'))(
    'that was never issued is refused: %s?%s',
    async (path, query) => {
      const numbers = Buffer.from('["licenses by name",false,"a","b"]').toString('base64url');
      for (const cursor of ['x', '%%', 'bnVsbA', 'e30', numbers]) {
        const answer = await read(path, query, cursor);
        expect(answer.status, cursor).toBe(422);
        expect((await refusal(answer)).errors).toEqual([
          expect.objectContaining({ parameter: 'cursor', code: 'invalid-cursor' }),
        ]);
      }
    },
  );

  it('is valid only for the list and order that issued it', async () => {
    for (const name of ['Aa', 'Ab', 'Ac'])
      await created('/contracts', { ...contractDetails(), studio: `Cursor ${name}` });
    const first = await api.send('GET', '/history?limit=1', { secret });
    const { next } = (await first.json()) as { readonly next: string };
    expect((await read('/history', 'limit=1', next)).status).toBe(200);
    expect((await read('/history', `aggregateId=${licenseId}`, next)).status).toBe(422);
    for (const [path, query] of LISTS.filter(
      ([list]) => list !== '/history' && !list.startsWith('/imports/'),
    ))
      expect((await read(path, query, next)).status, `${path}?${query}`).toBe(422);
    const contracts = await api.send('GET', '/contracts?limit=1', { secret });
    const place = ((await contracts.json()) as { readonly next: string }).next;
    expect((await read('/contracts', 'limit=2', place)).status).toBe(200);
  });

  it('of licenses by name is invalid for licenses by first day, and vice versa', async () => {
    const contractId = await created('/contracts', contractDetails());
    for (const name of ['One', 'Two'])
      await created('/licenses', { contractId, details: { name, notes: '', terms } });
    const page = await api.send('GET', `/licenses?contractId=${contractId}&limit=1`, { secret });
    const { next } = (await page.json()) as { readonly next: string };
    const of = `contractId=${contractId}`;
    expect((await read('/licenses', of, next)).status).toBe(200);
    for (const other of ['sort=starts', 'sort=ends', 'sort=studio', 'direction=descending'])
      expect((await read('/licenses', `${of}&${other}`, next)).status, other).toBe(422);
  });
});
