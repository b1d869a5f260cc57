import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';

const run = promisify(execFile);
const project = mkdtempSync(path.join(tmpdir(), 'crms-packages-'));

afterAll(() => rmSync(project, { recursive: true, force: true }));

it.each(['backup', 'check', 'restore'])(
  'npm run %s leaves packages alone that do not match the lock file',
  async (command) => {
    for (const part of ['scripts', 'package.json'])
      cpSync(part, path.join(project, part), { recursive: true });
    mkdirSync(path.join(project, 'node_modules'), { recursive: true });
    const lock = (version: string) =>
      JSON.stringify({ packages: { 'node_modules/a': { version } } });
    writeFileSync(path.join(project, 'package-lock.json'), lock('2.0.0'));
    const installed = path.join(project, 'node_modules/.package-lock.json');
    writeFileSync(installed, lock('1.0.0'));

    const env = { ...process.env, DATABASE_URL: '', CRMS_DATA_DIR: path.join(project, '.data') };
    const script = path.join(project, 'scripts/bootstrap/run.mjs');
    await expect(run(process.execPath, [script, command, 'folder'], { env })).rejects.toMatchObject(
      {
        stderr: expect.stringContaining('Stop the product, run npm ci, then try again.') as string,
      },
    );
    expect(existsSync(installed)).toBe(true);
  },
);
