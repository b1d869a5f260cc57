import type { LicenseRights } from '../../../domain/content/availability-question';
import type { ContentChange } from '../../../domain/content/content-change';
import type { PastLicense, TitleLine } from '../../../domain/content/title-history';
import type { AssignedOffer, ContentView, PastTitle } from '../../../service/content/content-views';
import type { Reads } from '../connection/transaction';
import type { HistoryRow } from '../history-views';
import { assignmentsIn } from '../../../domain/content/content-change';
import { daysByPlace, union } from '../../../domain/content/coverage';
import { Takedown } from '../../../domain/content/takedown';
import { replayTitle } from '../../../domain/content/title-history';
import { Offer } from '../../../domain/license/offer';
import { Terms } from '../../../domain/license/terms';
import { Prices } from '../../../domain/price-table/prices';
import { endOfDay, historyEntry, versionOn } from '../history-views';
import { historyLine, storedContentChanges, storedLicenseChanges } from '../stored/stored-changes';

/** No version is larger. */
const MAX_VERSION = 2 ** 31 - 1;

interface StoryRow extends HistoryRow {
  /** The studio of a license; `null` when it was removed since. */
  readonly studio: string | null;
}

/**
 * A title as it was under one of its versions, until the next: from its history and that of its licenses. Lines of history
 * of a title and its licenses are numbered in the order of their changes, because each change holds the license it is about.
 *
 * @param until a day, ISO 8601: what its licenses became after its end, in UTC, is left out; without it, up to the next version
 * @returns `null` when there is no such version
 */
export async function pastTitle(
  prisma: Reads,
  latest: ContentView,
  version: number,
  until: string | null = null,
): Promise<PastTitle | null> {
  const { id, version: latestVersion, belongsTo } = latest;
  if (version < 1 || version > latestVersion) return null;
  const own = await prisma.$queryRaw<HistoryRow[]>`
    SELECT aggregate, aggregate_id, version, to_json(at) #>> '{}' AS at, actor, actor_id, change
    FROM history WHERE aggregate_id = ${id}::uuid AND version <= ${version} ORDER BY version`;
  const last = own.at(-1);
  if (last?.version !== version) return null;
  // Of each license the lines before its first that came after the title's next version, which are read in their order: a
  // license may have a long history since.
  const story = await prisma.$queryRaw<StoryRow[]>`
    WITH asked AS (SELECT sequence FROM history WHERE aggregate_id = ${id}::uuid AND version = ${version}),
      following AS (
        SELECT sequence, command_key FROM history WHERE aggregate_id = ${id}::uuid AND version = ${version + 1}),
      told AS (
        SELECT * FROM history WHERE aggregate_id = ${id}::uuid AND version <= ${version}
        UNION ALL
        SELECT h.* FROM unnest(${licensesIn(own)}::uuid[]) AS license (id)
        LEFT JOIN LATERAL (
          SELECT later.version FROM history later, following
          WHERE later.aggregate_id = license.id AND later.sequence > following.sequence
          ORDER BY later.version LIMIT 1) beyond ON true
        JOIN history h ON h.aggregate_id = license.id AND h.version < coalesce(beyond.version, ${MAX_VERSION})
        WHERE h.change ->> 'kind' <> 'license-removed' AND h.at < coalesce(${endOfDay(until)}, 'infinity')
          AND NOT EXISTS (
            SELECT FROM asked, following
            WHERE h.command_key = following.command_key AND h.sequence > asked.sequence))
    SELECT aggregate, aggregate_id, told.version, change, l.studio
    FROM told LEFT JOIN licenses l ON l.id = aggregate_id
    ORDER BY told.sequence`;
  const { details, takedowns, closing, licenses } = replayTitle(story.map(titleLine));
  const studios = new Map(story.map((line) => [line.aggregate_id, line.studio]));
  const studioOf = ({ licenseId }: PastLicense) => studios.get(licenseId) ?? details.studio;
  const standing = takedowns.map(Takedown.of);
  const assigned = licenses
    .flatMap((license) =>
      license.assigned.map((offer) => assignedOffer(license, offer, studioOf(license))),
    )
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  return {
    ...{ id, version, latestVersion, belongsTo, details, takedowns, closing, assigned },
    coverage: coverageOf(assigned, standing),
    lastChange: historyEntry(last, details.title),
    rights: {
      ...{ contentId: id, title: details.title, takedowns: standing, closing },
      licenses: licenses.map((license) => licenseRights(license, studioOf(license))),
    },
  };
}

/**
 * A title as it was at the end of a day, in UTC.
 *
 * @returns `null` when it was not there yet
 */
export async function titleOnDay(
  prisma: Reads,
  latest: ContentView,
  day: string,
): Promise<PastTitle | null> {
  const version = await versionOn(prisma, latest.id, day);
  return version === null ? null : pastTitle(prisma, latest, version, day);
}

function licensesIn(own: readonly HistoryRow[]): string[] {
  const assignments = own.map(contentChange).map(assignmentsIn);
  return [...new Set(assignments.flatMap(({ given }) => given.map(({ licenseId }) => licenseId)))];
}

function titleLine(row: StoryRow): TitleLine {
  if (row.aggregate === 'content') return { of: 'title', change: contentChange(row) };
  const { aggregate_id: licenseId, version, change } = row;
  const line = historyLine(licenseId, version);
  return { of: 'license', licenseId, change: storedLicenseChanges.read(change, line) };
}

function contentChange({ aggregate_id: id, version, change }: HistoryRow): ContentChange {
  return storedContentChanges.read(change, historyLine(id, version));
}

/** In date order; the license decides between offers that begin on one day. */
function placeOf({ offer, licenseId }: AssignedOffer): string {
  return `${offer.window.startsOn} ${licenseId}`;
}

function assignedOffer(
  { licenseId, details: { name, terms } }: PastLicense,
  offer: AssignedOffer['offer'],
  studio: string,
): AssignedOffer {
  const { rightsType, territories, formats, languages } = terms;
  return {
    ...{ licenseId, licenseName: name, studio, rightsType, territories, formats, languages },
    offer,
  };
}

function licenseRights(license: PastLicense, studio: string): LicenseRights {
  const { licenseId, version, details, offers, assigned } = license;
  const { rightsType, territories, devices, formats, languages, window } = Terms.of(details.terms);
  return {
    ...{ licenseId, licenseVersion: version, licenseName: details.name, studio },
    ...{ rightsType, territories, devices, formats, languages, window },
    // A price table has a history of its own: who shows amounts adds what it says now.
    table: Prices.NONE,
    assigned: assigned.map(Offer.of),
    unassigned: offers.filter((offer) => !assigned.includes(offer)).map(Offer.of),
  };
}

function coverageOf(assigned: readonly AssignedOffer[], takedowns: readonly Takedown[]) {
  const onOffer = assigned.map(({ rightsType, territories, offer: { window } }) => ({
    ...{ rightsType, territories, window },
  }));
  return union(
    [...daysByPlace(onOffer, takedowns).values()].flatMap((there) => [...there.values()].flat()),
  );
}
