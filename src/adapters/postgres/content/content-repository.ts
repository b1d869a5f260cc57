import type { TitleClosing } from '../../../domain/closing';
import type { LicensedOffer, OfferRef } from '../../../domain/content/clash';
import type { ContentKind } from '../../../domain/content/content-kind';
import type { Identifier, IdentifierScheme } from '../../../domain/content/identifier';
import type { Neighbor } from '../../../domain/content/title-rules';
import type { IsoDate } from '../../../domain/values/date-range';
import type { ContentRepository, LicenseVersion } from '../../../service/unit-of-work';
import type { PendingWrite } from '../pending-write';
import type { ContentDetailsRow, OfferTuple, TakedownTuple } from '../rows';
import type { Queries } from '../connection/transaction';
import { licensesRead } from '../../../domain/content/clash';
import { Content } from '../../../domain/content/content';
import { released } from '../../../domain/content/content-change';
import { ContentDetails } from '../../../domain/content/content-details';
import { Takedown } from '../../../domain/content/takedown';
import { contentKind } from '../../../domain/content/content-kind';
import { isoDate } from '../../../domain/values/date-range';
import { Prisma } from '../../generated/prisma/client';
import { versionsUnchanged } from '../pending-write';
import { contentDetailsOf, offerColumns, takedownOf, takedownsOf } from '../rows';
import type { LicenseRow } from './licensed-rows';
import { licenseColumns, licensed, licensedBy } from './licensed-rows';
import { historyLine, storedContentChanges } from '../stored/stored-changes';
import { assignmentWrites, identifierSet, insertIdentifiers } from './content-writes';
import { multirange } from '../rows';
import { takedownWrites } from './takedown-writes';
import { withdrawnFirstDays } from '../license/license-writes';

interface ContentRow extends ContentDetailsRow {
  readonly id: string;
  readonly version: number;
  readonly assignments: readonly (readonly [licenseId: string, offer: OfferTuple])[];
  readonly takedowns: readonly TakedownTuple[];
  readonly closing: TitleClosing | null;
}

/** Titles on PostgreSQL. Reads happen at once; writes wait in `pending` until the unit of work commits. */
export class PrismaContentRepository implements ContentRepository {
  constructor(
    private readonly prisma: Queries,
    private readonly pending: PendingWrite[],
  ) {}

  async get(id: string): Promise<Content | null> {
    const [content] = await this.getAll([id]);
    return content ?? null;
  }

  /** Titles, offers and licenses come from one statement, so that all are of one moment. */
  async getAll(ids: readonly string[]): Promise<readonly Content[]> {
    const [row] = await this.prisma.$queryRaw<
      { contents: readonly ContentRow[]; licenses: readonly LicenseRow[] }[]
    >`
      SELECT
        (SELECT coalesce(json_agg(json_build_object('id', c.id, 'version', c.version, 'title', c.title, 'kind', c.kind,
            'studio', c.studio, 'release_year', c.release_year, 'parent_id', c.parent_id, 'position', c.position,
            'identifiers', c.identifiers, 'notes', c.notes, 'assignments', (
              SELECT coalesce(json_agg(json_build_array(u.license_id, ${offerColumns}) ORDER BY o.starts_on, u.license_id), '[]')
              FROM assignments u JOIN offers o ON o.license_id = u.license_id AND o.starts_on = u.offer_starts_on
              WHERE u.content_id = c.id), 'takedowns', ${takedownsOf}, 'closing', c.closing)), '[]')
          FROM content c WHERE c.id = ANY (${ids}::uuid[])) AS contents,
        (SELECT coalesce(json_agg(${licenseColumns}), '[]')
          FROM licenses l WHERE l.id IN (
            SELECT license_id FROM assignments WHERE content_id = ANY (${ids}::uuid[]))) AS licenses`;
    const licenses = new Map((row?.licenses ?? []).map((license) => [license.id, license]));
    return (row?.contents ?? []).map((content) =>
      Content.reconstitute(
        content.id,
        content.version,
        ContentDetails.stored(contentDetailsOf(content)),
        content.assignments.map(([licenseId, offer]) => licensed(licenses, licenseId, offer)),
        content.takedowns.map((takedown) => Takedown.of(takedownOf(takedown))),
        content.closing,
      ),
    );
  }

  async kindsOf(ids: readonly string[]): Promise<ReadonlyMap<string, ContentKind>> {
    const rows = await this.prisma.$queryRaw<{ id: string; kind: string }[]>`
      SELECT id::text, kind FROM content WHERE id = ANY (${ids}::uuid[])`;
    return new Map(rows.map(({ id, kind }) => [id, contentKind(kind)]));
  }

  async takenBy(
    identifiers: readonly Identifier[],
    exceptIds: readonly string[],
  ): Promise<Identifier | null> {
    const [row] = await this.prisma.$queryRaw<{ scheme: string; value: string }[]>`
      SELECT k.scheme, k.value FROM content_identifiers k
      JOIN unnest(${identifiers.map(({ scheme }) => scheme)}::text[], ${identifiers.map(({ value }) => value)}::text[])
        AS wanted (scheme, value) ON k.scheme = wanted.scheme AND k.value = wanted.value
      WHERE k.content_id <> ALL (${exceptIds}::uuid[]) LIMIT 1`;
    return row === undefined ? null : { scheme: row.scheme as IdentifierScheme, value: row.value };
  }

  async assignedTo(offers: readonly OfferRef[]): Promise<readonly string[]> {
    const rows = await this.prisma.$queryRaw<{ id: string }[]>`
      SELECT DISTINCT content_id::text AS id FROM assignments
      JOIN unnest(${offers.map(({ licenseId }) => licenseId)}::uuid[], ${offers.map(({ startsOn }) => startsOn)}::date[])
        AS wanted (license, starts_on) ON license_id = license AND offer_starts_on = starts_on`;
    return rows.map(({ id }) => id);
  }

  /** What one command did has its key in common, and its transaction, by which it is found. */
  async releasedBy(versions: readonly LicenseVersion[]) {
    const licenses = new Set(versions.map(({ licenseId }) => licenseId));
    const rows = await this.prisma.$queryRaw<{ id: string; version: number; change: unknown }[]>`
      SELECT h.aggregate_id::text AS id, h.version, h.change
      FROM (
        SELECT DISTINCT transaction, command_key FROM history
        JOIN unnest(${versions.map(({ licenseId }) => licenseId)}::uuid[], ${versions.map(({ version }) => version)}::int[])
          AS closed (license_id, made) ON aggregate_id = license_id AND version = made) w
      JOIN history h ON h.transaction = w.transaction AND h.command_key = w.command_key
      WHERE h.aggregate = 'content'
        AND EXISTS (SELECT FROM content c WHERE c.id = h.aggregate_id)`;
    return rows.flatMap(({ id, version: at, change }) =>
      released(
        {
          contentId: id,
          version: at,
          change: storedContentChanges.read(change, historyLine(id, at)),
        },
        licenses,
      ),
    );
  }

  /** The offers that share a title are far fewer than the titles that share them, so those are counted first. */
  async neighbors(licenseId: string, startsOn?: readonly IsoDate[]): Promise<readonly Neighbor[]> {
    const those =
      startsOn === undefined
        ? Prisma.empty
        : Prisma.sql`AND mine.offer_starts_on = ANY (${startsOn}::date[])`;
    const rows = await this.prisma.$queryRaw<
      {
        my_start: string;
        titles: number;
        example: string;
        offer: OfferTuple;
        license: LicenseRow;
      }[]
    >`
      SELECT my_start::text, titles, c.title AS example, ${offerColumns} AS offer, ${licenseColumns} AS license
      FROM (
        SELECT mine.offer_starts_on AS my_start, other.license_id, other.offer_starts_on,
          count(*)::int AS titles, (array_agg(mine.content_id))[1] AS content_id
        FROM assignments mine JOIN assignments other ON other.content_id = mine.content_id
        WHERE mine.license_id = ${licenseId}::uuid AND other.license_id <> mine.license_id ${those}
        GROUP BY mine.offer_starts_on, other.license_id, other.offer_starts_on) pair
      JOIN content c ON c.id = pair.content_id
      JOIN offers o ON o.license_id = pair.license_id AND o.starts_on = pair.offer_starts_on
      JOIN licenses l ON l.id = pair.license_id`;
    return rows.map(({ my_start: start, titles, example, offer, license }) => ({
      startsOn: isoDate(start),
      other: licensedBy(license, offer),
      titles,
      example,
    }));
  }

  async candidates(id: string, after: IsoDate): Promise<readonly LicensedOffer[]> {
    const rows = await this.prisma.$queryRaw<{ offer: OfferTuple; license: LicenseRow }[]>`
      SELECT ${offerColumns} AS offer, ${licenseColumns} AS license
      FROM licenses l JOIN offers o ON o.license_id = l.id
      WHERE l.id IN (SELECT license_id FROM assignments WHERE content_id = ${id}::uuid)
        AND o.period && daterange(${after}::date, NULL)
        AND NOT EXISTS (SELECT FROM assignments a
          WHERE a.content_id = ${id}::uuid AND a.license_id = o.license_id AND a.offer_starts_on = o.starts_on)
      ORDER BY o.starts_on LIMIT 5`;
    return rows.map(({ offer, license }) => licensedBy(license, offer));
  }

  add(contents: readonly Content[]): void {
    if (contents.length === 0) return;
    const dependsOnLicenses = this.notWrittenHere(
      licensesRead(contents.flatMap(({ dependsOnLicenses: on }) => on)),
    );
    const rows = contents.map(({ id, details, assignments }) => ({
      ...{ id, ...details.toData() },
      // As the triggers derive it, which then have nothing to change.
      coverage: multirange(assignments.map(({ offer }) => offer.window)),
    }));
    this.write(contents, dependsOnLicenses, [
      Prisma.sql`
        INSERT INTO content (id, title, kind, studio, release_year, parent_id, position, identifiers, notes, version,
          coverage)
        SELECT id, title, kind, studio, "releaseYear", "parentId", position, identifiers, notes, 1, coverage
        FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS c (id uuid, title text, kind text, studio text,
          "releaseYear" int, "parentId" uuid, position int, identifiers jsonb, notes text, coverage datemultirange)
        WHERE ${versionsUnchanged(dependsOnLicenses)}
        RETURNING id, version`,
      ...assignmentWrites(contents),
      insertIdentifiers(contents),
    ]);
  }

  remove(contents: readonly Content[]): void {
    if (contents.length === 0) return;
    const next = contents.map(({ id, version, details }) => ({
      id,
      version,
      change: { kind: 'content-removed', name: details.title } as const,
    }));
    const written = Prisma.sql`
      DELETE FROM content c
      USING unnest(${contents.map(({ id }) => id)}::uuid[], ${contents.map(({ version }) => version)}::int[])
        AS read (id, version)
      WHERE c.id = read.id AND c.version = read.version
      RETURNING c.id, c.version + 1 AS version`;
    const members = [
      Prisma.sql`DELETE FROM assignments USING written WHERE content_id = written.id`,
      Prisma.sql`DELETE FROM content_identifiers USING written WHERE content_id = written.id`,
    ];
    this.pending.push({
      aggregate: 'content',
      next,
      written,
      members,
      dependsOnLicenses: new Map(),
    });
  }

  save(contents: readonly Content[]): void {
    const changed = contents.filter(({ change }) => change !== null);
    const corrected = changed.filter(({ change }) => change?.kind === 'content-corrected');
    for (const content of corrected) this.saveDetails(content);
    const others = changed.filter((content) => !corrected.includes(content));
    if (others.length === 0) return;
    const dependsOnLicenses = this.notWrittenHere(
      licensesRead(others.flatMap((content) => content.dependsOnLicenses)),
    );
    this.write(others, dependsOnLicenses, [
      Prisma.sql`
        UPDATE content SET version = content.version + 1, closing = latest.closing
        FROM (
          SELECT c.id, c.version, read.closing FROM content c
          JOIN unnest(${others.map(({ id }) => id)}::uuid[], ${others.map(({ version }) => version)}::int[],
              ${others.map(({ closing }) => (closing === null ? null : JSON.stringify(closing)))}::jsonb[])
            AS read (id, version, closing) ON c.id = read.id AND c.version = read.version
          WHERE ${versionsUnchanged(dependsOnLicenses)}
          ORDER BY c.id FOR NO KEY UPDATE OF c) latest
        WHERE content.id = latest.id AND content.version = latest.version
        RETURNING content.id, content.version`,
      ...assignmentWrites(others, withdrawnFirstDays(this.pending)),
      ...takedownWrites(others),
    ]);
  }

  /** A license that the same unit of work writes is guarded by its own version. */
  private notWrittenHere(licenses: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
    const written = new Set(this.pending.flatMap(({ next }) => next.map(({ id }) => id)));
    return new Map([...licenses].filter(([id]) => !written.has(id)));
  }

  private saveDetails(content: Content): void {
    const { id, version } = content;
    const { title, studio, releaseYear, parentId, position, identifiers, notes } =
      content.details.toData();
    this.write([content], new Map(), [
      Prisma.sql`
        UPDATE content SET version = version + 1, title = ${title}, studio = ${studio},
          release_year = ${releaseYear}::int, parent_id = ${parentId}::uuid, position = ${position}::int,
          identifiers = ${JSON.stringify(identifiers)}::jsonb, notes = ${notes}
        WHERE id = ${id}::uuid AND version = ${version} RETURNING id, version`,
      // What stays is left alone: a statement cannot take a row away and bring it back.
      Prisma.sql`
        DELETE FROM content_identifiers k USING written
        WHERE k.content_id = written.id AND NOT EXISTS (
          SELECT FROM ${identifierSet([content])} WHERE i.scheme = k.scheme AND i.value = k.value)`,
      insertIdentifiers([content]),
    ]);
  }

  private write(
    contents: readonly Content[],
    dependsOnLicenses: ReadonlyMap<string, number>,
    [written, ...members]: readonly [Prisma.Sql, ...Prisma.Sql[]],
  ): void {
    const next = contents.map(({ id, version, change }) => {
      if (change === null) throw new Error('Only a title that changed is written.');
      return { id, version, change };
    });
    this.pending.push({ aggregate: 'content', next, written, members, dependsOnLicenses });
  }
}
