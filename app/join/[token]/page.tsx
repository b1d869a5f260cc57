import type { Metadata } from 'next';
import { LinkButton } from '@/ui/link-button';
import { ErrorPage } from '@/ui/shell/error-page';
import { signIn } from '../../../src/bootstrap';
import { JoinForm } from './join-form';

export const metadata: Metadata = { title: 'Welcome' };

/** Where a one-time link leads: to becoming the first admin, or to choosing a password. */
export default async function JoinPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const purpose = await signIn().purposeOf(token);
  if (purpose === null)
    return (
      <ErrorPage
        title="This link is no longer valid"
        actions={
          <LinkButton href="/sign-in" variant="primary">
            Sign in
          </LinkButton>
        }
      >
        It was already used, replaced or has expired. Ask an admin for a new one.
      </ErrorPage>
    );
  return (
    <div className="m-auto w-full max-w-96 px-4 py-10">
      <h1 className="text-title">
        {purpose.kind === 'set-up' ? 'Become the first admin' : `Welcome, ${purpose.name}`}
      </h1>
      <p className="mt-1 mb-6 text-body text-ink-2">
        {purpose.kind === 'set-up'
          ? 'You are the first person here. You can invite others later.'
          : 'Choose a password to sign in with.'}
      </p>
      <JoinForm token={token} email={purpose.kind === 'password' ? purpose.email : null} />
    </div>
  );
}
