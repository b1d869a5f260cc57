import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rotateLog } from '../../../scripts/processes/log-rotation';

let folder: string;
let file: string;
/** As a program has it that was started with the log as its output. */
let program: number;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'crms-log-'));
  file = path.join(folder, 'web.log');
  program = openSync(file, 'a');
});

afterEach(() => {
  closeSync(program);
  rmSync(folder, { recursive: true, force: true });
});

const limits = { maxBytes: 10, maxParts: 2 };
const contents = (name: string) => readFileSync(path.join(folder, name), 'utf8');

describe('a log that grows too large', () => {
  it('is put aside whole, and its program goes on writing to an empty one', () => {
    writeSync(program, 'the first lines\n');
    rotateLog(file, limits);
    writeSync(program, 'the next\n');
    expect(contents('web.log.1')).toBe('the first lines\n');
    expect(contents('web.log')).toBe('the next\n');
  });

  it('keeps the newest parts and no more of them', () => {
    for (const lines of ['the 1st lines\n', 'the 2nd lines\n', 'the 3rd lines\n']) {
      writeSync(program, lines);
      rotateLog(file, limits);
    }
    writeSync(program, 'now\n');
    expect(contents('web.log')).toBe('now\n');
    expect(contents('web.log.1')).toBe('the 3rd lines\n');
    expect(contents('web.log.2')).toBe('the 2nd lines\n');
    expect(existsSync(`${file}.3`)).toBe(false);
  });

  it('is left alone while it is small, or not there', () => {
    writeSync(program, 'few\n');
    rotateLog(file, limits);
    rotateLog(path.join(folder, 'jobs.log'), limits);
    expect(contents('web.log')).toBe('few\n');
    expect(existsSync(`${file}.1`)).toBe(false);
  });
});
