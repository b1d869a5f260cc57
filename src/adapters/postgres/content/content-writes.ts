import type { AssignmentData, ContentChange } from '../../../domain/content/content-change';
import type { Content } from '../../../domain/content/content';
import { assignmentsIn, refOfAssignment } from '../../../domain/content/content-change';
import { Prisma } from '../../generated/prisma/client';

/**
 * The assignments that changes bring and take, as one parameter each, however many titles there are.
 *
 * @param gone first days of offers by license that are withdrawn together with their assignments: others may have them by now
 */
export function assignmentWrites(
  contents: readonly Content[],
  gone: ReadonlyMap<string, ReadonlySet<string>> = new Map(),
): Prisma.Sql[] {
  const taken = recordset(contents, (change) =>
    assignmentsIn(change).taken.filter(
      ({ licenseId, offer }) => gone.get(licenseId)?.has(offer.window.startsOn) !== true,
    ),
  );
  const brought = recordset(contents, (change) => assignmentsIn(change).given);
  return [
    ...(taken === null
      ? []
      : [
          Prisma.sql`
            DELETE FROM assignments USING written, ${taken}
            WHERE assignments.content_id = written.id AND a.content_id = written.id
              AND assignments.license_id = a.license_id AND assignments.offer_starts_on = a.starts_on`,
        ]),
    ...(brought === null
      ? []
      : [
          Prisma.sql`
            INSERT INTO assignments (content_id, license_id, offer_starts_on)
            SELECT written.id, a.license_id, a.starts_on FROM written, ${brought} WHERE a.content_id = written.id`,
        ]),
    ...movedRows(contents),
  ];
}

/** The rows of an assignment that moves to another offer go with it. */
function movedRows(contents: readonly Content[]): Prisma.Sql[] {
  const moves = contents.flatMap(({ id, change }) =>
    change?.kind === 'assignment-moved'
      ? [{ id, from: refOfAssignment(change.from), to: refOfAssignment(change.to) }]
      : [],
  );
  if (moves.length === 0) return [];
  const lines = moves.map(({ id, from, to }) => ({
    ...{ content_id: id, license_id: from.licenseId, starts_on: from.startsOn },
    ...{ to_license: to.licenseId, to_start: to.startsOn },
  }));
  return [
    Prisma.sql`
      INSERT INTO offer_rows (content_id, license_id, offer_starts_on, import_id, number)
      SELECT k.content_id, m.to_license, m.to_start, k.import_id, k.number
      FROM written
      JOIN jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
        AS m (content_id uuid, license_id uuid, starts_on date, to_license uuid, to_start date) ON m.content_id = written.id
      JOIN offer_rows k ON k.content_id = m.content_id AND k.license_id = m.license_id AND k.offer_starts_on = m.starts_on
        AND NOT k.dormant`,
  ];
}

function recordset(
  contents: readonly Content[],
  assignmentsOf: (change: ContentChange) => readonly AssignmentData[],
): Prisma.Sql | null {
  const rows = contents.flatMap(({ id, change }) =>
    (change === null ? [] : assignmentsOf(change)).map((assignment) => {
      const { licenseId, startsOn } = refOfAssignment(assignment);
      return { content_id: id, license_id: licenseId, starts_on: startsOn };
    }),
  );
  return rows.length === 0
    ? null
    : Prisma.sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS a (content_id uuid, license_id uuid, starts_on date)`;
}

/** Adds the identifiers that titles do not have yet. */
export function insertIdentifiers(contents: readonly Content[]): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO content_identifiers (content_id, scheme, value)
    SELECT written.id, i.scheme, i.value FROM written, ${identifierSet(contents)}
    WHERE i.content_id = written.id AND NOT EXISTS (SELECT FROM content_identifiers k
      WHERE k.content_id = written.id AND k.scheme = i.scheme AND k.value = i.value)`;
}

/** The identifiers of titles as a set of rows `i (content_id, scheme, value)`. */
export function identifierSet(contents: readonly Content[]): Prisma.Sql {
  const rows = contents.flatMap(({ id, details }) =>
    details.identifiers.map((identifier) => ({ content_id: id, ...identifier })),
  );
  return Prisma.sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    AS i (content_id uuid, scheme text, value text)`;
}
