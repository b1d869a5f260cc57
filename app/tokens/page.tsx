import type { Metadata } from 'next';
import type { TokenData } from '../../src/domain/people/token';
import type { RevocableLine } from '@/ui/lists/revocable-list';
import { LinkButton } from '@/ui/link-button';
import { PageHeader } from '@/ui/shell/page-header';
import { fullInstant, instantWords } from '@/words/instant';
import { requirePerson } from '@/person';
import { tokenViews } from '../../src/bootstrap';
import { ROLES } from '../../src/domain/people/role';
import { TokenForm } from './token-form';
import { TokenList } from './token-list';

export const metadata: Metadata = { title: 'API tokens' };

/** What programs say who they are by. For admins. */
export default async function TokensPage() {
  await requirePerson('/tokens', 'admin');
  const tokens = await tokenViews().list();
  const now = new Date().toISOString();
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Your account', href: '/account' }]}
        title="API tokens"
        actions={<LinkButton href="/api/v1/docs">API documentation</LinkButton>}
      >
        <p className="max-w-150 text-body text-ink-2">
          Programs sign in to the API with a token. You see it once; we store only its hash.
        </p>
      </PageHeader>
      <section aria-labelledby="tokens-there-are" className="border-b border-line pt-3">
        <h2 id="tokens-there-are" className="px-4 pb-2 text-panel-title">
          Tokens <span className="font-normal text-ink-3">{tokens.length}</span>
        </h2>
        {tokens.length === 0 && (
          <p className="px-4 pb-4 text-body text-ink-2">
            No tokens yet. Create the first one below, one per program.
          </p>
        )}
        <TokenList tokens={tokens.map((token) => tokenLine(token, now))} />
      </section>
      <section aria-labelledby="new-token" className="pt-3">
        <h2 id="new-token" className="px-4 text-panel-title">
          New token
        </h2>
        <TokenForm />
      </section>
    </>
  );
}

function tokenLine(
  { id, name, role, madeBy, madeAt, expiresAt }: TokenData,
  now: string,
): RevocableLine {
  const hasExpired = Date.parse(expiresAt) <= Date.parse(now);
  return {
    id,
    name,
    words: `${ROLES[role]}, ${hasExpired ? 'expired' : 'expires'} ${fullInstant(expiresAt)}`,
    origin: `Created by ${madeBy}, ${instantWords(madeAt)}`,
  };
}
