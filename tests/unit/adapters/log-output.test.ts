import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import type { LostLines, WriteBytes } from '../../../src/adapters/operations/log-output';
import { LogOutput } from '../../../src/adapters/operations/log-output';

const LINE = `${'x'.repeat(99)}\n`;
const NO_ROOM = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });

/** A disk that is full while `isFull` is set, and writes at most `atMost` bytes at once. */
function disk({ atMost = Infinity } = {}) {
  const state = { isFull: false, taken: '', attempts: 0 };
  const write: WriteBytes = (_fd, bytes, done) => {
    state.attempts += 1;
    const part = state.isFull ? bytes.subarray(0, 0) : bytes.subarray(0, atMost);
    const error = state.isFull ? NO_ROOM : null;
    state.taken += Buffer.from(part).toString();
    setImmediate(() => done(error, part.length));
  };
  return { state, write };
}

/** An output on such a disk, and a promise of its report of lost lines. */
function outputOn({ write }: ReturnType<typeof disk>) {
  let report: (lost: LostLines) => void = () => undefined;
  const lost = new Promise<LostLines>((resolve) => {
    report = resolve;
  });
  return { output: new LogOutput(1, report, write, 1), lost };
}

describe('the log output', () => {
  it('writes every line in order, however little each write takes', async () => {
    const slow = disk({ atMost: 7 });
    const { output } = outputOn(slow);
    for (let line = 1; line <= 20; line += 1) output.write(`line ${line}\n`);
    await expect.poll(() => slow.state.taken).toMatch(/line 20\n$/);
    const lines = Array.from({ length: 20 }, (_, index) => `line ${index + 1}\n`);
    expect(slow.state.taken).toBe(lines.join(''));
  });

  it('buffers lines while the disk is full, drops those beyond the limit, and reports them afterwards', async () => {
    const full = disk();
    full.state.isFull = true;
    const { output, lost } = outputOn(full);
    for (let line = 1; line <= 20_000; line += 1) output.write(LINE);
    await expect.poll(() => full.state.attempts).toBeGreaterThan(2);
    expect(full.state.taken).toBe('');

    full.state.isFull = false;
    const { lines, reason } = await lost;
    expect(reason).toBe('ENOSPC');
    expect(lines).toBeGreaterThan(0);
    expect(full.state.taken).toBe(LINE.repeat(20_000 - lines));
  });
});

/** Logs three lines to an output that fails, and reports on standard error that it still runs. */
const LOG = `
  const { makeLog } = await import('./src/adapters/operations/log.ts');
  const log = makeLog({ level: 'info', process: 'web' });
  for (const line of [1, 2, 3]) log.info({ line }, 'command');
  process.stderr.write('answered');
  process.exit(0);
`;

describe('a process with an output that cannot be written', () => {
  it('continues, and can exit', async () => {
    // A read-only file refuses every line, as a full disk does.
    const refusing = openSync('package.json', 'r');
    const args = ['--import', 'tsx', '--input-type=module', '-e', LOG];
    const child = spawn(process.execPath, args, { stdio: ['ignore', refusing, 'pipe'] });
    closeSync(refusing);
    const [output, exit] = await Promise.all([child.stderr?.toArray(), once(child, 'exit')]);
    expect(String(output)).toBe('answered');
    expect(exit).toEqual([0, null]);
  });

  it('writes its last lines when it exits normally', async () => {
    const args = ['--import', 'tsx', '--input-type=module', '-e', LOG];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    const lines = (await text(child.stdout)).trimEnd().split('\n');
    const numbers = lines.map((line) => (JSON.parse(line) as { line: number }).line);
    // The line being written is completed in addition to the buffered ones.
    expect(numbers.sort()).toEqual([1, 2, 3]);
  });
});
