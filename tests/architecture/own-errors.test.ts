import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ESLint, Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { NO_OWN_INSTANCEOF } from './own-errors.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CONFIG = fileURLToPath(new URL('eslint.config.mjs', import.meta.url));
const PLANTED = fileURLToPath(new URL('fixture/app/caught.ts', import.meta.url));

describe('instanceof of a class of ours', () => {
  it('is found where it is planted, and instanceof Error is not', () => {
    const found = new Linter().verify(
      readFileSync(PLANTED, 'utf8'),
      {
        files: ['**/*.ts'],
        languageOptions: { parser: tseslint.parser },
        rules: { 'no-restricted-syntax': ['error', NO_OWN_INSTANCEOF] },
      },
      'caught.ts',
    );

    expect(found.map(({ line, message }) => [line, message])).toEqual([
      [4, NO_OWN_INSTANCEOF.message],
    ]);
  });

  it.each([
    ['app/commands/actions.ts', true],
    ['app/sign-in/sign-in-form.tsx', true],
    ['src/bootstrap.ts', true],
    ['src/adapters/operations/operations.ts', true],
    ['src/domain/license/conflict.ts', false],
    ['src/service/content/content-service.ts', false],
  ])('is forbidden in %s: %s', async (path, isForbidden) => {
    const eslint = new ESLint({ cwd: ROOT, overrideConfigFile: CONFIG });
    const config = (await eslint.calculateConfigForFile(path)) as Linter.Config;

    const restricted: unknown = config.rules?.['no-restricted-syntax'];
    expect(JSON.stringify(restricted).includes(NO_OWN_INSTANCEOF.message)).toBe(isForbidden);
  });
});
