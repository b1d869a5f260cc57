import type { LicenseFilter, LicenseListQuery } from '../../../src/service/license/license-views';
import type { Measurement } from '../report';
import { openDatabase } from '../../../src/adapters/postgres/connection/database';
import { PrismaLicenseViews } from '../../../src/adapters/postgres/license/license-views';
import { addDays, isoDate } from '../../../src/domain/values/date-range';
import { median, rounded, timed } from '../figures';

const PAGE_SIZE = 50;
const REPETITIONS = 15;
/** How far into the list the deep page lies. */
const DEPTH = 50_000;

/** What the list and the license page ask the database for, one at a time: milliseconds, queries, bytes of the answer. */
export async function measureReadSide(
  url: string,
  today: string,
  licenseIds: readonly string[],
): Promise<Measurement[]> {
  const database = openDatabase(url, { connections: 4 });
  const { prisma, pool } = database;
  let queries = 0;
  pool.on('acquire', () => {
    queries += 1;
  });
  const views = new PrismaLicenseViews(prisma);
  const measure = async (name: string, ask: () => Promise<unknown>): Promise<Measurement> => {
    await ask();
    queries = 0;
    const answer = await ask();
    const [asked, bytes] = [queries, JSON.stringify(answer).length];
    const rounds: number[] = [];
    for (let turn = 0; turn < REPETITIONS; turn += 1) rounds.push(await timed(ask));
    const note = `${asked} ${asked === 1 ? 'query' : 'queries'}, ${bytes.toLocaleString('en-US')} bytes`;
    return { name, figure: rounded(median(rounds)), unit: 'ms', rounds: rounds.map(rounded), note };
  };
  const list = (change: Partial<LicenseListQuery>) => () =>
    views.list({ ...first(today), ...change });
  try {
    const cursor = await cursorAt(views, today);
    const measurements = [
      await measure('list, first page', list({})),
      await measure(`list, page after ${DEPTH.toLocaleString('en-US')} rows`, list({ cursor })),
      await measure('list, last page first', list({ descending: true })),
    ];
    for (const sort of ['studio', 'starts', 'ends'] as const)
      for (const descending of [false, true])
        measurements.push(
          await measure(
            `list by ${sort}${descending ? ', falling' : ''}`,
            list({ sort, descending }),
          ),
        );
    for (const [name, filter] of FILTERS)
      measurements.push(await measure(`list, ${name}`, list({ filter })));
    for (const id of licenseIds)
      measurements.push(
        await measure(`license with ${await offersOf(views, id)} offers`, () => views.license(id)),
      );
    return measurements;
  } finally {
    await database.close();
  }
}

const FILTERS: readonly (readonly [name: string, filter: LicenseFilter])[] = [
  ['text of one license', { text: 'slate 73' }],
  ['text of many', { text: 'library' }],
  ['text of two letters', { text: 'ge' }],
  ['text of none', { text: 'zzz' }],
  ['a studio', { studio: 'Quartz Films' }],
  ['a rights type', { rightsType: 'PVOD' }],
  ['a small territory', { territory: 'IS' }],
  ['a territory of few', { territory: 'TV' }],
  ['a device', { device: 'console' }],
  ['current', { status: 'current' }],
  ['upcoming', { status: 'upcoming' }],
  ['ended', { status: 'ended' }],
  ['expiring within 7 days', { expiringWithin: 7 }],
  ['expiring within 90 days', { expiringWithin: 90 }],
  [
    'studio, rights, territory, current',
    { studio: 'Quartz Films', rightsType: 'PVOD', territory: 'DE', status: 'current' },
  ],
];

function first(today: string): LicenseListQuery {
  const day = isoDate(today);
  return {
    filter: {},
    sort: 'name',
    descending: false,
    today,
    strip: { startsOn: addDays(day, -330), endsOn: addDays(day, 400) },
    pageSize: PAGE_SIZE,
  };
}

/** The cursor of the page that lies deep in the list, found as a person would find it, in large steps. */
async function cursorAt(views: PrismaLicenseViews, today: string): Promise<string> {
  let cursor: string | undefined;
  for (let row = 0; row < DEPTH; row += 2_000) {
    const { next } = await views.list({ ...first(today), cursor, pageSize: 2_000 });
    if (next === null) break;
    cursor = next;
  }
  if (cursor === undefined) throw new Error('The list has one page.');
  return cursor;
}

async function offersOf(views: PrismaLicenseViews, id: string): Promise<string> {
  return ((await views.license(id))?.offers.length ?? 0).toLocaleString('en-US');
}
