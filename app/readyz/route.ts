import { notReadyReason } from '../../src/bootstrap';

export const dynamic = 'force-dynamic';

/** Whether requests should be sent here: for whoever balances them between several processes. */
export async function GET(): Promise<Response> {
  const reason = await notReadyReason();
  return new Response(reason ?? 'ready', {
    status: reason === null ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  });
}
