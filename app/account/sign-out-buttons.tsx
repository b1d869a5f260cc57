'use client';

import { Button } from '@/ui/button';
import { signOutAction, signOutEverywhereAction } from './actions';

/** Forms, so that they work before and without script. */
export function SignOutButtons() {
  return (
    <div className="flex flex-wrap gap-2">
      <form action={signOutAction}>
        <Button type="submit">Sign out</Button>
      </form>
      <form action={signOutEverywhereAction}>
        <Button type="submit">Sign out everywhere</Button>
      </form>
    </div>
  );
}
