import type { Metadata } from 'next';
import { LinkButton } from '@/ui/link-button';
import { ErrorPage } from '@/ui/shell/error-page';

export const metadata: Metadata = { title: 'Access denied' };

/** Page for signed-in people without the role that a page requires. */
export default function Forbidden() {
  return (
    <ErrorPage
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
    </ErrorPage>
  );
}
