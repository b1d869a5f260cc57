export const dynamic = 'force-dynamic';

/** This process is up and answers. Says nothing about the database. */
export function GET(): Response {
  return new Response('ok', { headers: { 'cache-control': 'no-store' } });
}
