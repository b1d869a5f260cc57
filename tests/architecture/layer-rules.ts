import type { IForbiddenRuleType } from 'dependency-cruiser';

/** A package, wherever it is installed. */
const packages = (...names: string[]) => `(^|/)node_modules/(${names.join('|')})/`;

/** What pages are made of. A new one is added here on purpose. */
const PRESENTATION = packages(
  ...['next', 'react', 'react-dom', '@types/react', '@types/react-dom', 'zod', 'uuid'],
  ...[
    'react-hook-form',
    '@hookform',
    'react-aria-components',
    'react-aria',
    'react-stately',
    '@react-types',
    '@react-aria',
  ],
  ...[
    '@internationalized',
    '@tanstack',
    'nuqs',
    'next-themes',
    'lucide-react',
    'geist',
    'server-only',
    'csv-stringify',
    'ical-generator',
  ],
);

/** What workbooks and archives are read and written with. */
const SPREADSHEETS = packages(
  'language-subtag-registry',
  '@e965/xlsx',
  'yauzl',
  '@types/yauzl',
  'csv-stringify',
);

/** Who signs in and how often, what a program is told of, and what operators see. */
const OPERATIONS = packages(
  ...[
    'better-auth',
    '@better-auth',
    '@node-rs',
    'rate-limiter-flexible',
    'standardwebhooks',
    'ipaddr.js',
  ],
  ...['pino', 'prom-client', '@opentelemetry'],
);

const TEST_TOOLS = packages('vitest', '@vitest', 'fast-check');

/** Who may import whom. Allow-lists: what is not named is refused. */
export const LAYER_RULES: IForbiddenRuleType[] = [
  {
    name: 'domain-imports-only-itself',
    comment:
      'The rules are pure: no package, no Node module, no clock, no randomness, so they run and are tested anywhere.',
    severity: 'error',
    from: { path: '^src/domain/' },
    to: { pathNot: '^src/domain/' },
  },
  {
    name: 'service-imports-only-domain-and-itself',
    comment: 'A service function orchestrates ports; what stands behind them is not its business.',
    severity: 'error',
    from: { path: '^src/service/' },
    to: { pathNot: '^src/(domain|service)/' },
  },
  {
    name: 'wire-imports-only-the-core-and-zod',
    comment:
      'What comes in is checked before anything is done with it, for browsers and programs alike: by the core’s own rules.',
    severity: 'error',
    from: { path: '^src/wire/' },
    to: { pathNot: `^src/(domain|service|wire)/|${packages('zod')}` },
  },
  {
    name: 'stored-forms-import-only-the-domain-and-zod',
    comment:
      'What stored JSON looks like changes by a new version, not because something else has changed.',
    severity: 'error',
    from: { path: '^src/adapters/postgres/stored/' },
    to: { pathNot: `^src/domain/|^src/adapters/postgres/stored/|${packages('zod')}` },
  },
  {
    name: 'adapters-stay-below-the-app',
    comment:
      'Adapters know the core, the database and its job queue, spreadsheets, sign-in, logs and Node. They never reach up to pages or to the place that puts them together.',
    severity: 'error',
    from: { path: '^src/adapters/' },
    to: {
      pathNot: `^src/(domain|service|wire|adapters)/|${packages('@prisma', 'dataloader', 'pg', '@types/pg', 'pg-boss', 'uuid', 'zod')}|${SPREADSHEETS}|${OPERATIONS}`,
      dependencyTypesNot: ['core'],
    },
  },
  {
    name: 'bootstrap-puts-only-our-own-together',
    comment: 'The composition root is a dozen lines of `new`, and marked as server-only.',
    severity: 'error',
    from: { path: '^src/bootstrap\\.ts$' },
    to: { pathNot: `^src/|${packages('server-only')}` },
  },
  {
    name: 'app-imports-no-adapter',
    comment:
      'Pages and actions reach storage through services and views from bootstrap, so that no SQL and no Prisma type gets into them. Whose origin a request has is no storage.',
    severity: 'error',
    from: { path: '^app/' },
    to: {
      pathNot: `^(app|api)/|^src/(domain|service|wire)/|^src/(bootstrap|config)\\.ts$|^src/adapters/people/own-origin\\.ts$|${PRESENTATION}`,
    },
  },
  {
    name: 'api-imports-no-adapter',
    comment:
      'Routes stand on services that they are given, so that tests give them their own. Only the composition knows what stands behind them.',
    severity: 'error',
    from: { path: '^api/', pathNot: '^api/(composition|web)\\.ts$' },
    to: {
      pathNot: `^(api|app)/|^src/(domain|service|wire)/|${packages('hono', '@hono', 'zod', 'uuid')}`,
    },
  },
  {
    name: 'api-takes-nothing-from-pages',
    comment:
      'Programs and people are answered from the same services; what both are told alike has a room of its own.',
    severity: 'error',
    from: { path: '^api/' },
    to: { path: '^app/', pathNot: '^app/(files|words)/' },
  },
  {
    name: 'nothing-imports-the-app',
    comment: 'Every arrow points inwards; only tests look at the outside.',
    severity: 'error',
    from: { pathNot: '^(app|api|tests|e2e)/' },
    to: { path: '^app/' },
  },
  {
    name: 'fakes-and-contracts-import-only-the-core',
    comment:
      'A fake or a contract that knew the real adapter could not say whether the fake tells the truth. The list of languages is data.',
    severity: 'error',
    from: { path: '^tests/(contracts|fakes|builders)/' },
    to: {
      pathNot: `^src/(domain|service)/|^src/adapters/avails/languages\\.ts$|^tests/(contracts|fakes|builders)/|${TEST_TOOLS}`,
    },
  },
  {
    name: 'tests-do-not-import-bootstrap',
    comment: 'A test puts together what it tests; bootstrap would bring the real database along.',
    severity: 'error',
    from: { path: '^tests/' },
    to: { path: '^src/bootstrap\\.ts$' },
  },
  {
    name: 'production-imports-no-test',
    comment: 'What is served does not depend on what proves it.',
    severity: 'error',
    from: { path: '^(src|app|api|scripts|prisma)/' },
    to: { path: '^(tests|e2e|bench)/' },
  },
  {
    name: 'no-cycles',
    comment: 'Two modules that need each other are one concept cut in the wrong place.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'every-import-resolves',
    comment: 'An import that resolves to nothing would slip past every rule above.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
];
