import type { Territory } from '../../../values/territory';
import type { ColumnKey } from '../../vocabulary/columns';
import type { RowFindings } from '../row-findings';
import { ALL_TERRITORIES, territorySet } from '../../../values/territory';
import { quoted } from '../../../values/words';
import { isTerritory } from '../../vocabulary/territory-codes';
import { EUROPEAN_UNION } from '../../vocabulary/vocabulary';
import { refusedExclusion, refusedTerritory } from './refused-territory';

/** The codes in a territory cell, with the problems found. */
interface CodeList {
  readonly codes: readonly string[];
  /** Parts that are not the code of a territory, as written. */
  readonly unknown: readonly string[];
  readonly errors: readonly (readonly [message: string, remedy: string])[];
  readonly warnings: readonly (readonly [message: string, remedy: string])[];
}

/** The result for both cells; rows with the same cells share it. */
interface TerritoryReading {
  readonly included: CodeList;
  readonly excluded: CodeList;
  readonly territories: readonly Territory[];
}

const TERRITORY: ColumnKey = 'AvailTrans/Territory';
const EXCLUSION: ColumnKey = 'AvailTrans/TerritoryExclusion';

/** Reads territories; parses each distinct pair of cells only once. */
export class TerritoryCells {
  private readonly read = new Map<string, TerritoryReading>();

  /** The territories of a row without its exclusions (R3); `null`, with an error, when none is left. */
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
      'These exclusions remove every territory.',
      'Exclude only territories that Territory includes.',
    );
    return null;
  }

  private readonly sets = new Map<string, readonly Territory[]>();

  /** Equal sets become one object, so that comparing them is fast. */
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
    included: {
      ...included,
      errors: included.unknown.map(refusedTerritory),
      warnings: [...included.warnings, ...(includedText.includes(',') ? [LIST] : [])],
    },
    excluded: {
      ...excluded,
      errors: excluded.unknown.map((given) => refusedExclusion(given, included.codes)),
      warnings: [...excluded.warnings, ...(needless.length > 0 ? [NEEDLESS] : [])],
    },
    territories: left.length > 0 ? territorySet(left) : [],
  };
}

const LIST = [
  'This row has several territories; all of them are read.',
  'Enter one row per territory: lists are for subscriptions since 1.7.3, and some tools refuse them.',
] as const;
const NEEDLESS = [
  'This excludes a territory that Territory does not include.',
  'Exclude only territories that Territory includes.',
] as const;

function codeList(text: string): CodeList {
  const unknown: string[] = [];
  const warnings: [string, string][] = [];
  const codes: string[] = [];
  for (const given of text.split(/[,;]/).map((part) => part.trim())) {
    if (given === '') continue;
    const code = given.toUpperCase();
    const meant = territoriesMeant(code);
    if (meant === null) unknown.push(given);
    else codes.push(...meant);
    if (meant !== null && code !== given)
      warnings.push([`${quoted([given])} is read as ${code}.`, 'Enter territories in capitals.']);
  }
  return { codes: [...new Set(codes)], unknown, errors: [], warnings };
}

const EVERYWHERE = ['ZZ', '001'];

function territoriesMeant(code: string): readonly string[] | null {
  if (EVERYWHERE.includes(code)) return ALL_TERRITORIES;
  if (code === 'EU') return EUROPEAN_UNION;
  return isTerritory(code) ? [code] : null;
}
