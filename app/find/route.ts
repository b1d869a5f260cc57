import type { AllFindings } from './findings';
import { contentViews, findViews } from '../../src/bootstrap';
import { searched } from '../../src/wire/address';
import { mayActAs } from '../../src/domain/people/role';
import { currentPerson } from '@/person';
import { today } from '@/today';

export const dynamic = 'force-dynamic';

/** Rows of each kind. */
const MOST = 5;

/** What the text in the URL names, as JSON, for the palette; nothing for a text that cannot be looked up. Only admins are told of people. */
export async function GET(request: Request): Promise<Response> {
  const person = await currentPerson();
  if (person === null) return new Response(null, { status: 401 });
  const text = searched.parse(new URL(request.url).searchParams.get('text') ?? undefined) ?? '';
  const [findings, titles] = await Promise.all([
    findViews().find({ text, most: MOST, withPeople: mayActAs(person.role, 'admin') }),
    text === ''
      ? { rows: [], total: 0 }
      : contentViews().list({ filter: { text }, today: today(), pageSize: MOST }),
  ]);
  const answer: AllFindings = {
    ...findings,
    titles: {
      total: titles.total,
      rows: titles.rows.map(({ id, title, kind, position, studio, releaseYear, belongsTo }) => ({
        ...{ id, title, kind, position, studio, releaseYear, belongsTo },
      })),
    },
  };
  return Response.json(answer, { headers: { 'cache-control': 'private, no-store' } });
}
