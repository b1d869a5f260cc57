import type { Metadata } from 'next';
import { LinkButton } from '@/ui/link-button';
import { Notice } from '@/ui/overlays/notice';
import { Fact, Facts, PageHeader } from '@/ui/shell/page-header';
import { ThemeChoice } from '@/ui/shell/theme-choice';
import { requirePerson } from '@/person';
import { mayActAs, ROLES } from '../../src/domain/people/role';
import { PasswordForm } from './password-form';
import { SignOutButtons } from './sign-out-buttons';

export const metadata: Metadata = { title: 'Your account' };

/** What everybody does with their own account. */
export default async function AccountPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { name, email, role } = await requirePerson('/account');
  const { password } = await searchParams;
  return (
    <>
      <PageHeader
        title={name}
        actions={
          mayActAs(role, 'admin') && (
            <>
              <LinkButton href="/people">People</LinkButton>
              <LinkButton href="/tokens">API tokens</LinkButton>
              <LinkButton href="/webhooks">Webhooks</LinkButton>
            </>
          )
        }
      >
        <Facts>
          <Fact name="E-mail address">{email}</Fact>
          <Fact name="Role">{ROLES[role]}</Fact>
        </Facts>
      </PageHeader>
      <div className="flex max-w-96 flex-col gap-8 px-4 py-5">
        <section aria-labelledby="session">
          <h2 id="session" className="pb-3 text-panel-title">
            Session
          </h2>
          <SignOutButtons />
        </section>
        <section aria-labelledby="password">
          <h2 id="password" className="pb-3 text-panel-title">
            Change password
          </h2>
          {password === 'changed' && (
            <Notice tone="ok" role="status" className="mb-4">
              Your password was changed. Your other sessions have ended.
            </Notice>
          )}
          <PasswordForm email={email} />
        </section>
        <ThemeChoice />
      </div>
    </>
  );
}
