import type { ColumnKey } from '../vocabulary/columns';
import type { AvailsVersion } from '../sheet-row';
import { AVAILS_VERSIONS } from '../sheet-row';

/** What came with each release, the latest first: columns, and values of `EntryType`. */
const CAME_WITH: readonly (readonly [AvailsVersion, RegExp, RegExp | null])[] = [
  ['1.9', /\/(TPRType|CampaignID|AssociatedALID)$|^Reference\//, /^(Create|Update|Delete)$/],
  ['1.8', /\/(PackageLabel|StoreType|Volume.*)$/, null],
  ['1.7.3', /\/(Licensee|TerritoryExclusion|WindowDuration)$/, null],
  ['1.7.2', /\/([A-Za-z]*AltID|RetailerID1)$/, null],
];

/** Columns of movies and of television, which may share a sheet since 1.8. */
const IN_ONE_SHEET: readonly ColumnKey[] = ['AvailAsset/ContentID', 'AvailAsset/SeriesContentID'];

/** The version that the template writes into cell A3; `null` when something else stands there. */
export function statedVersion(cell: string): AvailsVersion | null {
  const text = cell.trim().replace(/^v/i, '');
  return AVAILS_VERSIONS.find((version) => version === text) ?? null;
}

/** The release that a sheet is of, by the columns it has and the entry types of its rows. */
export function inferredVersion(
  keys: readonly string[],
  entryTypes: ReadonlySet<string>,
): AvailsVersion {
  const found = CAME_WITH.find(
    ([version, column, entryType]) =>
      keys.some((key) => column.test(key)) ||
      (entryType !== null && [...entryTypes].some((type) => entryType.test(type))) ||
      (version === '1.8' && IN_ONE_SHEET.every((key) => keys.includes(key))),
  );
  return found?.[0] ?? '1.7';
}
