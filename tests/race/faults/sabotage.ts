import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Build } from '../build';

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url));

/** A part of the program's source, and its replacement in a sabotaged build. */
export interface Sabotage {
  /** Relative to `src`. */
  readonly file: string;
  readonly remove: string;
  readonly insert: string;
}

/** A copy of the program with a part removed. The program itself does not change. */
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

/** Replaces the text. Fails unless it occurs exactly once, because a sabotage without effect proves nothing. */
function apply(file: string, { remove, insert }: Sabotage): void {
  const parts = readFileSync(file, 'utf8').split(remove);
  if (parts.length !== 2)
    throw new Error(`“${remove}” stands ${parts.length - 1} times in ${file}, not once.`);
  writeFileSync(file, parts.join(insert));
}
