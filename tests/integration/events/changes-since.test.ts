import { describe, expect, it } from 'vitest';
import { readChanges } from '../../../src/adapters/postgres/events/change-reader';
import type { Change } from '../../../src/service/events/events';
import { PlaceUnreadable } from '../../../src/service/events/events';
import { anId } from '../../builders/license-builders';
import { testDatabase } from '../support';
import { transactionsOn } from '../database/support-sql';
import { changingLicensesOn } from './support-changes';
import { writeLines } from './support-history';

const database = await testDatabase({ connections: 24 });
const { accepted } = transactionsOn(database);
const { aLicense } = changingLicensesOn(database);

async function placeNow(): Promise<string> {
  return (await readChanges(database.prisma, null, 1)).place;
}

async function told(place: string): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (let from = place, hasMore = true; hasMore;) {
    const read = await readChanges(database.prisma, from, 3);
    changes.push(...read.changes.map(({ change }) => change));
    ({ place: from, hasMore } = read);
  }
  return changes;
}

describe('changes since a position', () => {
  it('are described in text, in the order of the versions', async () => {
    const place = await placeNow();
    const { id, change } = await aLicense();
    await change();

    const changes = (await told(place)).filter((one) => one.id === id);

    expect(changes.map(({ version, kind }) => [version, kind])).toEqual([
      [1, 'license-granted'],
      [2, 'offers-generated'],
      [3, 'offers-generated'],
    ]);
    expect(changes[0]).toMatchObject({
      aggregate: 'license',
      actor: 'Nora',
      actorId: null,
      at: '2026-03-04T05:06:07.000Z',
      importId: null,
    });
    expect(changes[2]?.words).toContain('Week 2');
  });

  it('include a change that began before the position and was committed after it', async () => {
    const [early, late] = [anId(), anId()];
    const client = await database.pool.connect();
    await client.query('BEGIN');
    await writeLines((text, values) => client.query(text, values), [early]);
    await accepted((sql) => writeLines(sql, [late]));
    const place = await placeNow();
    await client.query('COMMIT');
    client.release();

    expect((await told(place)).map(({ id }) => id)).toEqual([early]);
  });

  it('are returned in pages, each with a position to continue from', async () => {
    const place = await placeNow();
    const ids = Array.from({ length: 8 }, anId);
    await accepted((sql) => writeLines(sql, ids));

    const first = await readChanges(database.prisma, place, 3);
    await accepted((sql) => writeLines(sql, ids, { version: 2 }));
    const rest = await told(first.place);

    expect(first.hasMore).toBe(true);
    expect(
      [...first.changes.map(({ change }) => change), ...rest].map(({ version }) => version),
    ).toEqual([...ids.map(() => 1), ...ids.map(() => 2)]);
  });

  it('are empty without changes, even with transactions that changed nothing', async () => {
    const place = await placeNow();
    const client = await database.pool.connect();
    await client.query('BEGIN');
    await writeLines((text, values) => client.query(text, values), [anId()]);
    await client.query('ROLLBACK');
    client.release();

    expect(await told(place)).toEqual([]);
    expect(await placeNow()).toBe(place);
  });

  it('omit entries from a cluster that was further ahead, and include newer ones', async () => {
    const [restored, fresh] = [anId(), anId()];
    await accepted(async (sql) => {
      await writeLines(sql, [restored]);
      await sql('ALTER TABLE history DISABLE TRIGGER history_append_only');
      await sql(`UPDATE history SET transaction = '900000000000' WHERE aggregate_id = $1`, [
        restored,
      ]);
      await sql('ALTER TABLE history ENABLE TRIGGER history_append_only');
    });
    const place = await placeNow();
    await accepted((sql) => writeLines(sql, [fresh]));

    const next = await readChanges(database.prisma, place, 100);

    expect(next.changes.map(({ change }) => change.id)).toEqual([fresh]);
    expect(await told(next.place)).toEqual([]);
  });

  it('are refused for a position of another life of the database', async () => {
    const now = await placeNow();
    const [life = '', snapshot = ''] = now.split('/');
    const [cluster = '', timeline = '', epoch = '', mark = ''] = life.split('-');
    const another = mark.replace(/./g, (digit) => (digit === '0' ? '1' : '0'));
    for (const place of [
      `1${life}/${snapshot}`,
      `${life}/900000000000:900000000000:`,
      `${cluster}-${Number(timeline) + 1}-${epoch}-${mark}/${snapshot}`,
      `${cluster}-${timeline}-restored-${mark}/${snapshot}`,
      `${cluster}-${timeline}-${epoch}-${another}/${snapshot}`,
      // As it was written before places knew more than their cluster.
      `${cluster}/${snapshot}`,
    ]) {
      const read = await readChanges(database.prisma, place, 100);

      expect(read).toMatchObject({ isReset: true, changes: [] });
      // The transactions beside it are those of the whole cluster, and others come and go.
      expect(read.place.split('/')[0]).toBe(life);
    }
  });

  it.each(['', 'x', '1/5:3:', '1/1:2:3:4'])('are refused for the position %j', async (place) => {
    await expect(readChanges(database.prisma, place, 100)).rejects.toThrow(PlaceUnreadable);
  });
});
