/**
 * Columns of the EMA/MovieLabs avails spreadsheet by group (first header row) and name (second header row), and the
 * templates of release 1.9 in column order. From the templates and mapping data of the public repository MovieLabs/mddf
 * (copyright Motion Picture Laboratories, Inc., MIT-style permission notice).
 */
const NAMES_BY_GROUP = {
  Avail: [
    'DisplayName',
    'Licensee',
    'ServiceProvider',
    'ReportingID',
    'ALID',
    'AssociatedALID',
    'AvailID',
    'RetailerSpare1',
    'RetailerSpare2',
    'RetailerSpare3',
    'UV_ID',
    'DMA_ID',
    'BundledALIDs',
    'ExceptionFlag',
    'StoreType',
  ],
  AvailTrans: [
    'ContractID',
    'LicenseType',
    'LicenseRightsDescription',
    'Territory',
    'TerritoryExclusion',
    'FormatProfile',
    'HDR',
    'WCG',
    'HFR',
    'NGAudio',
    'Start',
    'StartLag',
    'End',
    'EndLag',
    'WindowDuration',
    'PriceType',
    'PriceValue',
    'PriceCurrency',
    'SRP',
    'Description',
    'Download',
    'OtherTerms',
    'OtherInstructions',
    'SuppressionLiftDate',
    'SpecialPreOrderFulfillDate',
    'AnnounceDate',
    'RentalDuration',
    'WatchDuration',
    'FixedEndDate',
    'AssetLanguage',
    'AllowedLanguages',
    'HoldbackLanguage',
    'RequiredFulfillmentLanguages',
    'TitleStatus',
    'Exclusive',
    'ExclusiveAttributes',
    'BrandingRights',
    'BrandingRightsAttributes',
    'TPRType',
    'CampaignID',
  ],
  AvailAsset: [
    'ContentID',
    'TitleID',
    'EditID',
    'AltID',
    'PackageLabel',
    'WorkType',
    'Metadata',
    'SeriesContentID',
    'SeasonContentID',
    'VolumeContentID',
    'EpisodeContentID',
  ],
  AvailMetadata: [
    'RetailerID1',
    'RetailerID2',
    'RetailerID3',
    'TitleInternalAlias',
    'TitleDisplayUnlimited',
    'LocalizationType',
    'CompanyDisplayCredit',
    'GroupIdentity',
    'Director',
    'Any',
    'ReleaseYear',
    'ReleaseHistoryOriginal',
    'ReleaseHistoryPhysicalHV',
    'RatingSystem',
    'RatingValue',
    'RatingReason',
    'TotalRunTime',
    'CaptionIncluded',
    'CaptionExemption',
    'SeriesTitleInternalAlias',
    'SeriesTitleDisplayUnlimited',
    'SeasonNumber',
    'SeasonTitleInternalAlias',
    'SeasonTitleDisplayUnlimited',
    'VolumeTitleInternalAlias',
    'VolumeTitleDisplayUnlimited',
    'VolumeNumber',
    'DistributionNumber',
    'VolumeDistributionNumber',
    'EpisodeNumber',
    'EpisodeTitleInternalAlias',
    'EpisodeTitleDisplayUnlimited',
    'EpisodeCount',
    'SeasonCount',
    'SeriesID',
    'SeasonID',
    'VolumeID',
    'EpisodeTitleID',
    'EpisodeID',
    'SeriesAltID',
    'SeasonAltID',
    'VolumeAltID',
    'EpisodeAltID',
    'RetailerEpisodeID1',
    'RetailerEpisodeID2',
    'RetailerSeasonID',
    'RetailerSeriesID',
    'RetailerVolumeID',
  ],
  Disposition: ['EntryType'],
  Reference: [
    'RefALID',
    'RefTerritory',
    'RefTerritoryExcluded',
    'RefLicenseType',
    'RefFormatProfile',
    'RefAvailID',
  ],
} as const;

type Group = keyof typeof NAMES_BY_GROUP;

/** A column of the standard as `Group/Name`, in the spelling used for writing. */
export type ColumnKey = {
  [G in Group]: `${G}/${(typeof NAMES_BY_GROUP)[G][number]}`;
}[Group];

/** All columns of the standard. */
export const COLUMNS = (Object.keys(NAMES_BY_GROUP) as Group[]).flatMap((group) =>
  NAMES_BY_GROUP[group].map((name) => `${group}/${name}` as ColumnKey),
);

/** Alternative headers found in real files, each as `Group/Name`. */
export const HEADER_VARIANTS: Readonly<Record<string, ColumnKey>> = {
  'Avail/BundleALIDs': 'Avail/BundledALIDs',
  'AvailTerms/ContractID': 'AvailTrans/ContractID',
  'AvailMetadata/VolumeDistributinoNumber': 'AvailMetadata/VolumeDistributionNumber',
};

/** The separator of cells with several values. Columns that are not listed have one value. */
export const LIST_SEPARATORS: Readonly<Partial<Record<ColumnKey, ',' | ';'>>> = {
  'Avail/AssociatedALID': ';',
  'Avail/BundledALIDs': ';',
  'AvailMetadata/RatingReason': ',',
  'AvailTrans/Territory': ',',
  'AvailTrans/TerritoryExclusion': ',',
  'AvailTrans/AssetLanguage': ',',
  'AvailTrans/AllowedLanguages': ',',
  'AvailTrans/HoldbackLanguage': ',',
  'AvailTrans/RequiredFulfillmentLanguages': ',',
};

/** The first column of our workbooks of rejected rows, with the reasons. Imports ignore it. */
export const REASON_COLUMN = 'Problem/Reason';

/** One column of a template. */
export interface TemplateColumn {
  readonly key: ColumnKey;
  /** Whether the column is required in every row, as the third header row states. */
  readonly required: boolean;
}

/** Names in template order, without groups; `*` marks required columns. */
const NAMES_BY_TEMPLATE = {
  movies: `
DisplayName* Licensee AssetLanguage Territory* TerritoryExclusion StoreType WorkType* EntryType*
TitleInternalAlias* TitleDisplayUnlimited LocalizationType CompanyDisplayCredit GroupIdentity
Director LicenseType* LicenseRightsDescription FormatProfile* HDR WCG HFR NGAudio Start* StartLag
End* EndLag WindowDuration PriceType PriceValue PriceCurrency SRP Description Download OtherTerms
OtherInstructions TitleID EditID AltID ContentID* AvailID UV_ID DMA_ID ReportingID Metadata ALID*
SuppressionLiftDate SpecialPreOrderFulfillDate AnnounceDate ReleaseYear ReleaseHistoryOriginal
ReleaseHistoryPhysicalHV ExceptionFlag RatingSystem RatingValue RatingReason RentalDuration
WatchDuration CaptionIncluded CaptionExemption Any ContractID TitleStatus Exclusive
ExclusiveAttributes BrandingRights BrandingRightsAttributes ServiceProvider TotalRunTime
HoldbackLanguage AllowedLanguages RequiredFulfillmentLanguages BundledALIDs RetailerID1
RetailerID2 RetailerID3 RetailerSpare1 RetailerSpare2 RetailerSpare3 PackageLabel
`,
  tv: `
DisplayName* Licensee AssetLanguage Territory* TerritoryExclusion WorkType* EntryType*
SeriesTitleInternalAlias* SeriesTitleDisplayUnlimited SeasonNumber* VolumeTitleInternalAlias
VolumeTitleDisplayUnlimited VolumeNumber DistributionNumber VolumeDistributionNumber EpisodeNumber
LocalizationType EpisodeTitleInternalAlias EpisodeTitleDisplayUnlimited SeasonTitleInternalAlias
SeasonTitleDisplayUnlimited EpisodeCount* SeasonCount SeriesID SeasonID VolumeID EpisodeTitleID
EpisodeID SeriesAltID SeasonAltID VolumeAltID EpisodeAltID ALID* CompanyDisplayCredit
GroupIdentity Director LicenseType* LicenseRightsDescription FormatProfile* HDR WCG HFR NGAudio
Start* StartLag End* EndLag WindowDuration SpecialPreOrderFulfillDate PriceType PriceValue
PriceCurrency SRP Description Download OtherTerms OtherInstructions SeriesContentID*
SeasonContentID* VolumeContentID EpisodeContentID AvailID UV_ID DMA_ID ReportingID Metadata
SuppressionLiftDate AnnounceDate ReleaseYear ReleaseHistoryOriginal ReleaseHistoryPhysicalHV
ExceptionFlag RatingSystem RatingValue RatingReason RentalDuration WatchDuration FixedEndDate
CaptionIncluded CaptionExemption Any ContractID TitleStatus Exclusive ExclusiveAttributes
BrandingRights BrandingRightsAttributes ServiceProvider TotalRunTime HoldbackLanguage
AllowedLanguages RequiredFulfillmentLanguages BundledALIDs RetailerEpisodeID1 RetailerEpisodeID2
RetailerVolumeID RetailerSeasonID RetailerSeriesID RetailerSpare1 RetailerSpare2 RetailerSpare3
PackageLabel
`,
  'all-avails': `
ALID* AssociatedALID AvailID BundledALIDs Licensee RetailerSpare1 RetailerSpare2 RetailerSpare3
EntryType* DisplayName* DMA_ID ExceptionFlag ReportingID ServiceProvider UV_ID AltID ContentID
EpisodeContentID EditID SeasonContentID SeriesContentID Metadata TitleID VolumeContentID WorkType*
Any CaptionExemption CaptionIncluded CompanyDisplayCredit Director DistributionNumber EpisodeCount
EpisodeID EpisodeAltID EpisodeNumber EpisodeTitleDisplayUnlimited EpisodeTitleID
EpisodeTitleInternalAlias GroupIdentity LocalizationType RatingReason RatingSystem RatingValue
ReleaseHistoryOriginal ReleaseHistoryPhysicalHV ReleaseYear RetailerID1 RetailerID2 RetailerID3
RetailerEpisodeID1 RetailerEpisodeID2 RetailerSeasonID RetailerSeriesID RetailerVolumeID
SeasonCount SeasonID SeasonAltID SeasonNumber SeasonTitleDisplayUnlimited SeasonTitleInternalAlias
SeriesID SeriesAltID SeriesTitleDisplayUnlimited SeriesTitleInternalAlias TitleDisplayUnlimited
TitleInternalAlias TotalRunTime VolumeDistributionNumber VolumeID VolumeNumber
VolumeTitleDisplayUnlimited VolumeTitleInternalAlias AllowedLanguages AnnounceDate AssetLanguage
BrandingRights BrandingRightsAttributes CampaignID ContractID Description Download End* EndLag
Exclusive ExclusiveAttributes FixedEndDate FormatProfile* HDR HFR HoldbackLanguage
LicenseRightsDescription LicenseType* NGAudio OtherInstructions OtherTerms PriceCurrency PriceType
PriceValue RentalDuration RequiredFulfillmentLanguages SpecialPreOrderFulfillDate SRP Start*
StartLag SuppressionLiftDate Territory* TerritoryExclusion TitleStatus TPRType WatchDuration WCG
WindowDuration
`,
};

export type TemplateName = keyof typeof NAMES_BY_TEMPLATE;

const keyByName = new Map(COLUMNS.map((key) => [key.slice(key.indexOf('/') + 1), key]));

function template(names: string): readonly TemplateColumn[] {
  return names
    .trim()
    .split(/\s+/)
    .map((word) => {
      const name = word.replace('*', '');
      const key = keyByName.get(name);
      if (key === undefined) throw new Error(`There is no column ${name}.`);
      return { key, required: word !== name };
    });
}

/**
 * The columns of the 1.9 templates in order: movies, television, and both in one sheet. The reference tool drops rows of
 * sheets that lack some of them, so exports write all.
 */
export const TEMPLATES: Readonly<Record<TemplateName, readonly TemplateColumn[]>> = {
  movies: template(NAMES_BY_TEMPLATE.movies),
  tv: template(NAMES_BY_TEMPLATE.tv),
  'all-avails': template(NAMES_BY_TEMPLATE['all-avails']),
};
