'use server';

import type * as z from 'zod';
import type { Role } from '../../src/domain/people/role';
import type { SignInLink } from '../../src/service/people/people-service';
import type { InviteInput, PeopleResult } from './people-input';
import { ROLES } from '../../src/domain/people/role';
import { recordAction } from '../record-action';
import { inviteInput, personInput, roleInput } from './people-input';

export async function inviteAction(sent: InviteInput): Promise<PeopleResult> {
  return recordAction({ ...onPeople('invite-person', inviteInput, sent), answer: linked });
}

export async function newLinkAction(sent: { personId: string }): Promise<PeopleResult> {
  return recordAction({ ...onPeople('make-sign-in-link', personInput, sent), answer: linked });
}

export async function changeRoleAction(sent: {
  personId: string;
  role: Role;
}): Promise<PeopleResult> {
  return recordAction({
    ...onPeople('change-role', roleInput, sent),
    answer: () => changed(`The role is now ${ROLES[sent.role]}.`),
  });
}

export async function deactivateAction(sent: { personId: string }): Promise<PeopleResult> {
  return recordAction({
    ...onPeople('deactivate-person', personInput, sent),
    answer: () => changed('Deactivated, and signed out everywhere.'),
  });
}

export async function letInAgainAction(sent: { personId: string }): Promise<PeopleResult> {
  return recordAction({
    ...onPeople('reactivate-person', personInput, sent),
    answer: () => changed('Reactivated with the previous password.'),
  });
}

export async function endSessionsAction(sent: { personId: string }): Promise<PeopleResult> {
  return recordAction({
    ...onPeople('end-sessions', personInput, sent),
    answer: ({ ended }) => changed(ended === 1 ? '1 session ended.' : `${ended} sessions ended.`),
  });
}

/** What all commands on people have in common: the input is what the form sends. */
function onPeople<Kind extends string, Parsed>(
  kind: Kind,
  schema: z.ZodType<Parsed>,
  sent: unknown,
) {
  return { kind, schema, sent, input: (parsed: Parsed) => parsed, page: () => '/people' };
}

function linked({ token }: SignInLink): PeopleResult {
  return { status: 'linked', path: `/join/${token}` };
}

function changed(words: string): PeopleResult {
  return { status: 'changed', words };
}
