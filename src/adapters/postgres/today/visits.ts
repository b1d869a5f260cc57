import type { TodayScope } from '../../../service/today/today-views';
import type { Visit, Visits } from '../../../service/today/visits';
import type { PrismaClient } from '../../generated/prisma/client';

/** Looks at the page of today on PostgreSQL. */
export class PrismaVisits implements Visits {
  constructor(private readonly prisma: PrismaClient) {}

  async last(personId: string): Promise<Visit | null> {
    const found = await this.prisma.todayVisit.findUnique({ where: { personId } });
    return (
      found && {
        at: found.at.toISOString(),
        beforeAt: found.beforeAt?.toISOString() ?? null,
        scope: found.scope as TodayScope,
      }
    );
  }

  /** Whoever looks waits for no disk and no standby: a look that is lost with the server is only forgotten. */
  async record(personId: string, { at, beforeAt, scope }: Visit): Promise<void> {
    await this.prisma.$executeRaw`
      INSERT INTO today_visits AS known (person_id, at, before_at, scope)
      VALUES (${personId}::uuid, ${at}::timestamptz, ${beforeAt}::timestamptz, ${JSON.stringify(scope)}::jsonb)
      ON CONFLICT (person_id) DO UPDATE SET at = excluded.at, before_at = excluded.before_at, scope = excluded.scope
      WHERE known.at <= excluded.at
      RETURNING set_config('synchronous_commit', 'off', true)`;
  }
}
