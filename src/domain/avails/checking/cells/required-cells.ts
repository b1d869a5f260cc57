import type { ColumnKey } from '../../vocabulary/columns';
import type { RowFindings } from '../row-findings';
import { columnName } from '../row-findings';

/** Columns that are required in every row. */
const ALWAYS: readonly ColumnKey[] = [
  'Avail/ALID',
  'Avail/DisplayName',
  'Disposition/EntryType',
  'AvailAsset/WorkType',
  'AvailTrans/Territory',
  'AvailTrans/LicenseType',
  'AvailTrans/FormatProfile',
  'AvailTrans/Start',
  'AvailTrans/End',
];

const OF_A_FEATURE: readonly ColumnKey[] = [
  'AvailAsset/ContentID',
  'AvailMetadata/TitleInternalAlias',
];
const OF_A_SERIES: readonly ColumnKey[] = [
  'AvailAsset/SeriesContentID',
  'AvailMetadata/SeriesTitleInternalAlias',
];
const OF_A_SEASON: readonly ColumnKey[] = [
  ...OF_A_SERIES,
  'AvailAsset/SeasonContentID',
  'AvailMetadata/SeasonNumber',
];

/** Additional required columns by work type. */
const BY_WORK_TYPE: Readonly<Record<string, readonly ColumnKey[]>> = {
  Movie: OF_A_FEATURE,
  Short: OF_A_FEATURE,
  Collection: OF_A_FEATURE,
  Supplemental: OF_A_FEATURE,
  Series: OF_A_SERIES,
  Season: OF_A_SEASON,
  Volume: [...OF_A_SEASON, 'AvailAsset/VolumeContentID'],
  // Its season may be known by the content id alone.
  Episode: [
    ...OF_A_SERIES,
    'AvailAsset/SeasonContentID',
    'AvailAsset/EpisodeContentID',
    'AvailMetadata/EpisodeNumber',
    'AvailMetadata/EpisodeTitleInternalAlias',
  ],
};

const CONTENT_IDS: Readonly<Record<string, ColumnKey>> = {
  Movie: 'AvailAsset/ContentID',
  Short: 'AvailAsset/ContentID',
  Collection: 'AvailAsset/ContentID',
  Supplemental: 'AvailAsset/ContentID',
  Series: 'AvailAsset/SeriesContentID',
  Season: 'AvailAsset/SeasonContentID',
  Volume: 'AvailAsset/VolumeContentID',
  Episode: 'AvailAsset/EpisodeContentID',
};

/** The content id column of the title that a row sells; `null` for an unknown work type. */
export function contentIdColumn(findings: RowFindings): ColumnKey | null {
  const workType = findings.text('AvailAsset/WorkType');
  return Object.hasOwn(CONTENT_IDS, workType) ? (CONTENT_IDS[workType] ?? null) : null;
}

/** R1: reports every required cell that is blank. */
export function checkRequiredCells(findings: RowFindings): void {
  const workType = findings.text('AvailAsset/WorkType');
  const ofWork = Object.hasOwn(BY_WORK_TYPE, workType) ? (BY_WORK_TYPE[workType] ?? []) : [];
  for (const column of [...ALWAYS, ...ofWork])
    if (findings.text(column) === '')
      findings.error('R1', column, 'This cell is blank.', `Fill in ${columnName(column)}.`);
}
