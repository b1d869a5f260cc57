import type { Territory } from '../../values/territory';
import { ALL_TERRITORIES, territoryName, territoryNumber } from '../../values/territory';

/**
 * Territories with their own ISO 3166-1 code that are also written as parts of their country, with the same two letters:
 * `CN-HK`. ISO 3166-2 lists most of them with a reference to their own code. The dependencies of Denmark, the United
 * Kingdom, Australia and New Zealand, which it does not list, are written in the same way.
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

/** The same where ISO 3166-2 uses a number instead. */
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

/** Parts of a territory with its own code that ISO 3166-2 lists as parts of another country. */
const PARTS_OF_ANOTHER: Readonly<Record<string, string>> = {
  'NL-BQ1': 'BQ',
  'NL-BQ2': 'BQ',
  'NL-BQ3': 'BQ',
};

/**
 * Codes that ISO 3166-1 reserves for a country or ISO 3166-3 lists as withdrawn, with the current codes of the same area.
 */
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

/** Whether a text is the code of a supported territory. */
export function isTerritory(code: string): code is Territory {
  return territories.has(code);
}

/** The meaning of an invalid territory code. */
export interface ForeignCode {
  readonly kind: 'part' | 'region' | 'other';
  /**
   * The codes of the same area; empty when there are none. They never cover more, except for Svalbard and Jan Mayen, which
   * share one.
   */
  readonly same: readonly Territory[];
  /** The country that a part belongs to, which covers more than the part. */
  readonly country: Territory | null;
}

/**
 * The meaning of a text that is not an ISO 3166-1 alpha-2 code: a part of a country (ISO 3166-2), a UN M49 number, a code
 * that is no longer used, or a name.
 *
 * @param text in upper case
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
