import type { RefusedRow } from '../avail-entry';
import type { ColumnKey } from '../vocabulary/columns';
import type { SheetRow } from '../sheet-row';
import type { RowReading } from './read-row';
import { ENTRY_TYPES, LICENSE_TYPES } from '../vocabulary/vocabulary';

/** What names the title of a row, by decreasing reliability. */
const NAMES: readonly ColumnKey[] = [
  'Avail/ALID',
  'AvailAsset/EpisodeContentID',
  'AvailAsset/VolumeContentID',
  'AvailAsset/ContentID',
  'AvailMetadata/TitleInternalAlias',
  'AvailMetadata/EpisodeTitleInternalAlias',
];

/**
 * The rows of full extracts that an error stops. What such a row grants is not known, so the extract is incomplete wherever
 * the row may apply. A row without an ALID is about the titles of the file that share its content id, or else its name.
 */
export function refusedRows(readings: readonly RowReading[]): readonly RefusedRow[] {
  const refused = readings.filter(({ findings }) => findings.isStopped && mayExtract(findings.row));
  if (refused.length === 0) return [];
  const alidsByName = new Map<string, Set<string>>();
  for (const { findings } of readings) {
    const alid = cellOf(findings.row, 'Avail/ALID');
    if (alid === '') continue;
    for (const key of namesOf(findings.row))
      alidsByName.set(key, (alidsByName.get(key) ?? new Set()).add(alid));
  }
  return refused.map(({ findings: { row }, territories }) => {
    const known = namesOf(row).flatMap((name) => alidsByName.get(name) ?? []);
    const licenseType = cellOf(row, 'AvailTrans/LicenseType');
    return {
      ...{ sheet: row.sheet, row: row.row, territories },
      alids: [...(known[0] ?? [])],
      rightsType: Object.hasOwn(LICENSE_TYPES, licenseType)
        ? (LICENSE_TYPES[licenseType] ?? null)
        : null,
    };
  });
}

/** Whether a row is of a full extract, or may be meant to be. */
function mayExtract(row: SheetRow): boolean {
  const entryType = cellOf(row, 'Disposition/EntryType');
  return !Object.hasOwn(ENTRY_TYPES, entryType) || ENTRY_TYPES[entryType] === 'extract';
}

function namesOf(row: SheetRow): readonly string[] {
  return NAMES.flatMap((column) => {
    const text = cellOf(row, column);
    return text === '' ? [] : [`${column}\n${text}`];
  });
}

function cellOf(row: SheetRow, column: ColumnKey): string {
  return row.cells[column]?.trim() ?? '';
}
