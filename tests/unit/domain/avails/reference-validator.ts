import { isCurrency, isLanguage, isRating, isTerritory } from './reference-values';

/** The first sheet of a workbook as rows of texts. */
export type SheetTexts = readonly (readonly string[])[];

/** Columns without which the reference tool drops every row. */
const NEEDED = [
  ...['TitleID', 'EditID', 'AltID', 'Director', 'GroupIdentity', 'RetailerID1', 'TotalRunTime'],
  ...['CaptionExemption', 'ReleaseHistoryOriginal', 'BundledALIDs', 'SeriesAltID', 'EpisodeAltID'],
];

const MONEY = ['WSP', 'EpisodeWSP', 'SeasonWSP', 'DMRP', 'SMRP'];
const PRICE_TYPES = [...MONEY, 'Tier', 'Category', 'LicenseFee', 'NA'];

/** Closed lists, matched exactly; a blank cell passes where it is not required. */
const CLOSED: Readonly<Record<string, readonly string[]>> = {
  EntryType: ['Full Extract', 'Full Delete', 'Create', 'Update', 'Delete'],
  FormatProfile: ['SD', 'HD', 'UHD', '3D', '3DSD', '3DHD', '3DUHD'],
  // The standard has Supplemental and Volume; the tool rejects their rows because of a bug.
  WorkType: ['Movie', 'Short', 'Collection', 'Season', 'Episode'],
  PriceType: [...PRICE_TYPES, ...PRICE_TYPES.map((type) => `TPR-${type}`)],
  LocalizationType: ['sub', 'dub', 'subdub', 'any'],
  TitleStatus: ['Pending', 'Approved', 'Revoked', 'Expired'],
  TPRType: ['Conditional', 'Unconditional', 'unspecified'],
  CaptionExemption: ['1', '2', '3', '4', '5', '6'],
};

const REQUIRED = ['ALID', 'Start', 'End', 'EntryType', 'LicenseType', 'FormatProfile', 'WorkType'];

const REQUIRED_BY_TYPE: Readonly<Record<string, readonly string[]>> = {
  Movie: ['ContentID'],
  Short: ['ContentID'],
  Collection: ['ContentID', 'BundledALIDs'],
  Season: ['SeriesContentID', 'SeasonContentID', 'SeriesTitleInternalAlias'],
  Episode: [
    ...['SeriesContentID', 'SeasonContentID', 'EpisodeContentID'],
    ...['SeriesTitleInternalAlias', 'EpisodeNumber'],
  ],
};

const BOOLEAN = /^(yes|no|y|n|true|false|t|f|1|0)$/i;
const DATE = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})?)?$/;

/** One row by column name. */
type Row = Readonly<Record<string, string>>;

/**
 * The rows of a sheet that the public reference validator rejects, by the rules that the developers of this product
 * observed, each with the row and the reason. An independent reading of the standard for tests: it shares nothing with the
 * checks of an import except the lists of countries, currencies and ratings.
 */
export function refusals([, names = [], marks = [], ...lines]: SheetTexts): string[] {
  const missing = NEEDED.filter((name) => !names.includes(name));
  if (missing.length > 0 || marks.length === 0) return [`The sheet has no ${missing.join(', ')}.`];
  const rows = lines.map((texts): Row =>
    Object.fromEntries(names.map((name, column) => [name, texts[column] ?? ''])),
  );
  return [
    ...rows.flatMap((row, index) => ofRow(row).map((what) => `Row ${index + 4}: ${what}`)),
    ...ofAlids(rows),
  ];
}

function ofRow(row: Row): string[] {
  const cell = (name: string) => row[name] ?? '';
  const wrong = (name: string) => `${name} “${cell(name)}”`;
  const isGiven = (name: string) => cell(name) !== '';
  const when = (condition: boolean, what: string) => (condition ? [what] : []);
  const required = [...REQUIRED, ...(REQUIRED_BY_TYPE[cell('WorkType')] ?? [])];
  const isMoney = MONEY.includes(cell('PriceType').replace('TPR-', ''));
  return [
    ...required.filter((name) => !isGiven(name)).map((name) => `${name} is blank`),
    ...Object.entries(CLOSED)
      .filter(([name, values]) => isGiven(name) && !values.includes(cell(name)))
      .map(([name]) => wrong(name)),
    ...['Start', 'End']
      .filter((name) => !DATE.test(cell(name)) && cell(name) !== 'Open')
      .map(wrong),
    ...when(!isTerritory(cell('Territory')), wrong('Territory')),
    ...when(isGiven('PriceCurrency') && !isCurrency(cell('PriceCurrency')), wrong('PriceCurrency')),
    ...when(isMoney && !/^\d+(\.\d+)?$/.test(cell('PriceValue')), wrong('PriceValue')),
    ...when(isGiven('SRP') && !/^\d+(\.\d+)?$/.test(cell('SRP')), wrong('SRP')),
    ...when((cell('PriceType') === 'NA') !== (cell('PriceValue') === 'NA'), wrong('PriceValue')),
    ...when(isGiven('AssetLanguage') && !isLanguage(cell('AssetLanguage')), wrong('AssetLanguage')),
    ...['AllowedLanguages', 'HoldbackLanguage']
      .filter((name) => isGiven(name) && !cell(name).split(/, ?/).every(isLanguage))
      .map(wrong),
    ...['ExceptionFlag', 'Exclusive', 'BrandingRights', 'CaptionIncluded']
      .filter((name) => isGiven(name) && !BOOLEAN.test(cell(name)))
      .map(wrong),
    ...when(cell('Territory') === 'US' && !isGiven('CaptionIncluded'), 'No CaptionIncluded'),
    ...when(
      cell('LicenseType') === 'POEST' && !DATE.test(cell('SuppressionLiftDate')),
      wrong('SuppressionLiftDate'),
    ),
    ...when(
      cell('LicenseType') !== 'POEST' && isGiven('SpecialPreOrderFulfillDate'),
      wrong('SpecialPreOrderFulfillDate'),
    ),
    ...when(
      isGiven('ReleaseYear') && !/^\d{4}(-\d{2}){0,2}$/.test(cell('ReleaseYear')),
      wrong('ReleaseYear'),
    ),
    ...when(
      isGiven('RatingSystem') && !isRating(cell('RatingSystem'), cell('RatingValue')),
      wrong('RatingValue'),
    ),
    ...when(cell('WorkType') !== 'Collection' && isGiven('BundledALIDs'), wrong('BundledALIDs')),
    ...['ALID', 'AvailID', 'ContentID', 'SeriesContentID', 'SeasonContentID', 'EpisodeContentID']
      .filter((name) => /\s/.test(cell(name)))
      .map(wrong),
  ];
}

/** Requires that the rows of one ALID agree: it is one asset of one licensor. */
function ofAlids(rows: readonly Row[]): string[] {
  const alike = [
    ...['DisplayName', 'ServiceProvider', 'ExceptionFlag', 'WorkType', 'BundledALIDs'],
    ...['ContentID', 'SeriesContentID', 'SeasonContentID', 'EpisodeContentID'],
  ];
  const byAlid = new Map<string, Row>();
  return rows.flatMap((row, index) => {
    const first = byAlid.get(row.ALID ?? '') ?? row;
    byAlid.set(row.ALID ?? '', first);
    return alike
      .filter((name) => row[name] !== first[name])
      .map((name) => `Row ${index + 4}: ${name} differs within its ALID`);
  });
}
