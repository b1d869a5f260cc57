import { signIn } from '../../../../../src/bootstrap';

export const dynamic = 'force-dynamic';

/** The way back from the provider of single sign-on: begins a session, or leads to the sign-in page, which says why not. */
export function GET(request: Request): Promise<Response> | Response {
  if (signIn().provider === null) return new Response('Not found.\n', { status: 404 });
  return signIn().fromProvider(request);
}
