import { today } from '@/today';
import { calendarViews, feedStore } from '../../../../src/bootstrap';
import { feedContent } from '../../../../src/service/feed-service';
import { feedFile } from '../../feed-file';

export const dynamic = 'force-dynamic';

/** 32 bytes in base64url, and what calendar programs want addresses to end with. */
const FILE = /^([\w-]{43})\.ics$/;

/** A feed, for whoever has its address: calendar programs say no names. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  const token = FILE.exec((await params).file)?.[1];
  const feed = token === undefined ? null : await feedStore().byToken(token);
  if (feed === null)
    return new Response('There is no such feed, or it was revoked.\n', {
      status: 404,
      headers: {
        'content-type': 'text/plain; charset=utf-8',
        'cache-control': 'private, no-store',
      },
    });
  const content = await feedContent(feed, today(), calendarViews());
  return new Response(feedFile(feed, content, originOf(request), new Date().toISOString()), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="calendar.ics"',
      'cache-control': 'private, max-age=900',
    },
  });
}

/** Where the product is for whoever asks: as a proxy in front of it says, or as it was called. */
function originOf(request: Request): string {
  const host = request.headers.get('host');
  const scheme = request.headers.get('x-forwarded-proto') ?? 'http';
  const origin = `${scheme}://${host ?? ''}`;
  return URL.canParse(origin) ? origin : new URL(request.url).origin;
}
