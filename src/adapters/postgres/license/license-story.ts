import type { LicenseChange, LicenseState } from '../../../domain/license/license-change';
import type { Since } from '../../../service/history-views';
import type { LicenseView } from '../../../service/license/license-views';
import type { Reads } from '../connection/transaction';
import type { HistoryRow } from '../history-views';
import { changesBetween } from '../../../domain/license/history/changes-between';
import { replay, rewind } from '../../../domain/license/license-change';
import { historyEntry } from '../history-views';
import { historyLine, storedLicenseChanges } from '../stored/stored-changes';

type Line = Pick<HistoryRow, 'aggregate_id' | 'version' | 'change'>;

/** What a license's line of history keeps. @throws StoredUnreadable */
export function licenseChange({ aggregate_id: id, version, change }: Line): LicenseChange {
  return storedLicenseChanges.read(change, historyLine(id, version));
}

/** The changes that made some versions of a license, in order. */
export async function licenseChanges(
  queries: Reads,
  id: string,
  [first, last]: readonly [first: number, last: number],
): Promise<readonly LicenseChange[]> {
  const lines = await queries.$queryRaw<Line[]>`
    SELECT aggregate_id::text, version, change FROM history
    WHERE aggregate_id = ${id}::uuid AND version BETWEEN ${first}::int AND ${last}::int ORDER BY version`;
  return lines.map(licenseChange);
}

/**
 * What happened to a license since a version. Few changes stand for those before the newest: with these, the license at the
 * version is what it was.
 *
 * @param newest the newest lines after the version, in order
 */
export async function licenseStory(
  queries: Reads,
  { id, version: latest, details, offers, closing }: LicenseView,
  version: number,
  newest: readonly HistoryRow[],
): Promise<Since<LicenseChange>> {
  const changes = newest.map(licenseChange);
  const entries = newest.map((line) => historyEntry(line, details.name));
  const gap = latest - version - newest.length;
  if (gap <= 0) return { changes, entries, unread: 0 };
  const reached = rewind({ details, offers, closing }, changes);
  const earlier = changesBetween(await stateAt(queries, id, version, { reached, gap }), reached);
  return {
    changes: [...earlier, ...changes],
    entries,
    unread: Math.max(0, gap - earlier.length),
  };
}

/**
 * The state at a version, from the nearer side: the changes up to it, or those after it.
 *
 * @param later the state after so many more changes
 */
async function stateAt(
  queries: Reads,
  id: string,
  version: number,
  { reached, gap }: { readonly reached: LicenseState; readonly gap: number },
): Promise<LicenseState> {
  if (version <= gap) return replay(await licenseChanges(queries, id, [1, Math.max(1, version)]));
  return rewind(reached, await licenseChanges(queries, id, [version + 1, version + gap]));
}
