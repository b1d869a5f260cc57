import type { Metadata } from 'next';
import type { PersonSummary } from '../../src/service/people/people-service';
import type { PersonLine } from './people-list';
import { PageHeader } from '@/ui/shell/page-header';
import { instantWords } from '@/words/instant';
import { requirePerson } from '@/person';
import { peopleViews } from '../../src/bootstrap';
import { InviteForm } from './invite-form';
import { PeopleList } from './people-list';

export const metadata: Metadata = { title: 'People' };

/** Everybody who may sign in, and what they may do. For admins. */
export default async function PeoplePage() {
  const { id } = await requirePerson('/people', 'admin');
  const people = await peopleViews().list();
  return (
    <>
      <PageHeader breadcrumbs={[{ label: 'Your account', href: '/account' }]} title="People">
        <p className="max-w-150 text-body text-ink-2">
          Viewers can read. Editors can change licenses, offers, content and imports. Admins also
          manage people, tokens and webhooks. People are never deleted, because the history refers
          to them.
        </p>
      </PageHeader>
      <section aria-labelledby="people-there-are" className="border-b border-line pt-3">
        <h2 id="people-there-are" className="px-4 pb-2 text-panel-title">
          People <span className="font-normal text-ink-3">{people.length}</span>
        </h2>
        <PeopleList people={people.map((person) => lineOf(person, id))} />
      </section>
      <section aria-labelledby="invitation" className="pt-3">
        <h2 id="invitation" className="px-4 text-panel-title">
          Invite a person
        </h2>
        <InviteForm />
      </section>
    </>
  );
}

function lineOf(person: PersonSummary, ownId: string): PersonLine {
  return { ...person, isYou: person.id === ownId, words: activityOf(person) };
}

function activityOf({ state, sessions, lastSignIn }: PersonSummary): string {
  if (state === 'invited') return 'Invited, not yet accepted';
  const open = ['Not signed in', '1 session'][sessions] ?? `${sessions} sessions`;
  const last = lastSignIn === null ? '' : `, last signed in ${instantWords(lastSignIn)}`;
  return state === 'deactivated' ? 'Deactivated' : `${open}${last}`;
}
