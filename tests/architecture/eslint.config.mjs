import { fileURLToPath } from 'node:url';
import { defineConfig } from 'eslint/config';
import next from 'eslint-config-next/core-web-vitals';
import tseslint from 'typescript-eslint';
import { BUNDLED, NO_OWN_INSTANCEOF } from './own-errors.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What Node gives every script. */
const NODE_GLOBALS = Object.fromEntries(
  [
    ...[
      'AbortController',
      'AbortSignal',
      'Buffer',
      'URL',
      'WebAssembly',
      'clearTimeout',
      'console',
    ],
    ...[
      'crypto',
      'fetch',
      'performance',
      'process',
      'setImmediate',
      'setTimeout',
      'structuredClone',
    ],
    ...['clearInterval', 'setInterval', 'TextDecoder', 'TextEncoder', 'URLSearchParams'],
  ].map((name) => [name, 'readonly']),
);

const LOCAL_PARTS = 'FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds';
const LOCAL_TIME = 'The result depends on the time zone of the process.';

const FORBIDDEN_SYNTAX = [
  'error',
  {
    // Aggregates have verbs, values are replaced: nobody assigns a property that runs code.
    selector: 'MethodDefinition[kind="set"], Property[kind="set"]',
    message: 'No setters: name the verb, or replace the value.',
  },
  {
    selector: `CallExpression[callee.property.name=/^([gs]et(${LOCAL_PARTS})|getTimezoneOffset)$/]`,
    message: `${LOCAL_TIME} Use the UTC methods, or src/domain/values/date-range.ts.`,
  },
  {
    selector: 'CallExpression[callee.property.name=/^to(Locale)?(Date|Time)String$/]',
    message: `${LOCAL_TIME} Use Intl.DateTimeFormat with a timeZone.`,
  },
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length>1]',
    message: `${LOCAL_TIME} Use Date.UTC.`,
  },
  {
    selector:
      'NewExpression[callee.property.name="DateTimeFormat"]:not(:has(Property[key.name="timeZone"]))',
    message: `${LOCAL_TIME} Name a timeZone.`,
  },
];

/** An empty variable is one that is not set; `??` would take it for a value. */
const NO_EMPTY_VARIABLES = {
  selector:
    'LogicalExpression[operator="??"][left.object.object.name="process"][left.object.property.name="env"], AssignmentExpression[operator="??="][left.object.object.name="process"][left.object.property.name="env"]',
  message: 'An empty environment variable counts as unset: use || instead of ??.',
};

/** Rules about syntax alone, and those of React and Next. What needs types is in `.oxlintrc.json`. */
export default defineConfig(
  {
    ignores: [
      '**/node_modules/**',
      '.next*/**',
      '.data/**',
      'dist/**',
      'src/adapters/generated/**',
      'test-results/**',
      'playwright-report/**',
      'next-env.d.ts',
      // Generated from the OpenAPI document.
      'tests/api-client/paths.ts',
      // Planted violations; layers.test.ts reads them.
      'tests/architecture/fixture/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  {
    files: ['**/*.{ts,tsx,mts}'],
    languageOptions: { parser: tseslint.parser },
    rules: { 'no-restricted-syntax': FORBIDDEN_SYNTAX },
  },

  {
    files: ['**/*.mjs'],
    languageOptions: { sourceType: 'module', globals: NODE_GLOBALS },
    rules: {
      eqeqeq: 'error',
      'no-const-assign': 'error',
      'no-dupe-keys': 'error',
      'no-fallthrough': 'error',
      'no-restricted-syntax': FORBIDDEN_SYNTAX,
      'no-undef': 'error',
      'no-unreachable': 'error',
      'no-unused-vars': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },

  {
    files: ['app/**/*.{ts,tsx}', 'src/**/*.ts', 'scripts/**/*.{ts,mjs}', '*.{ts,mjs}'],
    ignores: ['scripts/test.ts', 'scripts/testing/**'],
    rules: { 'no-restricted-syntax': [...FORBIDDEN_SYNTAX, NO_EMPTY_VARIABLES] },
  },
  {
    ...BUNDLED,
    rules: {
      'no-restricted-syntax': [...FORBIDDEN_SYNTAX, NO_EMPTY_VARIABLES, NO_OWN_INSTANCEOF],
    },
  },
  ...next.map((config) =>
    config.ignores !== undefined && config.files === undefined
      ? config
      : { ...config, files: ['app/**/*.{ts,tsx}'] },
  ),
  {
    files: ['app/**/*.{ts,tsx}'],
    // The plugin asks an interface of ESLint that 9 has deprecated, unless it is told the version.
    settings: { react: { version: '19.3' }, next: { rootDir: ROOT } },
    languageOptions: { parser: tseslint.parser },
  },
  {
    files: ['app/**/*.tsx'],
    ignores: ['app/ui/link.tsx'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          name: 'next/link',
          importNames: ['default'],
          message: 'It fetches every page whose link is in view: use app/ui/link.tsx.',
        },
      ],
    },
  },
);
