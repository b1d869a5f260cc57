import type { ActiveAdmins, PersonData } from '../../../domain/people/person';
import type { Role } from '../../../domain/people/role';
import type { PeopleRepository } from '../../../service/records';
import type { PeopleViews, PersonSummary } from '../../../service/people/people-service';
import type { PrismaClient } from '../../generated/prisma/client';
import type { PrismaTransaction } from '../connection/transaction';
import { Person, personState } from '../../../domain/people/person';
import { newPasswordLink } from '../../people/one-time-links';
import { requireWritten } from '../changed-meanwhile';

interface PersonRow extends Omit<PersonData, 'deactivatedAt'> {
  readonly deactivated_at: string | null;
}

/** People on PostgreSQL, in a transaction. Roles and deactivations work at once: every request reads them. */
export class PrismaPeopleRepository implements PeopleRepository {
  constructor(private readonly transaction: PrismaTransaction) {}

  async activeAdmins(): Promise<ActiveAdmins> {
    const rows = await this.transaction.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM people WHERE role = 'admin' AND deactivated_at IS NULL ORDER BY id FOR UPDATE`;
    return rows.map(({ id }) => id);
  }

  async get(id: string): Promise<Person | null> {
    const [row] = await this.transaction.$queryRaw<PersonRow[]>`
      SELECT id::text, name, email, role, to_json(deactivated_at) #>> '{}' AS deactivated_at
      FROM people WHERE id = ${id}::uuid FOR UPDATE`;
    if (row === undefined) return null;
    const { deactivated_at: deactivatedAt, ...data } = row;
    return Person.reconstitute({ ...data, deactivatedAt });
  }

  async hasEmail(email: string): Promise<boolean> {
    const found = await this.transaction.$queryRaw<unknown[]>`
      SELECT FROM people WHERE email = ${email}`;
    return found.length > 0;
  }

  async add({ data: { id, name, email, role } }: Person): Promise<void> {
    const added = await this.transaction.$executeRaw`
      INSERT INTO people (id, name, email, email_verified, role) VALUES (${id}::uuid, ${name}, ${email}, true, ${role})
      ON CONFLICT DO NOTHING`;
    requireWritten(added, 'The person');
  }

  async save({ data: { id, role, deactivatedAt } }: Person): Promise<void> {
    const saved = await this.transaction.$executeRaw`
      UPDATE people SET role = ${role}, deactivated_at = ${deactivatedAt}::timestamptz, updated_at = now()
      WHERE id = ${id}::uuid`;
    requireWritten(saved, 'The person');
  }

  newLink(personId: string): Promise<string> {
    return newPasswordLink(this.transaction, personId);
  }

  async endSessions(personId: string): Promise<number> {
    const { count } = await this.transaction.session.deleteMany({ where: { personId } });
    return count;
  }
}

interface SummaryRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly deactivated_at: string | null;
  readonly has_account: boolean;
  readonly sessions: number;
  readonly last_sign_in: string | null;
}

/** People as the page lists them. */
export class PrismaPeopleViews implements PeopleViews {
  constructor(private readonly prisma: PrismaClient) {}

  async list(): Promise<readonly PersonSummary[]> {
    const rows = await this.prisma.$queryRaw<SummaryRow[]>`
      SELECT p.id::text, p.name, p.email, p.role, to_json(p.deactivated_at) #>> '{}' AS deactivated_at,
        EXISTS (SELECT FROM accounts a WHERE a.person_id = p.id) AS has_account,
        s.sessions, to_json(s.last_sign_in) #>> '{}' AS last_sign_in
      FROM people p
      CROSS JOIN LATERAL (
        SELECT count(*) FILTER (WHERE expires_at > now())::int AS sessions, max(created_at) AS last_sign_in
        FROM sessions WHERE person_id = p.id) s
      ORDER BY p.deactivated_at IS NOT NULL, fold(p.name) COLLATE "C", p.id`;
    return rows.map(({ id, name, email, role, sessions, ...row }) => ({
      ...{ id, name, email, role, sessions },
      state: personState(row.deactivated_at, row.has_account),
      lastSignIn: row.last_sign_in,
    }));
  }
}
