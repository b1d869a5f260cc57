import type { Invitation } from '../../../src/domain/people/person';
import type { Role } from '../../../src/domain/people/role';
import type { Database } from '../../../src/adapters/postgres/connection/database';
import { PrismaPeopleViews } from '../../../src/adapters/postgres/people/people-repository';
import { actor } from '../../../src/domain/people/actor';
import {
  changeRole,
  deactivatePerson,
  endSessions,
  invitePerson,
  makeSignInLink,
} from '../../../src/service/people/people-service';
import { recordsOn } from '../support';

/** Manages people as an admin. */
export class PeopleDriver {
  private readonly records;
  private readonly views;

  constructor(database: Pick<Database, 'prisma' | 'pool'>) {
    this.records = recordsOn(database);
    this.views = new PrismaPeopleViews(database.prisma);
  }

  list() {
    return this.views.list();
  }

  /** @returns the token of the person's one-time link */
  async invite(invitation: Invitation): Promise<string> {
    return (await invitePerson(invitation, this.records)).token;
  }

  async newLink(personId: string): Promise<string> {
    return (await makeSignInLink({ personId }, this.records)).token;
  }

  changeRole(personId: string, role: Role) {
    return changeRole({ personId, role }, this.records);
  }

  deactivate(personId: string) {
    const given = { actor: actor('Ada'), at: new Date().toISOString() };
    return deactivatePerson({ personId, ...given }, this.records);
  }

  endSessions(personId: string) {
    return endSessions({ personId }, this.records);
  }
}
