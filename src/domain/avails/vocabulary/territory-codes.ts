import type { Territory } from '../../values/territory';
import { ALL_TERRITORIES, territoryName, territoryNumber } from '../../values/territory';

/**
 * Territories that have a code of their own in ISO 3166-1 and are also written as parts of the country that they belong to,
 * with the two letters of their own code: `CN-HK`. ISO 3166-2 lists most of them and refers to the code of their own; the
 * dependencies of Denmark, the United Kingdom, Australia and New Zealand, which it does not list, are written alike.
 */
const WITH_OWN_CODE: Readonly<Record<string, string>> = {
  AU: 'CC CX HM NF',
  CN: 'HK MO TW',
  DK: 'FO GL',
  FI: 'AX',
  FR: 'BL GF GP MF MQ NC PF PM RE TF WF YT',
  GB: 'AI BM FK GG GI GS IM IO JE KY MS PN SH TC VG',
  NL: 'AW BQ CW SX',
  NO: 'BV SJ',
  NZ: 'CK NU TK',
  US: 'AS GU MP PR UM VI',
};

/** The same where ISO 3166-2 writes a number instead. */
const BY_NUMBER: Readonly<Record<string, string>> = {
  'FI-01': 'AX',
  'FR-971': 'GP',
  'FR-972': 'MQ',
  'FR-973': 'GF',
  'FR-974': 'RE',
  'FR-976': 'YT',
  'NO-21': 'SJ',
  'NO-22': 'SJ',
};

/** Parts of a territory with a code of its own that ISO 3166-2 lists as parts of another country. */
const PARTS_OF_ANOTHER: Readonly<Record<string, string>> = {
  'NL-BQ1': 'BQ',
  'NL-BQ2': 'BQ',
  'NL-BQ3': 'BQ',
};

/** Codes that ISO 3166-1 reserves for a country or ISO 3166-3 lists as withdrawn, with the codes of the same land today. */
const OTHER_CODES: Readonly<Record<string, string>> = {
  AN: 'BQ CW SX',
  BU: 'MM',
  CS: 'ME RS',
  EL: 'GR',
  TP: 'TL',
  UK: 'GB',
  ZR: 'CD',
};

const territories = new Set<string>(ALL_TERRITORIES);
const byNumber = new Map(ALL_TERRITORIES.map((code) => [territoryNumber(code), code]));
const byName = new Map(ALL_TERRITORIES.map((code) => [territoryName(code).toUpperCase(), code]));

/** Whether a text is the code of a territory that rights can be kept for. */
export function isTerritory(code: string): code is Territory {
  return territories.has(code);
}

/** What stands where the code of a territory should, and is none. */
export interface ForeignCode {
  readonly kind: 'part' | 'region' | 'other';
  /**
   * The codes of the same land; empty where there are none. They never cover more, but for Svalbard and Jan Mayen, which
   * share one.
   */
  readonly same: readonly Territory[];
  /** The country that a part belongs to, which covers more than the part. */
  readonly country: Territory | null;
}

/**
 * What a text means that is no ISO 3166-1 alpha-2 code: a part of a country (ISO 3166-2), a number of UN M49, a code that is
 * out of use, or a name.
 *
 * @param text in capitals
 */
export function foreignCode(text: string): ForeignCode {
  const [, country, part] = /^([A-Z]{2})-([A-Z0-9]{1,3})$/.exec(text) ?? [];
  if (country !== undefined && part !== undefined)
    return {
      kind: 'part',
      same: coded(valueOf(BY_NUMBER, text) ?? ownCode(country, part)),
      country: coded(valueOf(PARTS_OF_ANOTHER, text) ?? country)[0] ?? null,
    };
  const isNumber = /^\d{3}$/.test(text);
  const found = isNumber ? byNumber.get(Number(text)) : byName.get(text);
  return {
    kind: isNumber && found === undefined ? 'region' : 'other',
    same: found === undefined ? coded(valueOf(OTHER_CODES, text)) : [found],
    country: null,
  };
}

function ownCode(country: string, part: string): string | undefined {
  return valueOf(WITH_OWN_CODE, country)
    ?.split(' ')
    .find((one) => one === part);
}

function valueOf(table: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function coded(codes = ''): readonly Territory[] {
  return codes.split(' ').filter(isTerritory);
}
