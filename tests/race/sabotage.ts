import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Build } from './build';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** A piece of the program's text, and what stands in its place in a sabotaged build. */
export interface Sabotage {
  /** Within `src`. */
  readonly file: string;
  readonly remove: string;
  readonly insert: string;
}

/** A scratch copy of the program with something taken out of it; the program itself stays as it is. */
export async function sabotagedBuild(
  sabotages: readonly Sabotage[],
): Promise<{ build: Build; remove: () => void }> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'crms-sabotage-'));
  const remove = () => rmSync(scratch, { recursive: true, force: true });
  try {
    for (const part of ['src', 'package.json', 'tests/race/build.ts'])
      cpSync(path.join(PROJECT, part), path.join(scratch, part), { recursive: true });
    symlinkSync(path.join(PROJECT, 'node_modules'), path.join(scratch, 'node_modules'));
    for (const sabotage of sabotages) apply(path.join(scratch, 'src', sabotage.file), sabotage);
    const module = (await import(path.join(scratch, 'tests/race/build.ts'))) as {
      thisBuild: Build;
    };
    return { build: module.thisBuild, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

/** Fails unless the text is there exactly once: a sabotage that misses would prove nothing. */
function apply(file: string, { remove, insert }: Sabotage): void {
  const parts = readFileSync(file, 'utf8').split(remove);
  if (parts.length !== 2)
    throw new Error(`“${remove}” stands ${parts.length - 1} times in ${file}, not once.`);
  writeFileSync(file, parts.join(insert));
}
