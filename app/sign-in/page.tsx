import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { currentPerson } from '@/person';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/overlays/notice';
import { ThemeChoice } from '@/ui/shell/theme-choice';
import { isDemo, signIn } from '../../src/bootstrap';
import { ROLES } from '../../src/domain/people/role';
import { DEMO_PEOPLE, DEMO_PASSWORD } from '../../src/service/people/demo-people';
import { signInAtProviderAction } from './actions';
import { nextPath } from './next-path';
import { SignInForm } from './sign-in-form';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { next: asked, provider: providerSays } = await searchParams;
  const next = nextPath(asked);
  if ((await currentPerson()) !== null) redirect(next);
  const { provider } = signIn();
  return (
    <div className="m-auto w-full max-w-96 px-4 py-10">
      <h1 className="mb-6 text-title">Sign in</h1>
      {providerSays === 'refused' && (
        <Notice tone="refused" role="alert" className="mb-4">
          {provider ?? 'The provider'} account is not invited. Ask an admin to invite you with the
          e-mail address of that account.
        </Notice>
      )}
      {provider !== null && (
        <form action={signInAtProviderAction} className="mb-6 border-b border-line pb-6">
          <input type="hidden" name="next" value={next} />
          <Button type="submit" variant="primary" className="w-full">
            Sign in with {provider}
          </Button>
        </form>
      )}
      <SignInForm
        next={next}
        demo={
          isDemo()
            ? DEMO_PEOPLE.map(({ role, email }) => ({
                role: ROLES[role],
                email,
                password: DEMO_PASSWORD,
              }))
            : []
        }
      />
      <div className="mt-8 border-t border-line pt-6">
        <ThemeChoice />
      </div>
    </div>
  );
}
