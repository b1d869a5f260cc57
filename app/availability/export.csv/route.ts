import { stringify } from 'csv-stringify/sync';
import type { AvailabilityQuestion } from '../../../src/domain/content/availability-question';
import type { IsoDate } from '../../../src/domain/values/date-range';
import type { Asked } from '../question';
import { today } from '@/today';
import { requirePerson } from '@/person';
import { neutralized } from '../../../src/domain/avails/cell-text';
import { COUNT_LIMIT } from '../../../src/service/page';
import { ANSWER_COLUMNS, answerRows } from '../answer-table';
import { answerViews } from '../answer-views';
import type { AnsweredPage } from '../../../src/service/content/answered-titles';
import { answeredTitles } from '../../../src/service/content/answered-titles';
import { askedQuestion, unknownTitles } from '../question';
import { questionAddress } from '../question-address';

export const dynamic = 'force-dynamic';

const PAGE_SIZE = 250;
/** Makes spreadsheets read the file as UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Streams the answers to the question in the URL as CSV, one page of titles at a time. */
export async function GET(request: Request): Promise<Response> {
  const day = today();
  const { searchParams } = new URL(request.url);
  const asked = askedQuestion(grouped(searchParams), day);
  await requirePerson(questionAddress(asked.typed));
  const { question } = asked;
  if (question === null)
    return refusal(
      Object.values(asked.errors)[0] ?? 'Choose a territory, a device and a rights type first.',
    );
  const first = await answeredTitles(
    { ...asked, cursor: undefined },
    question,
    day,
    Math.max(PAGE_SIZE, asked.titles.length),
    answerViews(),
  );
  if (first.unknown.length > 0) return refusal(unknownTitles(first.unknown));
  return new Response(stream(table(asked, question, day, first)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${fileName(question)}"`,
      'cache-control': 'private, no-store',
    },
  });
}

/** Chunks of the file: the header, then the rows of each page. A page is read after the previous chunk was consumed. */
async function* table(
  asked: Asked,
  question: AvailabilityQuestion,
  day: IsoDate,
  first: AnsweredPage,
): AsyncGenerator<string, void> {
  yield BYTE_ORDER_MARK + lines([[...ANSWER_COLUMNS]]);
  let page = first;
  let titles = 0;
  for (;;) {
    const rows = page.rows.slice(0, COUNT_LIMIT - titles);
    titles += rows.length;
    yield lines(rows.flatMap((row) => answerRows(row, question)));
    if (page.next === null) return;
    if (titles >= COUNT_LIMIT) break;
    page = await answeredTitles(
      { ...asked, cursor: page.next },
      question,
      day,
      PAGE_SIZE,
      answerViews(),
    );
  }
  yield lines([
    [
      `Only the first ${COUNT_LIMIT.toLocaleString('en-US')} titles are listed. Add a filter to see the others.`,
    ],
  ]);
}

function lines(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => row.map(neutralized)),
    { record_delimiter: 'windows' },
  );
}

function stream(pieces: AsyncGenerator<string, void>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const piece = await pieces.next();
      if (piece.done === true) controller.close();
      else controller.enqueue(encoder.encode(piece.value));
    },
    async cancel() {
      await pieces.return();
    },
  });
}

function fileName({ territory, device, rightsType, days }: AvailabilityQuestion): string {
  return `availability ${territory} ${device} ${rightsType} ${days.startsOn} to ${days.lastDay ?? ''}.csv`;
}

function refusal(message: string): Response {
  return new Response(`${message}\n`, {
    status: 400,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
}

/** Query parameters in the shape that Next.js passes to pages. */
function grouped(search: URLSearchParams): Record<string, string[]> {
  return Object.fromEntries([...new Set(search.keys())].map((name) => [name, search.getAll(name)]));
}
