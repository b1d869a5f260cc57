import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { codeAmong, fullFolders, longFiles, writtenFiles } from './sizes';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const written = writtenFiles(ROOT);

const REASON = '// Longer than 300 lines on purpose: one table, which is read from top to bottom.';
const lines = (count: number) => `${Array.from({ length: count }, () => 'now();').join('\n')}\n`;

describe('the project', () => {
  it('has no folder with more than twenty files', () => {
    expect(fullFolders(written)).toEqual([]);
  });

  it('has no file of more than 300 lines without a reason in its first comment', () => {
    expect(longFiles(codeAmong(ROOT, written))).toEqual([]);
  });

  it('is really looked at: in every room, with files that give their reason', () => {
    const code = [...codeAmong(ROOT, written)];
    expect(new Set(code.map(({ path }) => path.split('/')[0]))).toEqual(
      new Set(['api', 'app', 'deploy', 'e2e', 'prisma', 'scripts', 'src', 'tests']),
    );
    const silent = code.map(({ path, text }) => ({ path, text: text.replaceAll('300 lines', '') }));
    expect(longFiles(silent).map((one) => one.replace(/: \d+$/, ''))).toContain(
      'src/domain/license/license-change.ts',
    );
  });
});

describe('a folder', () => {
  const files = (count: number, folder: string) =>
    Array.from({ length: count }, (_, index) => `${folder}/${index}.ts`);

  it('is too full with twenty-one files, whatever is in the folders below it', () => {
    expect(fullFolders([...files(20, 'app'), ...files(21, 'app/today')])).toEqual([
      'app/today: 21',
    ]);
  });
});

describe('a file', () => {
  it.each([
    ['has 300 lines', lines(300), false],
    ['has 301 lines', lines(301), true],
    ['gives a reason', `${REASON}\n\n${lines(300)}`, false],
    [
      'gives a reason below its imports',
      `import 'x';\n\n/*\n * ${REASON}\n */\n${lines(300)}`,
      false,
    ],
    ['gives a reason on two lines', `${REASON.replace('one', 'one\n//')}\n${lines(300)}`, false],
    ['gives a reason in a later comment', `// A table.\n\n${REASON}\n${lines(300)}`, true],
    ['only says that it is long', `// Longer than 300 lines on purpose.\n${lines(300)}`, true],
    ['has a reason in its code', `say('${REASON}');\n${lines(300)}`, true],
  ])('that %s', (_what, text, isTooLong) => {
    expect(longFiles([{ path: 'app/one.ts', text }]).length).toBe(isTooLong ? 1 : 0);
  });
});
