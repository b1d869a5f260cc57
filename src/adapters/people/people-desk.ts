import type { Role } from '../../domain/people/role';
import type {
  Invitation,
  PeopleDesk,
  PersonState,
  PersonSummary,
} from '../../service/people/people';
import type { PrismaClient } from '../generated/prisma/client';
import { shortText } from '../../domain/values/text';
import { Deactivated, EmailTaken, LastAdmin, NoSuchPerson } from '../../service/people/people';
import { written } from '../postgres/written';
import { newPasswordLink } from './one-time-links';

interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly state: PersonState;
  readonly sessions: number;
  readonly last_sign_in: string | null;
}

/** People on PostgreSQL. Roles and deactivations work at once: every request reads them. */
export class PostgresPeopleDesk implements PeopleDesk {
  constructor(private readonly prisma: PrismaClient) {}

  async list(): Promise<readonly PersonSummary[]> {
    const rows = await this.prisma.$queryRaw<PersonRow[]>`
      SELECT p.id::text, p.name, p.email, p.role,
        CASE WHEN p.deactivated_at IS NOT NULL THEN 'deactivated'
          WHEN EXISTS (SELECT FROM accounts a WHERE a.person_id = p.id) THEN 'active' ELSE 'invited' END AS state,
        s.sessions, to_json(s.last_sign_in) #>> '{}' AS last_sign_in
      FROM people p
      CROSS JOIN LATERAL (
        SELECT count(*) FILTER (WHERE expires_at > now())::int AS sessions, max(created_at) AS last_sign_in
        FROM sessions WHERE person_id = p.id) s
      ORDER BY p.deactivated_at IS NOT NULL, fold(p.name) COLLATE "C", p.id`;
    return rows.map(({ last_sign_in: lastSignIn, ...row }) => ({ ...row, lastSignIn }));
  }

  async invite({ personId, name, email, role }: Invitation): Promise<string> {
    const person = { id: personId, name: shortText(name, 'name', 'A name'), email, role };
    await written(addPerson(this.prisma, person));
    return written(newPasswordLink(this.prisma, personId));
  }

  async newLink(personId: string): Promise<string> {
    const person = await written(this.prisma.person.findUnique({ where: { id: personId } }));
    if (person === null) throw new NoSuchPerson();
    if (person.deactivatedAt !== null) throw new Deactivated();
    return written(newPasswordLink(this.prisma, personId));
  }

  async changeRole(personId: string, role: Role): Promise<void> {
    await this.change(personId, role !== 'admin', { role });
  }

  async deactivate(personId: string): Promise<void> {
    await this.change(personId, true, { deactivatedAt: new Date() });
    await this.endSessions(personId);
  }

  async reactivate(personId: string): Promise<void> {
    await this.change(personId, false, { deactivatedAt: null });
  }

  async endSessions(personId: string): Promise<number> {
    const { count } = await written(this.prisma.session.deleteMany({ where: { personId } }));
    return count;
  }

  /** Changes a person, unless that takes the last admin away: the admins there are stand still until it is decided. */
  private async change(
    personId: string,
    takesAnAdminAway: boolean,
    data: { role?: Role; deactivatedAt?: Date | null },
  ): Promise<void> {
    const changing = this.prisma.$transaction(async (transaction) => {
      const admins = await transaction.$queryRaw<{ id: string }[]>`
        SELECT id::text FROM people WHERE role = 'admin' AND deactivated_at IS NULL ORDER BY id FOR UPDATE`;
      if (takesAnAdminAway && admins.length === 1 && admins[0]?.id === personId)
        throw new LastAdmin();
      const { count } = await transaction.person.updateMany({
        where: { id: personId },
        data: { ...data, updatedAt: new Date() },
      });
      if (count === 0) throw new NoSuchPerson();
    });
    await written(changing);
  }
}

/**
 * Adds somebody who has no way to sign in yet. The same id again with the same particulars is the same person.
 *
 * @returns their id
 * @throws EmailTaken
 */
export async function addPerson(
  prisma: PrismaClient,
  { id, name, email, role }: { id?: string; name: string; email: string; role: Role },
): Promise<string> {
  const address = email.trim().toLowerCase();
  const [added] = await prisma.$queryRaw<{ id: string }[]>`
    INSERT INTO people (id, name, email, email_verified, role)
    VALUES (coalesce(${id ?? null}::uuid, uuidv7()), ${name}, ${address}, true, ${role})
    ON CONFLICT DO NOTHING
    RETURNING id::text`;
  if (added !== undefined) return added.id;
  if (id === undefined) throw new EmailTaken();
  const same = await prisma.person.findFirst({
    where: { id, name, email: address, role },
  });
  if (same === null) throw new EmailTaken();
  return same.id;
}

/**
 * Adds somebody who signs in with a password, by its hash.
 *
 * @returns their id
 * @throws EmailTaken
 */
export async function addPersonWithPassword(
  prisma: PrismaClient,
  person: { name: string; email: string; role: Role },
  hash: string,
): Promise<string> {
  const personId = await addPerson(prisma, person);
  await prisma.account.create({
    data: { personId, providerId: 'credential', accountId: personId, password: hash },
  });
  return personId;
}
