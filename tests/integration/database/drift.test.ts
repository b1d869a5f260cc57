import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, inject, it } from 'vitest';

// What Prisma does not see of the database (constraints over periods, triggers) is tried out in constraints.test.ts.

it('schema.prisma says what the migrations make', async () => {
  expect(await drift()).toEqual({ drifted: false, text: 'No difference detected.\n' });
});

it('a column that the schema has and no migration makes is drift', async () => {
  const { text } = await drift(
    `content.replace('notes      String', 'notes      String\\n remarks String')`,
  );

  expect(text).toContain('[*] Changed the `contracts` table\n  [+] Added column `remarks`');
});

/** In a process of its own, because the engine leaves a timer behind. `edit` is made on the schema's `content` first. */
async function drift(edit = 'content'): Promise<{ drifted: boolean; text: string }> {
  const program = `
    import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
    import { tmpdir } from 'node:os';
    import path from 'node:path';
    import { schemaDrift } from './scripts/database/schema-engine.mjs';
    const prismaFolder = mkdtempSync(path.join(tmpdir(), 'crms-drift-'));
    cpSync('prisma/migrations', path.join(prismaFolder, 'migrations'), { recursive: true });
    const content = readFileSync('prisma/schema.prisma', 'utf8');
    writeFileSync(path.join(prismaFolder, 'schema.prisma'), ${edit});
    console.log(JSON.stringify(await schemaDrift(process.env.DATABASE_URL, { prismaFolder })));
    rmSync(prismaFolder, { recursive: true });
  `;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', program],
    { env: { ...process.env, DATABASE_URL: inject('clusterUrl') } },
  );
  return JSON.parse(stdout) as { drifted: boolean; text: string };
}
