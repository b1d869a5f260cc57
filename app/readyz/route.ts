import { readyState, readyWords } from '../../src/bootstrap';

export const dynamic = 'force-dynamic';

/** Whether requests should be sent here: for whoever balances them between several processes. */
export async function GET(): Promise<Response> {
  const state = await readyState();
  return new Response(readyWords(state), {
    status: state.reason === null ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  });
}
