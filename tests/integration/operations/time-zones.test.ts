import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { daysOf } from './time-zones-days';
import type { WrittenDays } from './time-zones-days';
import { testDatabase } from '../support';

const database = await testDatabase({ connections: 2 });

// Far east, far west and between. The first two change their clocks on some of the tested days.
describe.each(['Pacific/Auckland', 'America/New_York', 'Pacific/Honolulu'])(
  'in a process in the zone %s',
  async (zone) => {
    const { zone: actual, rounds } = await inZone(zone);

    it('the zone is in effect', () => {
      expect(actual).toBe(zone);
    });

    describe.each(rounds)('and a server in the zone $serverZone', ({ id, written, read }) => {
      it('days are read as written', () => {
        expect(read).toEqual(written);
      });

      it('days are stored unchanged', async () => {
        expect(await storedDays(id)).toEqual(written);
      });

      it('days are read unchanged by a process in another zone', async () => {
        expect(await daysOf(database.unitOfWork, id)).toEqual(written);
      });
    });
  },
);

/** Writes and reads licenses with the unit of work in a process in a time zone. */
async function inZone(zone: string): Promise<WrittenDays> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', 'tests/integration/operations/time-zones-process.ts', database.url],
    { env: { ...process.env, TZ: zone } },
  );
  return JSON.parse(stdout) as WrittenDays;
}

/** Days as formatted by PostgreSQL. */
async function storedDays(id: string): Promise<string[]> {
  const rows = await database.rows<{ day: string }>(
    `SELECT unnest(ARRAY[l.starts_on::text, l.ends_on::text, c.signed_on::text]) AS day
       FROM licenses l JOIN contracts c ON c.id = l.contract_id WHERE l.id = $1
     UNION ALL
     SELECT unnest(ARRAY[starts_on::text, ends_on::text])
       FROM (SELECT * FROM offers WHERE license_id = $1 ORDER BY starts_on) AS ordered`,
    [id],
  );
  return rows.map(({ day }) => day);
}
