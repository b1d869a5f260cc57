import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { Readiness } from '../../src/adapters/operations/readiness';
import { openDatabase } from '../../src/adapters/postgres/connection/database';
import { readChanges } from '../../src/adapters/postgres/events/change-reader';
import { until } from '../race/until';
import { Site } from './site';

let site: Site;

beforeAll(async () => {
  site = await Site.begin({ isSynchronous: true });
}, 180_000);

afterAll(() => site.end());

describe('a primary with a synchronous standby', () => {
  it('is found among several hosts, also when it is another one; places of before are reset', async () => {
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    const database = openDatabase(site.url, { connections: 2 });
    onTestFinished(() => database.close());
    const readiness = new Readiness(database.prisma);
    expect((await readiness.state()).reason).toBeNull();
    const { place } = await readChanges(database.prisma, null, 1);
    await site.failOver();
    const begun = performance.now();

    await until('it is ready', async () => (await readiness.state()).reason === null);

    expect(performance.now() - begun).toBeLessThan(5_000);
    expect((await readChanges(database.prisma, place, 1)).isReset).toBe(true);
  });
});
