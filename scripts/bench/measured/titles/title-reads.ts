import type { AvailabilityQuestion } from '../../../../src/domain/content/availability-question';
import type { Measurement } from '../../report';
import { PrismaAvailabilityViews } from '../../../../src/adapters/postgres/content/availability-views';
import { PrismaCalendarViews } from '../../../../src/adapters/postgres/content/calendar/calendar-views';
import { PrismaContentViews } from '../../../../src/adapters/postgres/content/content-views';
import { openDatabase } from '../../../../src/adapters/postgres/connection/database';
import { availabilityOf } from '../../../../src/domain/content/availability';
import { DateRange, isoDate } from '../../../../src/domain/values/date-range';
import { deviceNumber } from '../../../../src/domain/values/device';
import { rightsType } from '../../../../src/domain/values/rights-type';
import { territoryNumber, territoryOfNumber } from '../../../../src/domain/values/territory';
import { recordStatements } from '../../bare-driver';
import { withClient } from '../../../database/client';
import { inTurns, median, rounded } from '../../figures';
import { HandWritten } from '../../handwritten';
import { planOf } from '../plans';

const CONNECTIONS = 4;
const PAGE_SIZE = 50;
const ROUNDS = 9;
/** A person does not notice waiting for less, even with the page around it. */
const UNNOTICED_MS = 100;
const BOARD_DAYS = 90;
const MISSPELT = 'crimsen lantren';

/** A question about a title. */
export interface Asked {
  readonly id: string;
  readonly question: AvailabilityQuestion;
}

/** What the product answers about titles, each beside the best SQL by hand for the same answer, in turns. */
export async function measureTitleReads(url: string, today: string): Promise<Measurement[]> {
  const database = openDatabase(url, { connections: CONNECTIONS });
  const { prisma } = database;
  const availability = new PrismaAvailabilityViews(prisma);
  const calendar = new PrismaCalendarViews(prisma);
  const content = new PrismaContentViews(prisma);
  const hand = new HandWritten(url, CONNECTIONS);
  const asked = await someQuestions(url, 400);
  const answers = async (ids: readonly string[], question: AvailabilityQuestion) => {
    const rights = await availability.rights(ids, question);
    return rights.map((title) => {
      const [span] = availabilityOf(title, question).spans;
      return { id: title.contentId, offer: span?.available === true ? span.offer.name : null };
    });
  };
  const byHand = (ids: readonly string[], { days, ...question }: AvailabilityQuestion) =>
    hand.availability({
      contentIds: ids,
      rightsType: question.rightsType,
      territory: territoryNumber(question.territory),
      device: deviceNumber(question.device),
      day: days.startsOn,
    });
  const page = asked.slice(0, PAGE_SIZE).map(({ id }) => id);
  const span = DateRange.ofLength(isoDate(today), BOARD_DAYS);
  const [from, to] = [span.startsOn, span.endsOn ?? ''];
  const board = { filter: {}, span: span.toData(), pageSize: PAGE_SIZE };
  const search = (text: string) => () =>
    content.list({ filter: { text }, today, pageSize: PAGE_SIZE });
  const [identifier, eidr] = await someIdentifiers(url);
  try {
    await requireSameAnswers(asked, answers, byHand);
    return [
      ...(await besideHand(
        'one question about one title',
        50,
        (turn) => answers(...at(asked, turn)),
        (turn) => byHand(...at(asked, turn)),
      )),
      ...(await besideHand(
        'a page of 50 answers',
        10,
        (turn) => answers(page, at(asked, turn)[1]),
        (turn) => byHand(page, at(asked, turn)[1]),
      )),
      ...(await besideHand(
        `going dark within ${BOARD_DAYS} days`,
        5,
        () => calendar.goingDark(board),
        () => hand.board('dark', from, to, PAGE_SIZE + 1),
      )),
      ...(await besideHand(
        `gaps that begin within ${BOARD_DAYS} days`,
        5,
        () => calendar.gaps(board),
        () => hand.board('gaps', from, to, PAGE_SIZE + 1),
      )),
      ...(await besideHand('search, misspelt', 5, search(MISSPELT), () =>
        hand.misspelt(MISSPELT, PAGE_SIZE + 1),
      )),
      ...(await besideHand('search, part of a name', 5, search('crimson lantern'), () =>
        hand.spelled('crimson lantern', PAGE_SIZE + 1),
      )),
      ...(await besideHand('search, house id', 20, search(identifier), () =>
        hand.spelled(identifier, PAGE_SIZE + 1),
      )),
      ...(await besideHand('search, EIDR', 20, search(eidr), () =>
        hand.spelled(eidr, PAGE_SIZE + 1),
      )),
    ];
  } finally {
    await hand.close();
    await database.close();
  }
}

/** Pages read for one question about one title, with the indexes that were used. */
export async function explainQuestion(url: string, titles: number): Promise<Measurement[]> {
  const [first] = await someQuestions(url, 1);
  if (first === undefined) throw new Error('There are no titles.');
  const { id, question } = first;
  const statements = await recordStatements(url, (prisma) =>
    new PrismaAvailabilityViews(prisma).rights([id], question),
  );
  return withClient(url, async (client) => {
    const plans = await Promise.all(
      statements
        .filter(({ text }) => /^\s*(SELECT|WITH)/.test(text))
        .map((statement) => planOf(client, statement)),
    );
    const whole = plans.flatMap(({ wholeTables }) => wholeTables);
    const name = `one question among ${titles.toLocaleString('en-US')} titles`;
    return [
      {
        name: `${name}: pages of 8 kB read`,
        figure: plans.reduce((sum, { pages }) => sum + pages, 0),
        unit: 'pages',
        note: plans.flatMap(({ steps }) => steps).join(', '),
      },
      {
        name: `${name}: tables read from end to end`,
        figure: whole.length,
        unit: 'tables',
        goal: { atMost: 0 },
        note: whole.join(', '),
      },
    ];
  });
}

type Ask = (turn: number) => Promise<unknown>;

/** @param times how many answers a round takes the mean of */
async function besideHand(
  name: string,
  times: number,
  ours: Ask,
  theirs: Ask,
): Promise<Measurement[]> {
  const round = (ask: Ask) => {
    let turn = 0;
    return async () => {
      const start = performance.now();
      for (let count = 0; count < times; count += 1) await ask((turn += 1));
      return (performance.now() - start) / times;
    };
  };
  const ways = { ours: round(ours), theirs: round(theirs) };
  await inTurns(ways, 1);
  const figures = await inTurns(ways, ROUNDS);
  const [mine, hand] = [median(figures.ours), median(figures.theirs)];
  return [
    {
      name,
      figure: rounded(mine),
      unit: 'ms',
      goal: { atMost: UNNOTICED_MS },
      rounds: figures.ours.map(rounded),
      note: `by hand ${rounded(hand)} ms`,
    },
    {
      name: `${name}: by hand / the product`,
      figure: rounded(hand / mine),
      unit: 'ratio',
      goal: { atLeast: 0.5 },
    },
  ];
}

/** Questions to titles from all over the catalog, about rights they have, on days of theirs and on days between those. */
export async function someQuestions(url: string, count: number): Promise<Asked[]> {
  const { rows } = await withClient(url, (client) =>
    client.query<{ id: string; rights_type: string; territory: number; day: string }>(
      `SELECT DISTINCT ON (md5(c.id::text), c.id) c.id, rights_type, territories[1] AS territory,
         (a.offer_starts_on - CASE get_byte(uuid_send(c.id), 0) % 3 WHEN 0 THEN 20 ELSE 0 END)::text AS day
       FROM (SELECT id FROM content ORDER BY md5(id::text) LIMIT $1) c
         JOIN assignments a ON a.content_id = c.id JOIN licenses l ON l.id = a.license_id
       ORDER BY md5(c.id::text), c.id, md5(a.license_id::text || a.offer_starts_on)`,
      [count],
    ),
  );
  return rows.map(({ id, rights_type: type, territory, day }) => ({
    id,
    question: {
      rightsType: rightsType(type),
      territory: territoryOfNumber(territory),
      device: 'tv',
      days: DateRange.ofLength(isoDate(day), 1),
    },
  }));
}

async function someIdentifiers(url: string): Promise<[house: string, eidr: string]> {
  const { rows } = await withClient(url, (client) =>
    client.query<{ value: string }>(
      `SELECT DISTINCT ON (scheme) value FROM content_identifiers
       WHERE content_id IN (SELECT content_id FROM content_identifiers WHERE scheme = 'eidr' LIMIT 1) ORDER BY scheme DESC`,
    ),
  );
  return [rows[0]?.value ?? '', rows[1]?.value ?? ''];
}

/** Two ways that answer differently are not worth comparing. */
async function requireSameAnswers(
  asked: readonly Asked[],
  answers: (ids: readonly string[], question: AvailabilityQuestion) => Promise<readonly Answer[]>,
  byHand: (ids: readonly string[], question: AvailabilityQuestion) => Promise<readonly Answer[]>,
): Promise<void> {
  let available = 0;
  for (const { id, question } of asked) {
    const [[mine], [theirs]] = [await answers([id], question), await byHand([id], question)];
    if (mine?.offer !== theirs?.offer)
      throw new Error(`About ${id} the product and the SQL by hand say different things.`);
    if (mine?.offer !== null) available += 1;
  }
  if (available === 0 || available === asked.length)
    throw new Error('The questions are all answered alike.');
}

interface Answer {
  readonly id: string;
  readonly offer: string | null;
}

function at(asked: readonly Asked[], turn: number): [[string], AvailabilityQuestion] {
  const one = asked[turn % asked.length];
  if (one === undefined) throw new Error('Nothing is asked.');
  return [[one.id], one.question];
}
