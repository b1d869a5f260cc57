import type { SheetRow } from '../sheet-row';
import type { ColumnKey } from './columns';

/** A filled column that changes no license, offer or title, and the number of rows that fill it. */
export interface IdleColumn {
  /** Its group and name, or the header of a column that is not in the standard. */
  readonly column: string;
  readonly rows: number;
}

/** The columns that an import reads licenses, offers and titles from. */
const READ: ReadonlySet<string> = new Set<ColumnKey>([
  'Avail/DisplayName',
  'Avail/Licensee',
  'Avail/ALID',
  'Avail/AvailID',
  'Avail/BundledALIDs',
  'Avail/ExceptionFlag',
  'AvailTrans/ContractID',
  'AvailTrans/LicenseType',
  'AvailTrans/LicenseRightsDescription',
  'AvailTrans/Territory',
  'AvailTrans/TerritoryExclusion',
  'AvailTrans/FormatProfile',
  'AvailTrans/HDR',
  'AvailTrans/WCG',
  'AvailTrans/HFR',
  'AvailTrans/NGAudio',
  'AvailTrans/Start',
  'AvailTrans/StartLag',
  'AvailTrans/End',
  'AvailTrans/EndLag',
  'AvailTrans/WindowDuration',
  'AvailTrans/PriceType',
  'AvailTrans/PriceValue',
  'AvailTrans/PriceCurrency',
  'AvailTrans/SRP',
  'AvailTrans/AssetLanguage',
  'AvailTrans/AllowedLanguages',
  'AvailTrans/HoldbackLanguage',
  'AvailTrans/Exclusive',
  'AvailAsset/WorkType',
  'AvailAsset/ContentID',
  'AvailAsset/TitleID',
  'AvailAsset/EditID',
  'AvailAsset/SeriesContentID',
  'AvailAsset/SeasonContentID',
  'AvailAsset/VolumeContentID',
  'AvailAsset/EpisodeContentID',
  'AvailMetadata/TitleInternalAlias',
  'AvailMetadata/TitleDisplayUnlimited',
  'AvailMetadata/ReleaseYear',
  'AvailMetadata/SeriesTitleInternalAlias',
  'AvailMetadata/SeriesTitleDisplayUnlimited',
  'AvailMetadata/SeriesID',
  'AvailMetadata/SeasonNumber',
  'AvailMetadata/SeasonTitleInternalAlias',
  'AvailMetadata/SeasonTitleDisplayUnlimited',
  'AvailMetadata/SeasonID',
  'AvailMetadata/VolumeNumber',
  'AvailMetadata/VolumeTitleInternalAlias',
  'AvailMetadata/VolumeTitleDisplayUnlimited',
  'AvailMetadata/VolumeID',
  'AvailMetadata/EpisodeNumber',
  'AvailMetadata/EpisodeTitleInternalAlias',
  'AvailMetadata/EpisodeTitleDisplayUnlimited',
  'AvailMetadata/EpisodeTitleID',
  'AvailMetadata/EpisodeID',
  'Disposition/EntryType',
  'Reference/RefALID',
]);

/** The filled columns without an effect, the most filled first. */
export function idleColumns(rows: readonly SheetRow[]): readonly IdleColumn[] {
  const counts = new Map<string, number>();
  for (const { cells } of rows)
    for (const column in cells)
      if (!READ.has(column) && (cells[column] ?? '').trim() !== '')
        counts.set(column, (counts.get(column) ?? 0) + 1);
  return [...counts]
    .map(([column, count]) => ({ column, rows: count }))
    .sort((a, b) => b.rows - a.rows || (a.column < b.column ? -1 : 1));
}
