import type { MakeToken, RevokeToken } from '../people/token-service';
import type { Definitions, Kind } from './definition';
import { isRole } from '../../domain/people/role';
import { makeToken, revokeToken } from '../people/token-service';
import { onRecords } from './definition';

export interface PeopleCommands {
  /** Its secret is told this once: the answer is not stored under the command's key. */
  readonly 'make-token': Kind<MakeToken, { readonly secret: string }>;
  readonly 'revoke-token': Kind<RevokeToken, object>;
}

export const PEOPLE_COMMANDS: Definitions<PeopleCommands> = {
  'make-token': {
    aggregate: 'token',
    role: 'admin',
    run: onRecords(makeToken),
    subject: ({ tokenId: id, details: { role } }) => ({
      what: 'token',
      id,
      role: isRole(role) ? role : undefined,
    }),
  },
  'revoke-token': {
    aggregate: 'token',
    role: 'admin',
    run: onRecords(revokeToken),
    subject: ({ tokenId: id }) => ({ what: 'token', id }),
  },
};
