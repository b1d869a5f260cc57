import type { ColumnKey } from '../vocabulary/columns';
import type { AvailsVersion } from '../sheet-row';
import { AVAILS_VERSIONS } from '../sheet-row';

/** Columns and `EntryType` values added by each release, latest first. */
const CAME_WITH: readonly (readonly [AvailsVersion, RegExp, RegExp | null])[] = [
  ['1.9', /\/(TPRType|CampaignID|AssociatedALID)$|^Reference\//, /^(Create|Update|Delete)$/],
  ['1.8', /\/(PackageLabel|StoreType|Volume.*)$/, null],
  ['1.7.3', /\/(Licensee|TerritoryExclusion|WindowDuration)$/, null],
  ['1.7.2', /\/([A-Za-z]*AltID|RetailerID1)$/, null],
];

/** Movie and television columns, which may share a sheet since 1.8. */
const IN_ONE_SHEET: readonly ColumnKey[] = ['AvailAsset/ContentID', 'AvailAsset/SeriesContentID'];

/** The version in cell A3, as the template writes it; `null` for any other text. */
export function statedVersion(cell: string): AvailsVersion | null {
  const text = cell.trim().replace(/^v/i, '');
  return AVAILS_VERSIONS.find((version) => version === text) ?? null;
}

/** Infers the release of a sheet from its columns and the entry types of its rows. */
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
