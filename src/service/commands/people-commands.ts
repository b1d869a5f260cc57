import type { Invitation } from '../../domain/people/person';
import type { ChangeRole, OnPerson, SignInLink } from '../people/people-service';
import type { MakeToken, RevokeToken } from '../people/token-service';
import type { Definitions, Kind } from './definition';
import { isRole } from '../../domain/people/role';
import {
  changeRole,
  deactivatePerson,
  endOwnSessions,
  endSessions,
  invitePerson,
  makeSignInLink,
  reactivatePerson,
} from '../people/people-service';
import { makeToken, revokeToken } from '../people/token-service';
import { onRecords } from './definition';

/** Secrets and one-time links are told this once: answers are not stored under the keys of these commands. */
export interface PeopleCommands {
  readonly 'invite-person': Kind<Invitation, SignInLink>;
  readonly 'make-sign-in-link': Kind<OnPerson, SignInLink>;
  readonly 'change-role': Kind<ChangeRole, object>;
  readonly 'deactivate-person': Kind<OnPerson, object>;
  readonly 'reactivate-person': Kind<OnPerson, object>;
  readonly 'end-sessions': Kind<OnPerson, { readonly ended: number }>;
  /** Of whoever gives the command. */
  readonly 'end-own-sessions': Kind<object, { readonly ended: number }>;
  readonly 'make-token': Kind<MakeToken, { readonly secret: string }>;
  readonly 'revoke-token': Kind<RevokeToken, object>;
}

const ofPerson = ({ personId: id }: OnPerson) => ({ what: 'person', id }) as const;

const ofPersonAs = ({ personId: id, role }: ChangeRole) => ({ what: 'person', id, role }) as const;

export const PEOPLE_COMMANDS: Definitions<PeopleCommands> = {
  'invite-person': {
    aggregate: 'person',
    role: 'admin',
    run: onRecords(invitePerson),
    subject: ofPersonAs,
  },
  'make-sign-in-link': {
    aggregate: 'person',
    role: 'admin',
    run: onRecords(makeSignInLink),
    subject: ofPerson,
  },
  'change-role': {
    aggregate: 'person',
    role: 'admin',
    run: onRecords(changeRole),
    subject: ofPersonAs,
  },
  'deactivate-person': {
    aggregate: 'person',
    role: 'admin',
    run: onRecords(deactivatePerson),
    subject: ofPerson,
  },
  'reactivate-person': {
    aggregate: 'person',
    role: 'admin',
    run: onRecords(reactivatePerson),
    subject: ofPerson,
  },
  'end-sessions': {
    aggregate: 'person',
    role: 'admin',
    run: onRecords(endSessions),
    subject: ofPerson,
  },
  'end-own-sessions': {
    aggregate: 'person',
    role: 'viewer',
    run: onRecords(endOwnSessions),
    subject: (_input, { id = '' }) => ({ what: 'person', id }),
  },
  'make-token': {
    aggregate: 'token',
    role: 'admin',
    run: onRecords(makeToken),
    subject: ({ tokenId: id, details: { role } }) => ({
      what: 'token',
      id,
      role: isRole(role) ? role : undefined,
    }),
    parts: ({ details }) => [{ at: ['details'], value: details }],
  },
  'revoke-token': {
    aggregate: 'token',
    role: 'admin',
    run: onRecords(revokeToken),
    subject: ({ tokenId: id }) => ({ what: 'token', id }),
  },
};
