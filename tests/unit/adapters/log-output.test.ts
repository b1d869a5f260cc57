import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import type { LostLines, WriteBytes } from '../../../src/adapters/operations/log-output';
import { LogOutput } from '../../../src/adapters/operations/log-output';

const LINE = `${'x'.repeat(99)}\n`;
const NO_ROOM = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });

/** A disk that is full until a test makes room, and takes at most so many bytes at once. */
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

/** An output on such a disk, and the promise of what it says of lost lines. */
function outputOn({ write }: ReturnType<typeof disk>) {
  let tell: (lost: LostLines) => void = () => undefined;
  const lost = new Promise<LostLines>((resolve) => {
    tell = resolve;
  });
  return { output: new LogOutput(1, (said) => tell(said), write, 1), lost };
}

describe('the output of logs', () => {
  it('writes every line, in order, whatever the system takes at once', async () => {
    const slow = disk({ atMost: 7 });
    const { output } = outputOn(slow);
    for (let line = 1; line <= 20; line += 1) output.write(`line ${line}\n`);
    await expect.poll(() => slow.state.taken).toMatch(/line 20\n$/);
    const lines = Array.from({ length: 20 }, (_, index) => `line ${index + 1}\n`);
    expect(slow.state.taken).toBe(lines.join(''));
  });

  it('takes lines while the disk is full, loses those beyond its bounds, and says so once there is room', async () => {
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

/** Logs three lines to an output that refuses them, and says on standard error that it is still there. */
const LOG = `
  const { makeLog } = await import('./src/adapters/operations/log.ts');
  const log = makeLog({ level: 'info', process: 'web' });
  for (const line of [1, 2, 3]) log.info({ line }, 'command');
  process.stderr.write('answered');
  process.exit(0);
`;

describe('a process whose log cannot be written', () => {
  it('goes on with its work, and can end', async () => {
    // What is only open to be read refuses every line, as a full disk does.
    const refusing = openSync('package.json', 'r');
    const args = ['--import', 'tsx', '--input-type=module', '-e', LOG];
    const child = spawn(process.execPath, args, { stdio: ['ignore', refusing, 'pipe'] });
    closeSync(refusing);
    const [said, exit] = await Promise.all([child.stderr?.toArray(), once(child, 'exit')]);
    expect(String(said)).toBe('answered');
    expect(exit).toEqual([0, null]);
  });

  it('writes its last lines when it ends in an orderly way', async () => {
    const args = ['--import', 'tsx', '--input-type=module', '-e', LOG];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    const lines = (await text(child.stdout)).trimEnd().split('\n');
    const numbers = lines.map((line) => (JSON.parse(line) as { line: number }).line);
    // One that was just being written comes to its end beside those that were waiting.
    expect(numbers.sort()).toEqual([1, 2, 3]);
  });
});
