import 'server-only';

import { cookies } from 'next/headers';
import type { SessionCookies } from '../src/service/people/sign-in';

/** Sets the cookies of a session in the browser that asks, or takes them out. */
export async function setCookies(needed: SessionCookies): Promise<void> {
  const jar = await cookies();
  for (const { maxAge, ...cookie } of needed)
    jar.set({ ...cookie, ...(maxAge === undefined ? {} : { maxAge }) });
}
