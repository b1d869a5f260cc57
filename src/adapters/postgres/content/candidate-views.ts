import type { CandidateQuery, CandidateViews } from '../../../service/content/fitting-offers';
import type { AssignedOffer } from '../../../service/content/content-views';
import type { Reads } from '../connection/transaction';
import type { AssignedRow } from './content-rows';
import { Prisma } from '../../generated/prisma/client';
import { conditions } from '../license/license-filter';
import { offerColumns } from '../rows';
import { assignedOffer } from './content-rows';

/** Offers that could be assigned to a title, on PostgreSQL. */
export class PrismaCandidateViews implements CandidateViews {
  constructor(private readonly prisma: Reads) {}

  async candidates({
    contentId,
    studio,
    days,
    place,
    most,
  }: CandidateQuery): Promise<readonly AssignedOffer[]> {
    const there = { territory: place?.territory, rightsType: place?.rightsType };
    const ofIts = Prisma.sql`id IN (SELECT license_id FROM assignments WHERE content_id = ${contentId}::uuid)`;
    const rows = await this.prisma.$queryRaw<AssignedRow[]>`
      WITH own AS MATERIALIZED (
        SELECT id FROM licenses WHERE ${ofIts} AND ${conditions(there, days.startsOn)}),
      known AS MATERIALIZED (
        SELECT id, true AS is_own FROM own
        UNION ALL
        SELECT id, false FROM licenses
        WHERE ${conditions({ ...there, studio }, days.startsOn)} AND id NOT IN (SELECT id FROM own)),
      page AS (
        SELECT o.*, known.is_own FROM known JOIN offers o ON o.license_id = known.id
        WHERE (o.ends_on IS NULL OR o.ends_on > ${days.startsOn}::date)
          AND o.starts_on < ${days.endsOn ?? 'infinity'}::date
          AND NOT EXISTS (
            SELECT FROM assignments a
            WHERE a.content_id = ${contentId}::uuid AND a.license_id = o.license_id AND a.offer_starts_on = o.starts_on)
        ORDER BY known.is_own DESC, o.starts_on, o.license_id LIMIT ${most})
      SELECT l.id AS license_id, l.name AS license_name, l.studio, l.rights_type, l.territories, l.formats, l.languages,
        l.held_back, (SELECT ${offerColumns} FROM (SELECT page.*) o) AS offer
      FROM page JOIN licenses l ON l.id = page.license_id
      ORDER BY page.is_own DESC, page.starts_on, page.license_id`;
    return rows.map(assignedOffer);
  }
}
