import type { ColumnKey } from './vocabulary/columns';
import { isOwnAvailId } from './avail-ids';
import { languagesIn } from './origin-row';
import { FORMAT_COLUMNS } from './row-variants';
import { GIVEN_BACK, LANGUAGE_LISTS } from './right-cells';

/** Columns that say which title, right and offer a row is about: these are compared as rights. */
const RIGHTS: ReadonlySet<string> = new Set<ColumnKey>([
  'Avail/DisplayName',
  'Avail/ALID',
  'Avail/BundledALIDs',
  'Avail/ExceptionFlag',
  'AvailAsset/WorkType',
  'AvailAsset/ContentID',
  'AvailAsset/SeriesContentID',
  'AvailAsset/SeasonContentID',
  'AvailAsset/VolumeContentID',
  'AvailAsset/EpisodeContentID',
  'AvailTrans/ContractID',
  'AvailTrans/LicenseType',
  'AvailTrans/Territory',
  'AvailTrans/TerritoryExclusion',
  'AvailTrans/AssetLanguage',
  'AvailTrans/AllowedLanguages',
  'AvailTrans/HoldbackLanguage',
  'AvailTrans/Exclusive',
  'AvailTrans/Start',
  'AvailTrans/StartLag',
  'AvailTrans/End',
  'AvailTrans/EndLag',
  'AvailTrans/PriceType',
  'AvailTrans/PriceValue',
  'AvailTrans/PriceCurrency',
  'AvailTrans/SRP',
  'Disposition/EntryType',
  ...FORMAT_COLUMNS,
]);

/** Columns that exports fill although no row did, from what is stored. */
const FILLED_BY_EXPORTS: ReadonlySet<string> = new Set<ColumnKey>([
  'Avail/AvailID',
  'Avail/ServiceProvider',
  'AvailAsset/EditID',
  'AvailAsset/AltID',
  'AvailMetadata/ReleaseYear',
  'AvailMetadata/TitleInternalAlias',
  'AvailMetadata/TitleDisplayUnlimited',
  'AvailMetadata/VolumeTitleInternalAlias',
  'AvailMetadata/VolumeTitleDisplayUnlimited',
  'AvailMetadata/VolumeID',
  'AvailMetadata/VolumeAltID',
  'AvailMetadata/SeriesTitleInternalAlias',
  'AvailMetadata/SeriesTitleDisplayUnlimited',
  'AvailMetadata/SeriesID',
  'AvailMetadata/SeriesAltID',
  'AvailMetadata/SeasonTitleInternalAlias',
  'AvailMetadata/SeasonTitleDisplayUnlimited',
  'AvailMetadata/SeasonNumber',
  'AvailMetadata/SeasonID',
  'AvailMetadata/SeasonAltID',
  'AvailMetadata/EpisodeCount',
  'AvailMetadata/EpisodeNumber',
  'AvailMetadata/EpisodeTitleInternalAlias',
  'AvailMetadata/EpisodeTitleDisplayUnlimited',
  'AvailMetadata/EpisodeID',
  'AvailMetadata/EpisodeAltID',
  'AvailTrans/LicenseRightsDescription',
  'AvailTrans/SuppressionLiftDate',
]);

/**
 * Whether a column is one whose cells only the row holds: nothing else is stored of them, and exports return them. Of the
 * others, a blank cell says nothing.
 */
export function isHeldByRow(column: string): boolean {
  return GIVEN_BACK.has(column) && !FILLED_BY_EXPORTS.has(column) && !RIGHTS.has(column);
}

/** Whether a column describes, and does not say which title, right or offer its row is about. */
export function isDetail(column: string): boolean {
  return !RIGHTS.has(column);
}

/** A detail as it is compared: without blanks around it, and without AvailIDs of our exports. */
export function detailText(column: string, cell: string | undefined): string {
  const text = cell?.trim() ?? '';
  if (LANGUAGE_LISTS.includes(column as ColumnKey)) return languagesIn(text).join(', ');
  return column === 'Avail/AvailID' && isOwnAvailId(text) ? '' : text;
}
