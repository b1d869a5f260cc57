import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, inject, it } from 'vitest';
import { schemaDrift } from '../../../../scripts/database/schema-engine';

// Prisma does not know constraints over periods and triggers; the tests in ../constraints do.

it('schema.prisma matches the migrations', async () => {
  expect(await drift()).toEqual({ drifted: false, text: 'No difference detected.\n' });
});

it('a column in the schema without a migration is drift', async () => {
  const { text } = await drift((schema) =>
    schema.replace('notes      String', 'notes      String\n remarks String'),
  );

  expect(text).toContain('[*] Changed the `contracts` table\n  [+] Added column `remarks`');
});

/** Compares the migrations with the schema after `edit`. */
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
