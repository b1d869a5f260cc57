import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BenchCluster } from './bench/cluster';
import type { Measurement, Section } from './bench/report';
import type { Surroundings } from './bench/surroundings';
import { measureApi } from './bench/measured/api';
import { measureApiMemory } from './bench/measured/api-memory';
import { measureSignIns } from './bench/measured/sign-ins';
import { startApp } from './bench/app-server';
import { measureAvailsCheck } from './bench/measured/imports/avails-check';
import { measureAvailsCommit } from './bench/measured/imports/avails-commit';
import { loadLicenses } from './bench/catalog';
import { openBenchCluster } from './bench/cluster';
import { measureClosings } from './bench/measured/closings';
import { measureEvents } from './bench/measured/events';
import { measureIdle } from './bench/measured/idle';
import { measureImportGrowth } from './bench/measured/imports/import-growth';
import { measureVersions } from './bench/measured/versions';
import { measureFirstLoad } from './bench/measured/first-load';
import { loadMarket } from './bench/measured/market';
import { measureJointClosings } from './bench/measured/joint-closings';
import { measureMemory } from './bench/measured/memory';
import { measurePages } from './bench/measured/pages';
import { measurePageCosts } from './bench/measured/page-costs';
import { measureScreens } from './bench/measured/screens';
import { measureReadSide } from './bench/measured/read-side';
import { isMet, table } from './bench/report';
import { surroundings } from './bench/surroundings';
import { measureThroughput } from './bench/measured/throughput';
import { measureTimelineSize } from './bench/measured/timeline-size';
import { explainQuestion, measureTitleReads } from './bench/measured/titles/title-reads';
import { giveFormatsAndTiers, measureTitlePrices } from './bench/measured/titles/title-prices';
import { licensesFor, loadTitles } from './bench/measured/titles/titles';
import { withClient } from './database/client';
import { endProcessGroupsWithCommand } from './processes/process-group';

/**
 * Measures what the product promises, prints it as tables and writes `test-results/bench.json`. Parts can be named, `throughput`,
 * `size`, `closings`, `contracts`, `market`, `titles`, `avails`, `events`, `api`, `api-memory`, `sign-ins`, `imports`, `versions`, `idle`, `page-costs`, `screens`, to
 * measure only those. In the file each part stands with when and on what it was taken last.
 */
const PARTS = {
  throughput: async (cluster: BenchCluster) => [
    {
      title: '(a) One generated offer, 8 in flight',
      measurements: await measureThroughput(cluster),
    },
  ],
  size: async (cluster: BenchCluster) => [
    {
      title: '(b) One more offer in a larger license',
      measurements: await measureTimelineSize(cluster),
    },
  ],
  closings: async (cluster: BenchCluster) => [
    { title: '(l) Ends of rights over many titles', measurements: await measureClosings(cluster) },
  ],
  contracts: async (cluster: BenchCluster) => [
    {
      title: '(m) The end of all licenses of a contract',
      measurements: await measureJointClosings(cluster),
    },
  ],
  market: measureMarket,
  titles: measureTitles,
  avails: measureAvails,
  events: async (cluster: BenchCluster) => [
    {
      title: '(j) From a commit to another process that follows',
      measurements: await measureEvents(cluster),
    },
  ],
  api: async (cluster: BenchCluster) => [
    {
      title: '(k) The HTTP API beside its ceiling, 16 connections',
      measurements: await measureApi(cluster),
    },
  ],
  'api-memory': async (cluster: BenchCluster) => [
    { title: '(m) Ten minutes of the HTTP API', measurements: await measureApiMemory(cluster) },
  ],
  'sign-ins': async (cluster: BenchCluster) => [
    { title: '(n) Signing in', measurements: await measureSignIns(cluster) },
  ],
  imports: measureImports,
  versions: async (cluster: BenchCluster) => [
    {
      title: '(p) Long histories and large contracts',
      measurements: await measureVersions(cluster),
    },
  ],
  idle: async (cluster: BenchCluster) => [
    { title: '(q) Nobody there', measurements: await measureIdle(cluster) },
  ],
  'page-costs': async (cluster: BenchCluster) => [
    {
      title: '(t) Pages of the demo and a server action, one after another',
      measurements: await measurePageCosts(cluster),
    },
  ],
  screens: async (cluster: BenchCluster) => [
    {
      title: '(s) Large screens in Chromium, its processor slowed down four times',
      measurements: await measureScreens(cluster),
    },
  ],
} satisfies Record<string, (cluster: BenchCluster) => Promise<Section[]>>;

type Part = keyof typeof PARTS;

const LATEST = 'test-results/bench.json';

const MARKET = { contracts: 5_000, licenses: 100_000 };
const LICENSES_PER_CONTRACT = 20;
const COMMANDED = 500;
/** The first to see what grows with the catalog, the second to measure everything on. */
const CATALOGS = { small: 10_000, large: 100_000 };

async function measureMarket(cluster: BenchCluster): Promise<Section[]> {
  const url = await cluster.database('market');
  const today = new Date().toISOString().slice(0, 10);
  await loadMarket(url, MARKET);
  const long = { from: '1990-01-01', offerDays: 3, gapDays: 1 };
  const [large = ''] = await loadLicenses(url, {
    batch: 'Large',
    licenses: 1,
    offersEach: 10_000,
    ...long,
  });
  const commanded = await loadLicenses(url, {
    batch: 'Commanded',
    licenses: COMMANDED,
    offersEach: 10,
    ...long,
  });
  const ordinary = await someLicense(url);
  const readSide = await measureReadSide(url, today, [ordinary, large]);
  const app = await startApp(url);
  try {
    const [list, license] = ['/licenses', `/licenses/${ordinary}`];
    const pages = await measurePages(app, url, [
      ['list', list],
      ['list by last day, falling', '/licenses?sort=ends&dir=desc'],
      ['list, search', '/licenses?q=library'],
      ['license with 10 offers', license],
      ['license with 10,000 offers', `/licenses/${large}`],
      ['contracts', '/contracts'],
      ['history', '/history'],
    ]);
    const firstLoad = await measureFirstLoad(app, [
      ['list', list, 220],
      ['license', license, 260],
      ['contracts', '/contracts', null],
      ['content', '/content', null],
      ['availability', '/availability', null],
      ['calendar', '/calendar', null],
      ['history', '/history', null],
    ]);
    const memory = await measureMemory(app, commanded);
    const title = '(c) 100,000 licenses, 1,000,000 offers';
    return [
      { title: `${title}: the views`, measurements: readSide },
      { title: `${title}: whole pages over HTTP`, measurements: pages },
      { title: '(d) First-load JavaScript, gzip', measurements: firstLoad },
      { title: '(e) Resident memory of the app', measurements: memory },
    ];
  } finally {
    await app.stop();
  }
}

async function measureTitles(cluster: BenchCluster): Promise<Section[]> {
  const today = new Date().toISOString().slice(0, 10);
  const { small, large } = CATALOGS;
  const [few, many] = [await cluster.database('few_titles'), await cluster.database('titles')];
  await loadCatalog(few, small);
  const plans = await explainQuestion(few, small);
  const loading = await loadCatalog(many, large);
  const answers = await measureTitleReads(many, today);
  const plansOfMany = await explainQuestion(many, large);
  const priced = await cluster.copy('titles', 'priced_titles');
  await giveFormatsAndTiers(priced);
  const title = '(f) 100,000 titles, 100,000 licenses, 1,000,000 offers, 2,000,000 assignments';
  return [
    { title: `${title}: loading`, measurements: loading },
    { title: `${title}: answers`, measurements: answers },
    {
      title: '(g) What a question that names one title costs',
      measurements: [...plans, ...plansOfMany],
    },
    {
      title: '(r) Availability with prices by format, languages and tiers',
      measurements: await measureTitlePrices(many, priced, today),
    },
  ];
}

/** Scaled down: the catalogs of the titles part take minutes to load. */
const IMPORTED_INTO = { small: 1_000, large: 20_000 };

async function measureImports(cluster: BenchCluster): Promise<Section[]> {
  const [empty, few, many] = [
    await cluster.database('import_empty'),
    await cluster.database('import_few'),
    await cluster.database('import_many'),
  ];
  const { small, large } = IMPORTED_INTO;
  await loadCatalog(few, small);
  await loadCatalog(many, large);
  const catalogs = { small: { url: few, titles: small }, large: { url: many, titles: large } };
  return [
    {
      title: '(o) An import of 4,000 titles with a license each',
      measurements: await measureImportGrowth(empty, catalogs),
    },
  ];
}

async function measureAvails(cluster: BenchCluster): Promise<Section[]> {
  return [
    {
      title: '(h) Avails: 20,000 rows of 80 columns, read and checked',
      measurements: await measureAvailsCheck(),
    },
    {
      title: '(i) Avails: 20,000 rows committed',
      measurements: await measureAvailsCommit(cluster),
    },
  ];
}

/** A market with just the licenses that its titles have offers of. */
async function loadCatalog(url: string, titles: number): Promise<Measurement[]> {
  const licenses = licensesFor(titles);
  await loadMarket(url, { contracts: Math.ceil(licenses / LICENSES_PER_CONTRACT), licenses });
  return loadTitles(url, titles);
}

async function someLicense(url: string): Promise<string> {
  const { rows } = await withClient(url, (client) =>
    client.query<{ id: string }>(
      `SELECT id FROM licenses WHERE name LIKE 'Quiet concerts %' LIMIT 1`,
    ),
  );
  return rows[0]?.id ?? '';
}

function keep(part: Part, measured: Surroundings & { readonly sections: readonly Section[] }) {
  const known = existsSync(LATEST) ? (JSON.parse(readFileSync(LATEST, 'utf8')) as object) : {};
  mkdirSync(path.dirname(LATEST), { recursive: true });
  writeFileSync(LATEST, `${JSON.stringify({ ...known, [part]: measured }, null, 2)}\n`);
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0)
  throw new Error(`There is nothing called ${unknown.join(', ')} to measure.`);
const parts = (Object.keys(PARTS) as Part[]).filter(
  (name) => wanted.length === 0 || wanted.includes(name),
);

endProcessGroupsWithCommand();
const cluster = await openBenchCluster();
const taken = surroundings(cluster.version);
const sections: Section[] = [];
try {
  for (const part of parts) {
    const measured = await PARTS[part](cluster);
    for (const section of measured) console.log(table(section));
    keep(part, { ...taken, sections: measured });
    sections.push(...measured);
  }
} finally {
  await cluster.stop();
}

const missed = sections.flatMap(({ measurements }) => measurements).filter((one) => !isMet(one));
console.log(
  missed.length === 0
    ? '\nEvery goal is met.'
    : `\nMissed: ${missed.map(({ name }) => name).join('; ')}.`,
);
