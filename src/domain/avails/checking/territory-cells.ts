import type { Territory } from '../../territory';
import type { ColumnKey } from '../columns';
import type { RowFindings } from './row-findings';
import { ALL_TERRITORIES, territoryName, territorySet } from '../../territory';
import { quoted } from '../../words';
import { EUROPEAN_UNION } from '../vocabulary';

/** What a cell of territories says, and what is to be said about it. */
interface CodeList {
  readonly codes: readonly string[];
  readonly errors: readonly (readonly [message: string, remedy: string])[];
  readonly warnings: readonly (readonly [message: string, remedy: string])[];
}

/** What both cells together say; rows that say the same share it. */
interface TerritoryReading {
  readonly included: CodeList;
  readonly excluded: CodeList;
  readonly territories: readonly Territory[];
}

const TERRITORY: ColumnKey = 'AvailTrans/Territory';
const EXCLUSION: ColumnKey = 'AvailTrans/TerritoryExclusion';

/** Reads territories; of rows with the same cells only the first has to be read. */
export class TerritoryCells {
  private readonly read = new Map<string, TerritoryReading>();

  /** The territories of a row less its exclusions (R3); `null`, with an error, when that is none. */
  territoriesOf(findings: RowFindings): readonly Territory[] | null {
    const [included, excluded] = [findings.text(TERRITORY), findings.text(EXCLUSION)];
    if (included === '') return null;
    const cells = `${included}\n${excluded}`;
    const reading = this.read.get(cells) ?? territoryReading(included, excluded);
    this.read.set(cells, reading);
    for (const [column, list] of [
      [TERRITORY, reading.included],
      [EXCLUSION, reading.excluded],
    ] as const) {
      for (const [message, remedy] of list.errors) findings.error('R3', column, message, remedy);
      for (const [message, remedy] of list.warnings) findings.warn('R3', column, message, remedy);
    }
    if (reading.included.errors.length + reading.excluded.errors.length > 0) return null;
    if (reading.territories.length > 0) return this.shared(reading.territories);
    findings.error(
      'R3',
      EXCLUSION,
      'These exclusions leave no territory.',
      'Exclude only part of what Territory says.',
    );
    return null;
  }

  private readonly sets = new Map<string, readonly Territory[]>();

  /** Equal sets are one object, so that they can be told apart quickly. */
  private shared(territories: readonly Territory[]): readonly Territory[] {
    const key = territories.join();
    const known = this.sets.get(key);
    if (known !== undefined) return known;
    this.sets.set(key, territories);
    return territories;
  }
}

function territoryReading(includedText: string, excludedText: string): TerritoryReading {
  const included = codeList(includedText);
  const excluded = codeList(excludedText);
  const left = included.codes.filter((code) => !excluded.codes.includes(code));
  const needless = excluded.codes.filter((code) => !included.codes.includes(code));
  return {
    included: includedText.includes(',') ? withWarning(included, LIST) : included,
    excluded: needless.length > 0 ? withWarning(excluded, NEEDLESS) : excluded,
    territories: left.length > 0 ? territorySet(left) : [],
  };
}

const LIST = [
  'These are several territories in one row; each counts.',
  'Write one row per territory: lists are for subscriptions since 1.7.3, and some tools refuse them.',
] as const;
const NEEDLESS = [
  'This excludes what Territory does not include.',
  'Exclude only part of what Territory says.',
] as const;

function withWarning(list: CodeList, warning: readonly [string, string]): CodeList {
  return { ...list, warnings: [...list.warnings, warning] };
}

function codeList(text: string): CodeList {
  const errors: [string, string][] = [];
  const warnings: [string, string][] = [];
  const codes: string[] = [];
  for (const given of text.split(/[,;]/).map((part) => part.trim())) {
    if (given === '') continue;
    const code = given.toUpperCase();
    const meant = territoriesMeant(code);
    if (meant === null) errors.push(refusal(given));
    else codes.push(...meant);
    if (meant !== null && code !== given)
      warnings.push([`${quoted([given])} is taken for ${code}.`, 'Write territories in capitals.']);
  }
  return { codes: [...new Set(codes)], errors, warnings };
}

const EVERYWHERE = ['ZZ', '001'];
const known = new Set<string>(ALL_TERRITORIES);

function territoriesMeant(code: string): readonly string[] | null {
  if (EVERYWHERE.includes(code)) return ALL_TERRITORIES;
  if (code === 'EU') return EUROPEAN_UNION;
  return known.has(code) ? [code] : null;
}

function refusal(given: string): [message: string, remedy: string] {
  const code = given.toUpperCase();
  if (code === 'UK') return ['UK is no country code.', 'Write GB for the United Kingdom.'];
  const [, country = '', part] = /^([A-Z]{2})-([A-Z0-9]{1,3})$/.exec(code) ?? [];
  if (part !== undefined)
    return [
      `${quoted([given])} is part of a country; only whole countries are kept.`,
      `Write ${known.has(country) ? `${country} for ${territoryName(country)}` : 'the country'}, or leave the row out.`,
    ];
  if (/^\d{3}$/.test(code))
    return [
      `${quoted([given])} is a region; only countries are kept.`,
      'Write one row for each country of the region.',
    ];
  return [
    `${quoted([given])} is no ISO 3166-1 country code.`,
    'Write the country’s code of two capitals, such as US, or ZZ for every country.',
  ];
}
