import { randomUUID } from 'node:crypto';
import { afterAll, expect, it, vi } from 'vitest';
import { availsWorkbook } from '../../../../src/adapters/avails/workbook-writer';
import { ImportWork } from '../../../../src/adapters/jobs/import-work';
import { JobQueue } from '../../../../src/adapters/jobs/job-queue';
import { openDatabase } from '../../../../src/adapters/postgres/connection/database';
import { unwatched } from '../../../../src/service/watched';
import { aMovieRow } from '../../../builders/avails-row-builders';
import { CuttingProxy } from '../../../race/faults/cutting-proxy';
import { recordsOn, testDatabase } from '../../support';
import { ImportDriver, TODAY } from '../../files/support-imports';

const database = await testDatabase();
const proxy = await CuttingProxy.before(database.url);
const away = openDatabase(proxy.url, { connections: 4 });

afterAll(async () => {
  await away.close();
  await proxy.close();
});

/** Vitest fails the run on an unhandled rejection, as Node would end the process for jobs. */
it('a workbook is checked even if a cancellation poll finds no database', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const imports = new ImportDriver(database);
  const id = await imports.uploaded(availsWorkbook([aMovieRow('away-1')]));
  proxy.arm('SELECT cancelled FROM import_progress', 'unsent', 1);

  const work = new ImportWork(recordsOn(away), away.prisma, () => TODAY, unwatched);
  await work.do({ importId: id, work: 'check' }, new AbortController().signal);

  expect(proxy.cuts).toBe(1);
  expect((await imports.view(id)).state).toBe('ready');
  expect(logged).toHaveBeenCalledWith(expect.stringContaining(id), expect.anything());
});

it('a queue that starts without a database processes jobs once it is available', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const queue = new JobQueue(away.pool);
  const name = randomUUID();
  proxy.arm('version', 'unsent', 1);
  await expect(queue.send('exports', { name })).rejects.toThrow();

  await queue.send('exports', { name });
  const sent = await database.rows(`SELECT FROM jobs.job WHERE data ->> 'name' = $1`, [name]);
  expect(sent).toHaveLength(1);
  await queue.stop();
});
