'use server';

import { revalidatePath } from 'next/cache';
import type * as z from 'zod';
import type { Role } from '../../src/domain/people/role';
import type { InviteInput, PeopleResult } from './people-input';
import { peopleDesk } from '../../src/bootstrap';
import { ROLES } from '../../src/domain/people/role';
import { answered } from '../answer';
import { inviteInput, personInput, roleInput } from './people-input';

/** Gives a command on people: admins only. */
function decided<Parsed extends { readonly personId: string; readonly role?: Role }>(
  kind: string,
  schema: z.ZodType<Parsed>,
  input: unknown,
  run: (command: Parsed) => Promise<PeopleResult>,
): Promise<PeopleResult> {
  return answered<Parsed, PeopleResult>({
    schema,
    input,
    kind,
    subject: ({ personId: id, role }) => ({ what: 'person', id, role }),
    needs: 'admin',
    run: async (command) => {
      const result = await run(command);
      revalidatePath('/people');
      return result;
    },
  });
}

export async function inviteAction(input: InviteInput): Promise<PeopleResult> {
  return decided('person-invited', inviteInput, input, async (invitation) => ({
    status: 'linked',
    path: `/join/${await peopleDesk().invite(invitation)}`,
  }));
}

export async function newLinkAction(input: { personId: string }): Promise<PeopleResult> {
  return decided('person-link-made', personInput, input, async ({ personId }) => ({
    status: 'linked',
    path: `/join/${await peopleDesk().newLink(personId)}`,
  }));
}

export async function changeRoleAction(input: {
  personId: string;
  role: Role;
}): Promise<PeopleResult> {
  return decided('person-role-changed', roleInput, input, async ({ personId, role }) => {
    await peopleDesk().changeRole(personId, role);
    return { status: 'changed', words: `The role is now ${ROLES[role]}.` };
  });
}

export async function deactivateAction(input: { personId: string }): Promise<PeopleResult> {
  return decided('person-deactivated', personInput, input, async ({ personId }) => {
    await peopleDesk().deactivate(personId);
    return { status: 'changed', words: 'Deactivated, and signed out everywhere.' };
  });
}

export async function letInAgainAction(input: { personId: string }): Promise<PeopleResult> {
  return decided('person-let-in-again', personInput, input, async ({ personId }) => {
    await peopleDesk().reactivate(personId);
    return { status: 'changed', words: 'Reactivated with the previous password.' };
  });
}

export async function endSessionsAction(input: { personId: string }): Promise<PeopleResult> {
  return decided('person-sessions-ended', personInput, input, async ({ personId }) => {
    const ended = await peopleDesk().endSessions(personId);
    return {
      status: 'changed',
      words: ended === 1 ? '1 session ended.' : `${ended} sessions ended.`,
    };
  });
}
