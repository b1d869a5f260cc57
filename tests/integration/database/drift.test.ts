import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, inject, it } from 'vitest';
import { schemaDrift } from '../../../scripts/database/schema-engine';

// What Prisma does not see of the database (constraints over periods, triggers) is tried out in constraints.test.ts.

it('schema.prisma says what the migrations make', async () => {
  expect(await drift()).toEqual({ drifted: false, text: 'No difference detected.\n' });
});

it('a column that the schema has and no migration makes is drift', async () => {
  const { text } = await drift((schema) =>
    schema.replace('notes      String', 'notes      String\n remarks String'),
  );

  expect(text).toContain('[*] Changed the `contracts` table\n  [+] Added column `remarks`');
});

/** `edit` is made on the schema first. */
async function drift(edit = (schema: string) => schema) {
  const prismaFolder = mkdtempSync(path.join(tmpdir(), 'crms-drift-'));
  try {
    cpSync('prisma/migrations', path.join(prismaFolder, 'migrations'), { recursive: true });
    const schema = readFileSync('prisma/schema.prisma', 'utf8');
    writeFileSync(path.join(prismaFolder, 'schema.prisma'), edit(schema));
    return await schemaDrift(inject('clusterUrl'), { prismaFolder });
  } finally {
    rmSync(prismaFolder, { recursive: true });
  }
}
