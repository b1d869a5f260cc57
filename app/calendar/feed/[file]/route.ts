import { today } from '@/today';
import { calendarViews, feedViews, priceTableViews, publicUrl } from '../../../../src/bootstrap';
import { feedContent } from '../../../../src/service/events/feed-service';
import { feedFile } from '../../feed-file';

export const dynamic = 'force-dynamic';

/** 32 bytes in base64url, with the extension that calendar programs expect. */
const FILE = /^([\w-]{43})\.ics$/;

/** Serves a feed without sign-in, which calendar programs do not support: its secret URL grants access. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  const token = FILE.exec((await params).file)?.[1];
  const feed = token === undefined ? null : await feedViews().byToken(token);
  if (feed === null)
    return new Response('This feed does not exist or was revoked.\n', {
      status: 404,
      headers: {
        'content-type': 'text/plain; charset=utf-8',
        'cache-control': 'private, no-store',
      },
    });
  const content = await feedContent(feed, today(), {
    calendar: calendarViews(),
    priceTables: priceTableViews(),
  });
  return new Response(feedFile(feed, content, publicUrl(), new Date().toISOString()), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="calendar.ics"',
      'cache-control': 'private, max-age=900',
    },
  });
}
