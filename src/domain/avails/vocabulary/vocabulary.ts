import type { ContentKind } from '../../content/content-kind';
import type { Format } from '../../values/format';
import type { RightsType } from '../../values/rights-type';
import type { AvailEntry } from '../avail-entry';
import type { ColumnKey } from './columns';

// Controlled values of avails, from the data files of the public repository MovieLabs/mddf (copyright Motion Picture
// Laboratories, Inc., MIT-style permission notice) and its data dictionary. Matching is exact and case-sensitive.

/** The action for a row, by `EntryType`. */
export const ENTRY_TYPES: Readonly<Record<string, AvailEntry['action']>> = {
  'Full Extract': 'extract',
  'Full Delete': 'delete',
  Create: 'create',
  Update: 'update',
  Delete: 'remove',
};

export const ENTRY_TYPE_NAMES: readonly string[] = Object.keys(ENTRY_TYPES);

/** Our rights types by `LicenseType`. Sub-kinds (`PVOD`, `FAST`) come from the rights description. */
export const LICENSE_TYPES: Readonly<Record<string, RightsType>> = {
  EST: 'EST',
  VOD: 'TVOD',
  SVOD: 'SVOD',
  POEST: 'POEST',
  'Pre-Release': 'PVOD',
  // The spelling in the data dictionary of 1.7.2.
  'Pre-release': 'PVOD',
  Library: 'SVOD',
  AVOD: 'AVOD',
  FVOD: 'FVOD',
};

export const LICENSE_TYPE_NAMES: readonly string[] = Object.keys(LICENSE_TYPES);

/** License types whose rows need no price. */
export const FREE_LICENSE_TYPES: readonly string[] = ['SVOD', 'Library', 'AVOD', 'FVOD'];

/** The scope of a full extract or full delete: a title's transactional, subscription or free rights. */
export type BusinessFamily = 'transaction' | 'subscription' | 'free';

const FAMILIES: Record<RightsType, BusinessFamily> = {
  EST: 'transaction',
  POEST: 'transaction',
  TVOD: 'transaction',
  PVOD: 'transaction',
  SVOD: 'subscription',
  AVOD: 'free',
  FVOD: 'free',
  FAST: 'free',
};

export function businessFamily(rightsType: RightsType): BusinessFamily {
  return FAMILIES[rightsType];
}

/** Our kinds of titles by `WorkType`. The standard also has `Promotion`, which is not a title. */
export const WORK_TYPES: Readonly<Record<string, ContentKind>> = {
  Movie: 'movie',
  Short: 'short',
  Collection: 'bundle',
  Series: 'series',
  Season: 'season',
  Volume: 'bundle',
  Episode: 'episode',
  Supplemental: 'supplement',
};

export const WORK_TYPE_NAMES: readonly string[] = Object.keys(WORK_TYPES);

/** Picture formats, best first: where a price is not by format, the best one in the rows stands for all. */
export const FORMAT_PROFILES = [
  ...(['UHD', '3DUHD', '3DHD', '3D', '3DSD', 'HD', 'SD'] as const),
] satisfies readonly Format[];

/** The kind of value of a price type: an amount of money, or a text that represents one. */
export const PRICE_TYPES: Readonly<Record<string, 'money' | 'text'>> = {
  WSP: 'money',
  EpisodeWSP: 'money',
  SeasonWSP: 'money',
  DMRP: 'money',
  SMRP: 'money',
  Tier: 'text',
  Category: 'text',
  LicenseFee: 'text',
};

/** The prefix of a price type for a temporary price reduction. */
export const REDUCTION_PREFIX = 'TPR-';

/** The values of `Start` and `End` other than dates. `TBD` is for status messages only, not for avails. */
export const CONDITIONS = [
  ...(['Open', 'Immediate', 'ESTStart', 'EST', 'Broadcast', 'Completed', 'Theatrical'] as const),
];

export type Condition = (typeof CONDITIONS)[number];

const BOOLEANS: Readonly<Record<string, boolean>> = {
  ...{ yes: true, y: true, true: true, t: true, '1': true },
  ...{ no: false, n: false, false: false, f: false, '0': false },
};

/** Parses `Yes`, `no`, `T`, `0`, … in any case; `null` for any other text. */
export function truth(text: string): boolean | null {
  const word = text.toLowerCase();
  return Object.hasOwn(BOOLEANS, word) ? (BOOLEANS[word] ?? null) : null;
}

/** Columns with yes or no. */
export const BOOLEAN_COLUMNS = [
  'Avail/ExceptionFlag',
  'AvailMetadata/CaptionIncluded',
  'AvailTrans/WCG',
  'AvailTrans/HFR',
  'AvailTrans/Exclusive',
  'AvailTrans/BrandingRights',
] as const satisfies readonly ColumnKey[];

/** Columns with a closed list of values that do not affect offers. */
export const CLOSED_LISTS: readonly (readonly [ColumnKey, readonly string[]])[] = [
  ['AvailMetadata/LocalizationType', ['sub', 'dub', 'subdub', 'any']],
  ['AvailMetadata/CaptionExemption', ['1', '2', '3', '4', '5', '6']],
  ['AvailTrans/TitleStatus', ['Pending', 'Approved', 'Revoked', 'Expired']],
  ['AvailTrans/TPRType', ['Conditional', 'Unconditional', 'unspecified']],
];

/** Columns with yes or no in any spelling, or the name of a technology. */
export const TECHNOLOGIES: readonly (readonly [ColumnKey, readonly string[]])[] = [
  ['AvailTrans/HDR', ['HDR10', 'DV']],
  ['AvailTrans/NGAudio', ['Atmos', 'DTS:X', 'Auro3D']],
];

/** The suffixes of a language after a colon, since 1.7.3. */
export const LANGUAGE_SUFFIXES: readonly string[] = ['sub', 'dub', 'subdub', 'subtitle', 'audio'];

/** Members of the European Union, for the code `EU`. */
export const EUROPEAN_UNION: readonly string[] =
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');
