import { fileURLToPath } from 'node:url';
import type { ICruiseResult, IViolation } from 'dependency-cruiser';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { describe, expect, it } from 'vitest';
import { LAYER_RULES } from './layer-rules';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FIXTURE = fileURLToPath(new URL('fixture', import.meta.url));

const project = await cruised(ROOT, ['src', 'app', 'api', 'tests', 'prisma', 'scripts']);

describe('the layers', () => {
  it('import each other only inwards', () => {
    const { summary } = project;

    expect(summary.violations.map(described)).toEqual([]);
  });

  it.each(['src/domain', 'src/service', 'src/wire', 'src/adapters', 'app', 'api', 'tests'])(
    'are really looked at: %s has modules with imports',
    (layer) => {
      const own = project.modules.filter(({ source }) => source.startsWith(`${layer}/`));
      expect(own.length).toBeGreaterThan(0);
      expect(own.some(({ dependencies }) => dependencies.length > 0)).toBe(true);
    },
  );
});

describe('the rules', () => {
  it('each catch the violation that the fixture plants for it', async () => {
    const { summary } = await cruised(FIXTURE, ['src', 'app', 'api', 'tests']);

    const caught = summary.violations.map(described);
    expect(caught.toSorted()).toEqual(
      [
        'domain-imports-only-itself: src/domain/random.ts -> crypto',
        'domain-imports-only-itself: src/domain/upward.ts -> src/service/port.ts',
        'service-imports-only-domain-and-itself: src/service/shortcut.ts -> src/adapters/store.ts',
        'wire-imports-only-the-core-and-zod: src/wire/outward.ts -> src/adapters/store.ts',
        'stored-forms-import-only-the-domain-and-zod: src/adapters/postgres/stored/outward.ts -> src/adapters/store.ts',
        'adapters-stay-below-the-app: src/adapters/upward.ts -> src/bootstrap.ts',
        'bootstrap-puts-only-our-own-together: src/bootstrap.ts -> fs',
        'app-imports-no-adapter: app/page.ts -> src/adapters/store.ts',
        'api-takes-nothing-from-pages: api/list.ts -> app/page.ts',
        'api-imports-no-adapter: api/store.ts -> src/adapters/store.ts',
        'nothing-imports-the-app: src/adapters/words.ts -> app/form-state.ts',
        'adapters-stay-below-the-app: src/adapters/words.ts -> app/form-state.ts',
        'fakes-and-contracts-import-only-the-core: tests/fakes/fake-store.ts -> src/adapters/store.ts',
        'tests-do-not-import-bootstrap: tests/unit/wired.ts -> src/bootstrap.ts',
        'production-imports-no-test: app/demo.ts -> tests/fakes/fake-store.ts',
        'app-imports-no-adapter: app/demo.ts -> tests/fakes/fake-store.ts',
        'no-cycles: src/domain/chicken.ts -> src/domain/egg.ts',
        'every-import-resolves: app/lost.ts -> ./nowhere',
        'app-imports-no-adapter: app/lost.ts -> ./nowhere',
      ].toSorted(),
    );
    expect(new Set(summary.violations.map(({ rule }) => rule.name))).toEqual(
      new Set(LAYER_RULES.map(({ name }) => name)),
    );
  });
});

async function cruised(baseDir: string, folders: string[]): Promise<ICruiseResult> {
  const { output } = await cruise(
    folders,
    {
      baseDir,
      validate: true,
      ruleSet: { forbidden: LAYER_RULES },
      // Sees imports of types, which compile to nothing.
      tsPreCompilationDeps: true,
      doNotFollow: { path: ['node_modules', 'src/adapters/generated'] },
      exclude: { path: '^tests/architecture/fixture/' },
    },
    {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      alias: { '@': `${ROOT}app` },
    },
    { tsConfig: extractTSConfig(`${ROOT}tsconfig.json`) },
  );
  if (typeof output === 'string') throw new Error(`Nothing was cruised: ${output}`);
  return output;
}

function described({ rule, from, to }: IViolation): string {
  return `${rule.name}: ${from} -> ${to}`;
}
