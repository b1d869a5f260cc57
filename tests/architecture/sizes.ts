import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Most files in a folder, and most lines in a file that gives no reason. */
const MOST_FILES = 20;
const MOST_LINES = 300;

/** Where people write; the rest of the project's folder is installed, built or measured. */
const ROOMS = 'api app deploy docs e2e prisma public scripts src tests'.split(' ');

/** What is made by programs, and records that are only added to. */
const NOT_MEANT = new Set([
  'docs/decisions',
  'prisma/migrations',
  'src/adapters/generated',
  'tests/api-client/paths.ts',
]);

const CODE = /\.(ts|tsx|mts|mjs|js|css|prisma|py|go|sh)$/;

/** How a comment begins, whatever the language. */
const COMMENT = /^\s*(\/\/|\/\*|\{\/\*|#)/;

export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** The files that people write below a folder, by their paths from there, in the order of these. */
export function writtenFiles(root: string): string[] {
  const below = (folder: string): string[] =>
    readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const place = path.posix.join(folder, entry.name);
      if (NOT_MEANT.has(place)) return [];
      return entry.isDirectory() ? below(place) : [place];
    });
  return ROOMS.flatMap(below).toSorted();
}

/** Each folder that holds more than twenty files, and how many: `app/today: 23`. Folders in it do not count. */
export function fullFolders(paths: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const one of paths) {
    const folder = path.posix.dirname(one);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count > MOST_FILES)
    .map(([folder, count]) => `${folder}: ${count}`);
}

/** Those of these files that are code, to be read one by one. */
export function* codeAmong(root: string, paths: readonly string[]): Generator<SourceFile> {
  for (const one of paths)
    if (CODE.test(one)) yield { path: one, text: readFileSync(path.join(root, one), 'utf8') };
}

/** Each file of more than 300 lines whose first comment does not say why, and how many lines it has. */
export function longFiles(files: Iterable<SourceFile>): string[] {
  return Array.from(files).flatMap(({ path: place, text }) => {
    const lines = text.replace(/\n$/, '').split('\n');
    if (lines.length <= MOST_LINES || givesReason(firstComment(lines))) return [];
    return [`${place}: ${lines.length}`];
  });
}

/** The lines of the first comment, up to the first line of code or blank line after it. */
function firstComment(lines: readonly string[]): string {
  const start = lines.findIndex((line) => COMMENT.test(line));
  if (start === -1) return '';
  const isBlock = /^\s*\{?\/\*/.test(lines[start] ?? '');
  const rest = lines.slice(start);
  const end = isBlock
    ? rest.findIndex((line) => line.includes('*/')) + 1
    : rest.findIndex((line) => !COMMENT.test(line));
  return rest.slice(0, end === -1 ? rest.length : end).join(' ');
}

/** Names the limit, and goes on after a colon with what speaks for the length. */
function givesReason(comment: string): boolean {
  return new RegExp(`${MOST_LINES} lines[^:.]*: \\S+(\\s+\\S+){4,}`).test(comment);
}
