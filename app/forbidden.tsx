import type { Metadata } from 'next';
import { LinkButton } from '@/ui/link-button';
import { Plight } from '@/ui/shell/plight';

export const metadata: Metadata = { title: 'Access denied' };

/** For who is signed in and may not act in the role that a page needs. */
export default function Forbidden() {
  return (
    <Plight
      title="Your role does not allow this"
      actions={
        <>
          <LinkButton href="/licenses" variant="primary">
            Back to licenses
          </LinkButton>
          <LinkButton href="/account">Your account</LinkButton>
        </>
      }
    >
      Viewers can read, editors can make changes, and admins manage people and tokens. An admin can
      change your role.
    </Plight>
  );
}
