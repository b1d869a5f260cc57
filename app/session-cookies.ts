import 'server-only';

import { cookies } from 'next/headers';
import type { SessionCookies } from '../src/service/people/sign-in';

/** Sets or removes the session cookies of the current response. */
export async function setCookies(needed: SessionCookies): Promise<void> {
  const jar = await cookies();
  for (const { maxAge, ...cookie } of needed)
    jar.set({ ...cookie, ...(maxAge === undefined ? {} : { maxAge }) });
}
