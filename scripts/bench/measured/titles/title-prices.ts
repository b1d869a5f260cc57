import type {
  Availability,
  AvailabilityQuestion,
} from '../../../../src/domain/content/availability-question';
import type { Measurement } from '../../report';
import type { Asked } from './title-reads';
import { PrismaAvailabilityViews } from '../../../../src/adapters/postgres/content/availability-views';
import { PrismaContentViews } from '../../../../src/adapters/postgres/content/content-views';
import { openDatabase } from '../../../../src/adapters/postgres/connection/database';
import { withClient } from '../../../database/client';
import { availabilityOf } from '../../../../src/domain/content/availability';
import { languageTag } from '../../../../src/domain/values/language-tag';
import { beginLoading } from '../bulk-loading';
import { median, rounded, timed } from '../../figures';
import { someQuestions } from './title-reads';

const CONNECTIONS = 4;
const PAGE_SIZE = 50;
const ROUNDS = 25;
const WARM_UP = 3;
/** What formats, languages and tiers may cost. */
const GOAL = 1.2;

/**
 * Gives a catalog of `loadTitles` what studios really license: two licenses of three name their formats and languages and hold
 * one back, two offers of three have a price for each of three formats, and of those every other one names a tier. Each studio
 * has a price table of ten tiers, in five columns for each rights type and format, with prices from two days on.
 */
export async function giveFormatsAndTiers(url: string): Promise<void> {
  await withClient(url, async (client) => {
    await beginLoading(client);
    await client.query("SET work_mem = '256MB'");
    for (const statement of [LICENSES, OFFERS, PRICE_TABLES, PRICES]) await client.query(statement);
    await client.query('VACUUM (FULL, ANALYZE) licenses');
    await client.query('VACUUM (FULL, ANALYZE) offers');
    await client.query('VACUUM (ANALYZE) prices, price_tables, assignments, content');
  });
}

/**
 * What availability takes with prices by format, languages and tiers, relative to the same catalog with one line of prices for
 * all formats and languages: both in one run, in turns.
 *
 * @param plain the address of a catalog of `loadTitles`
 * @param priced that of its copy after `giveFormatsAndTiers`
 */
export async function measureTitlePrices(
  plain: string,
  priced: string,
  today: string,
): Promise<Measurement[]> {
  const asked = await someQuestions(plain, 400);
  const [old, now] = [reader(plain, asked, today), reader(priced, asked, today)];
  try {
    // A process keeps the price tables that it has read.
    await Promise.all([old, now].map(async ({ askAll }) => askAll()));
    requireTiers(await now.askAll());
    return [
      ...(await beside('one question about one title', 50, old.one(), now.one())),
      ...(await beside('the same in a format and a language', 50, old.one(), now.one(SPOKEN))),
      ...(await beside('a page of 50 answers', 10, old.page(), now.page())),
      ...(await beside('the answers of all titles, counted', 4, old.tally(), now.tally(SPOKEN))),
    ];
  } finally {
    await Promise.all([old.close(), now.close()]);
  }
}

const SPOKEN = { format: 'HD', language: languageTag('en') ?? undefined } as const;

type Narrower = Partial<Pick<AvailabilityQuestion, 'format' | 'language'>>;
type Ask = (turn: number) => Promise<unknown>;

function reader(url: string, asked: readonly Asked[], today: string) {
  const database = openDatabase(url, { connections: CONNECTIONS });
  const { prisma } = database;
  const availability = new PrismaAvailabilityViews(prisma);
  const content = new PrismaContentViews(prisma);
  const page = asked.slice(0, PAGE_SIZE).map(({ id }) => id);
  const at = (turn: number) => {
    const one = asked[turn % asked.length];
    if (one === undefined) throw new Error('Nothing is asked.');
    return one;
  };
  const answers = async (ids: readonly string[], question: AvailabilityQuestion) =>
    (await availability.rights(ids, question)).map((title) => availabilityOf(title, question));
  return {
    askAll: async () => {
      const all: Availability[] = [];
      for (const { id, question } of asked) all.push(...(await answers([id], question)));
      return all;
    },
    one:
      (narrower: Narrower = {}): Ask =>
      (turn) =>
        answers([at(turn).id], { ...at(turn).question, ...narrower }),
    page: (): Ask => (turn) => answers(page, at(turn).question),
    tally:
      (narrower: Narrower = {}): Ask =>
      (turn) =>
        content.tally({ filter: {}, today, question: { ...at(turn).question, ...narrower } }),
    close: () => database.close(),
  };
}

/**
 * Asks both in turns, question by question, so that both see the same machine.
 *
 * @param times how many answers of each a round takes the mean of
 */
async function beside(name: string, times: number, old: Ask, now: Ask): Promise<Measurement[]> {
  const [before, after]: [number[], number[]] = [[], []];
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const [first, second] = [{ ms: 0 }, { ms: 0 }];
    for (let count = 0; count < times; count += 1) {
      const turn = round * times + count;
      const pair = [() => add(first, () => old(turn)), () => add(second, () => now(turn))];
      for (const ask of turn % 2 === 0 ? pair : pair.reverse()) await ask();
    }
    if (round < WARM_UP) continue;
    before.push(first.ms / times);
    after.push(second.ms / times);
  }
  const ratios = after.map((ms, index) => ms / (before[index] ?? ms));
  return [
    {
      name,
      figure: rounded(median(after)),
      unit: 'ms',
      note: `one price for all formats ${rounded(median(before))} ms`,
    },
    {
      name: `${name}: relative to one price for all formats and languages`,
      figure: rounded(median(ratios)),
      unit: 'ratio',
      goal: { atMost: GOAL },
      rounds: ratios.map(rounded),
    },
  ];
}

async function add(total: { ms: number }, ask: () => Promise<unknown>): Promise<void> {
  total.ms += await timed(ask);
}

/** A catalog that answers without tiers is not worth comparing. */
function requireTiers(answers: readonly Availability[]): void {
  const given = answers.flatMap(({ spans }) => spans.flatMap((one) => (one.available ? one : [])));
  const lists = given.filter(({ prices }) => prices.length > 1).length;
  const tiers = given.filter(({ prices }) =>
    prices.some(({ tier, price }) => tier !== null && price !== null),
  ).length;
  if (tiers * 10 < answers.length || lists * 4 < answers.length)
    throw new Error(`${tiers} answers have the amount of a tier, and ${lists} several prices.`);
}

const LICENSES = `
  UPDATE licenses SET formats = '{1,2,3}', languages = '{en,es,fr,de,ja}', held_back = '{fr-CA}'
  WHERE get_byte(uuid_send(id), 3) % 3 > 0`;

const OFFERS = `
  UPDATE offers o SET prices = CASE get_byte(uuid_send(license_id), 5) % 2
    WHEN 0 THEN jsonb_build_array(jsonb_build_array(1, 'WSP', tier), jsonb_build_array(2, 'WSP', tier), jsonb_build_array(3, 'WSP', tier))
    ELSE jsonb_build_array(jsonb_build_array(1, 'WSP', 499, 'USD'), jsonb_build_array(2, 'WSP', 799, 'USD'), jsonb_build_array(3, 'WSP', 1299, 'USD')) END
  FROM licenses l CROSS JOIN LATERAL (SELECT 'Tier ' || 1 + get_byte(uuid_send(l.id), 7) % 10) AS named (tier)
  WHERE l.id = o.license_id AND get_byte(uuid_send(l.id), 3) % 3 > 0`;

const PRICE_TABLES = `
  INSERT INTO price_tables (id, studio, version)
  SELECT pg_temp.id_of('prices' || studio), studio, 1 FROM contracts GROUP BY studio`;

/** Numbers of formats and territories in storage, as the product reads them. */
const PRICES = `
  INSERT INTO prices (price_table_id, rights_type, kind, format, territory, currency, tier, starts_on, amount)
  SELECT t.id, r.rights_type, 'WSP', f.format, c.territory, c.currency, 'Tier ' || n, d.day,
    100 * n + 200 * f.format + c.territory % 7
  FROM price_tables t
    CROSS JOIN (SELECT DISTINCT rights_type FROM licenses) r
    CROSS JOIN generate_series(1, 3) AS f (format)
    CROSS JOIN generate_series(1, 10) n
    CROSS JOIN (VALUES (0, 'USD'), (0, 'EUR'), (124, 'CAD'), (826, 'GBP'), (392, 'JPY')) AS c (territory, currency)
    CROSS JOIN (VALUES (date '2012-01-01'), (date '2027-01-01')) AS d (day)`;
