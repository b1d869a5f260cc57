import { afterAll, expect, it } from 'vitest';
import type { components } from '../../../api-client/paths';
import { openDatabase } from '../../../../src/adapters/postgres/connection/database';
import { PrismaUnitOfWork } from '../../../../src/adapters/postgres/prisma-unit-of-work';
import { campaign } from '../../../builders/effort';
import { aName } from '../../../builders/license-builders';
import { anEdit } from '../../../builders/price-table-builders';
import { findingsIn } from '../../../race/answer-log';
import { Random } from '../../../race/random';
import { recordsOn, testDatabase } from '../../support';
import { ApiDriver, headersFor, newKey } from '../../support-api';

type Edit = components['schemas']['PriceEntryEdit'];

const CLIENTS = 12;
const TABLES = 2;

const database = await testDatabase({ connections: 8 });
const other = openDatabase(database.url, { connections: 8 });
afterAll(() => other.close());

it(
  'stores exactly the acknowledged price cells when clients race over the HTTP API of two apps',
  { timeout: 300_000 },
  async () => {
    const { size, seed } = campaign('Race for price cells over the API, in requests of a client', {
      usual: 12,
      full: 120,
    });
    const apps = [
      new ApiDriver(database),
      new ApiDriver({
        ...other,
        url: database.url,
        unitOfWork: new PrismaUnitOfWork(other.prisma),
        records: recordsOn(other),
      }),
    ];
    const [first] = apps;
    if (first === undefined) throw new Error('There is no app.');
    const secret = await first.token('editor');
    const clients = apps.map((app) => app.clientWith(secret));
    const [reader] = clients;
    if (reader === undefined) throw new Error('There is no client.');
    const ids = await Promise.all(
      Array.from({ length: TABLES }, async () => {
        const body = { studio: aName('Studio'), prices: [anEdit() as Edit] };
        const { data } = await reader.POST('/price-tables', { params: { header: newKey() }, body });
        return data?.id ?? '';
      }),
    );
    /** The change that was acknowledged for each version of each table. */
    const acknowledged = new Map<string, string>();
    const counts = { accepted: 0, stale: 0, replayed: 0 };

    const race = async (index: number) => {
      const client = clients[index % clients.length] ?? reader;
      const random = new Random(seed + index);
      for (let turn = 0; turn < size; turn += 1) {
        const id = ids[random.below(ids.length)] ?? '';
        const read = await client.GET('/price-tables/{id}', { params: { path: { id } } });
        const version = read.data?.version ?? 0;
        const price = random.below(100_000);
        const cell = anEdit({ tier: `Tier ${random.below(4)}`, price }) as Edit;
        const request = {
          params: { path: { id }, header: headersFor(version) },
          body: { prices: [cell] },
        };
        const { data, response } = await client.POST('/price-tables/{id}/prices', request);
        if (response.status === 412) counts.stale += 1;
        else if (data === undefined) throw new Error(`It was answered with ${response.status}.`);
        else if (data.version > version) {
          counts.accepted += 1;
          const key = `${id} ${data.version}`;
          if (acknowledged.has(key)) throw new Error(`${key} was acknowledged twice.`);
          acknowledged.set(key, `${cell.tier} ${price}`);
          const again = await client.POST('/price-tables/{id}/prices', request);
          expect(again.data).toEqual(data);
          counts.replayed += 1;
        }
      }
    };
    await Promise.all(Array.from({ length: CLIENTS }, (_, index) => race(index)));

    expect(await findingsIn(database.url)).toEqual([]);
    expect(counts.stale).toBeGreaterThan(0);
    for (const id of ids) {
      const { data } = await reader.GET('/price-tables/{id}', { params: { path: { id } } });
      const versions = Array.from({ length: (data?.version ?? 0) - 1 }, (_, index) => index + 2);
      expect(versions.every((version) => acknowledged.has(`${id} ${version}`))).toBe(true);
      const last = new Map(
        versions.map((version) => {
          const [, number = '', price = ''] = (acknowledged.get(`${id} ${version}`) ?? '').split(
            ' ',
          );
          return [`Tier ${number}`, Number(price)];
        }),
      );
      for (const [tier, price] of last)
        expect(data?.prices.find((one) => one.tier === tier)?.price).toBe(price);
    }
    expect(acknowledged.size).toBe(counts.accepted);
  },
);
