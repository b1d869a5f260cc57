import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, chmod, mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import getPort from 'get-port';

interface Lock {
  readonly pid: number;
  readonly web: { readonly pid: number };
  readonly jobs: { readonly pid: number };
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}

async function isHealthy(address: string): Promise<boolean> {
  return fetch(`${address}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  );
}

test('npm start restarts killed processes, limits its logs, and shuts down in order', async () => {
  test.slow();
  const home = await mkdtemp(path.join(tmpdir(), 'crms-start-'));
  // Like root's environment on Debian, with characters that a shell would misread.
  const closed = path.join(home, `it's a "closed" place`);
  await mkdir(closed);
  await chmod(closed, 0o700);
  const dataDir = path.join(closed, 'data');
  const port = await getPort();
  const address = `http://127.0.0.1:${port}`;
  const npm = spawn('npm', ['start'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      CRMS_DATA_DIR: dataDir,
      CRMS_TIME_ZONE: '',
      DATABASE_URL: '',
      PORT: String(port),
    },
  });
  const ended = once(npm, 'exit');
  const lock = async () =>
    JSON.parse(await readFile(path.join(dataDir, 'instance.lock'), 'utf8')) as Lock;
  let said = '';
  npm.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  try {
    await expect.poll(() => said, { timeout: 150_000 }).toContain(`is ready at ${address}`);
    const { pid, web, jobs } = await lock();

    await test.step('SIGHUP ends nothing', async () => {
      // People are answered before the process for jobs has loaded all it needs.
      const log = path.join(dataDir, 'log', 'jobs.log');
      await expect.poll(() => readFile(log, 'utf8')).toContain('Ready for jobs.');
      for (const one of [pid, web.pid, jobs.pid]) process.kill(one, 'SIGHUP');
      expect(await isHealthy(address)).toBe(true);
      expect([pid, web.pid, jobs.pid].map(isThere)).toEqual([true, true, true]);
    });

    await test.step('a part that is killed is started again', async () => {
      process.kill(web.pid, 'SIGKILL');
      process.kill(jobs.pid, 'SIGKILL');
      await expect.poll(async () => (await lock()).web.pid, { timeout: 60_000 }).not.toBe(web.pid);
      await expect.poll(async () => (await lock()).jobs.pid).not.toBe(jobs.pid);
      await expect.poll(() => isHealthy(address), { timeout: 60_000 }).toBe(true);
    });

    await test.step('a log that grew too large is put aside', async () => {
      const log = path.join(dataDir, 'log', 'web.log');
      await appendFile(log, `${'x'.repeat(1_023)}\n`.repeat(17 * 1_024));
      await expect.poll(async () => (await stat(log)).size).toBeLessThan(1_024 * 1_024);
      expect((await stat(`${log}.1`)).size).toBeGreaterThan(16 * 1_024 * 1_024);
    });

    await test.step('SIGTERM to npm ends everything', async () => {
      const last = await lock();
      npm.kill('SIGTERM');
      await ended;
      expect([last.pid, last.web.pid, last.jobs.pid].map(isThere)).toEqual([false, false, false]);
      await expect(lock()).rejects.toThrow('ENOENT');
    });
  } finally {
    npm.kill('SIGTERM');
    await ended;
    await rm(home, { recursive: true, force: true });
  }
});
