import type { LicenseDetailsData } from '../../../license/license-details';
import type { RightsType } from '../../../values/rights-type';
import type { Territory } from '../../../values/territory';
import type { Format } from '../../../values/format';
import type { FileTitle, NewId } from '../file-titles';
import type { RowRef } from '../import-plan';
import type { ImportRules } from '../../import-rules';
import type { LaneTerms } from '../lanes/drafts';
import type { Phase } from '../../vocabulary/rights-chart';
import type { StoredContract, StoredRights } from '../stored-rights';
import type { TitleRights } from '../planned-rights';
import { describeClosing } from '../../../closing';
import { DateRange } from '../../../values/date-range';
import { formatSet } from '../../../values/format';
import { Languages } from '../../../values/languages';
import { fold, isSameName } from '../../../names/folding';
import { ALL_TERRITORIES } from '../../../values/territory';
import { phaseKey } from '../../vocabulary/rights-chart';

/** The contract of some rows: a stored one, one to record, or none that can be determined. */
export type ContractChoice =
  { readonly contract: StoredContract; readonly isNew: boolean } | { readonly refusal: string };

/**
 * A license for titles of a file that have the same contract, rights type, territories and languages, and the same windows
 * and prices in them. So it grants exactly what the rows grant.
 */
export interface LicenseProposal {
  readonly key: string;
  readonly studio: string;
  readonly contract: ContractChoice;
  readonly rightsType: RightsType;
  readonly territories: readonly Territory[];
  readonly terms: LaneTerms;
  readonly phases: readonly Phase[];
  readonly titles: readonly FileTitle[];
  /** The stored licenses of the titles whose place it takes: others stand beside it. */
  readonly replaces: ReadonlySet<string>;
}

/** Combines changes into licenses. Rights of a title that are already stored are omitted. */
export function licenseProposals(
  changing: readonly TitleRights[],
  stored: StoredRights,
  rules: ImportRules,
  newId: NewId,
): ReadonlyMap<TitleRights, readonly LicenseProposal[]> {
  const proposals = new Map<
    string,
    { proposal: LicenseProposal; titles: FileTitle[]; rows: RowRef[][]; replaces: Set<string> }
  >();
  const contractOf = contractChooser(stored, rules, newId);
  const of = new Map<TitleRights, LicenseProposal[]>();
  for (const rights of changing) {
    const mine: LicenseProposal[] = [];
    of.set(rights, mine);
    const licenses = new Set(rights.uses.map(({ licenseId }) => licenseId));
    const keptTerritories = new Set([...rights.kept].flatMap((use) => use.territories));
    for (const { territories, phases } of rights.wanted.parts(keptTerritories)) {
      const contract = contractFor(rights, territories, phases, stored, contractOf);
      const key = [
        'refusal' in contract ? `? ${rights.studio}` : contract.contract.id,
        rights.rightsType,
        territories.join(),
        Languages.of(rights.terms.languages).toString(),
        rights.terms.exclusive,
        phases.map(phaseKey).join(),
      ].join('\n');
      const known = proposals.get(key);
      if (known !== undefined) {
        known.titles.push(rights.title);
        for (const id of licenses) known.replaces.add(id);
        for (const [at, phase] of phases.entries()) known.rows[at]?.push(...phase.rows);
        mine.push(known.proposal);
        continue;
      }
      const titles = [rights.title];
      const rows = phases.map((phase) => [...phase.rows]);
      const replaces = new Set(licenses);
      const { studio, rightsType, terms } = rights;
      const proposal = {
        ...{ key, studio, contract, rightsType, territories, terms, titles, replaces },
        phases: phases.map((phase, at) => ({ ...phase, rows: rows[at] ?? [] })),
      };
      proposals.set(key, { proposal, titles, rows, replaces });
      mine.push(proposal);
    }
  }
  return of;
}

function contractFor(
  rights: TitleRights,
  territories: readonly Territory[],
  phases: readonly Phase[],
  stored: StoredRights,
  contractOf: (studio: string, reference: string | null) => ContractChoice,
): ContractChoice {
  const spoken = phases.find(({ rows }) => rows.length > 0);
  if (spoken !== undefined) return contractOf(rights.studio, spoken.contract);
  const use = rights.sources.find((one) =>
    one.territories.some((territory) => territories.includes(territory)),
  );
  const contract = stored.contracts.find(({ id }) => id === use?.contractId);
  return contract === undefined ? contractOf(rights.studio, null) : { contract, isNew: false };
}

function contractChooser(stored: StoredRights, rules: ImportRules, newId: NewId) {
  return (studio: string, rowReference: string | null): ContractChoice => {
    const reference = rowReference ?? rules.contract;
    const all = stored.contracts.filter((contract) => isSameName(contract.studio, studio));
    const theirs = all.filter(({ closing }) => closing === null);
    if (reference !== null) {
      const known =
        nearestSpelling(theirs, studio, reference) ?? nearestSpelling(all, studio, reference);
      if (known !== undefined && known.closing !== null)
        return {
          refusal: `The contract ${known.reference} with ${known.studio} is void (${describeClosing(known.closing)}). Bring it back, or name another contract.`,
        };
      const id = newId(`contract ${fold(studio)} ${fold(reference)}`);
      return known === undefined
        ? { contract: { id, studio, reference, closing: null }, isNew: true }
        : { contract: known, isNew: false };
    }
    const [only, ...others] = theirs;
    if (only !== undefined && others.length === 0) return { contract: only, isNew: false };
    return {
      refusal:
        only === undefined
          ? `The rows name no contract, and ${studio} has none yet. Enter a contract number in the rules.`
          : `The rows name no contract, and ${studio} has ${theirs.length}. Enter a contract number in the rules.`,
    };
  };
}

/** Of the contracts that match a reference, the one with the most similar spelling. An old database may have two. */
function nearestSpelling(
  contracts: readonly StoredContract[],
  studio: string,
  reference: string,
): StoredContract | undefined {
  const matching = contracts.filter((contract) => isSameName(contract.reference, reference));
  return (
    matching.find((one) => one.studio === studio && one.reference === reference) ??
    matching.find((one) => one.reference === reference) ??
    matching[0]
  );
}

const MAX_TITLE_LENGTH = 70;
const MAX_TERRITORIES = 3;

/** The formats of some price lists; `null` when one of them is for all. */
export function formatsIn(some: readonly Pick<Phase, 'prices'>[]): readonly Format[] | null {
  const formats = some.flatMap(({ prices }) => prices.map(({ format: one }) => one));
  return formats.includes(null) ? null : formatSet(formats.flatMap((one) => one ?? []));
}

/** The name and terms of a proposed license. Its window is the hull of its phases, its formats are those of their prices. */
export function proposedDetails(
  { rightsType, territories, phases, titles, terms: { languages, exclusive } }: LicenseProposal,
  devices: readonly string[],
): LicenseDetailsData {
  const windows = phases.map(({ window }) => DateRange.of(window.startsOn, window.endsOn));
  const [first, ...more] = windows;
  if (first === undefined) throw new Error('A license is proposed for at least one phase.');
  const window = more.reduce((all, one) => all.hull(one), first).toData();
  const spoken = Languages.of(languages);
  const name = [
    ...[sharedTitle(titles), rightsType, territoriesInWords(territories)],
    ...(spoken.equals(Languages.ALL) ? [] : [shortened(spoken.toString())]),
  ].join(' ');
  const formats = formatsIn(phases);
  const ofLane = { formats, languages, exclusive: exclusive ?? false };
  const terms = { rightsType, territories, devices, window, ...ofLane };
  return { name, notes: '', terms };
}

/** The title, the common parent of several, or the first title and the number of others. */
function sharedTitle(titles: readonly FileTitle[]): string {
  const [first, ...more] = titles;
  if (first === undefined) return '';
  if (more.length === 0) return shortened(nameWithin(first));
  const families = new Set(titles.map((title) => familyOf(title)));
  const [family] = families;
  return families.size === 1 && family !== undefined
    ? shortened(family.details.title)
    : `${shortened(first.details.title)} and ${more.length} more`;
}

/** The name of a title; that of an episode needs its series to be meaningful. */
function nameWithin(title: FileTitle): string {
  const family = familyOf(title);
  return family === title || family.details.kind === 'bundle'
    ? title.details.title
    : `${family.details.title}: ${title.details.title}`;
}

function familyOf(title: FileTitle): FileTitle {
  return title.parent === null ? title : familyOf(title.parent);
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= MAX_TITLE_LENGTH
    ? text
    : `${characters.slice(0, MAX_TITLE_LENGTH - 1).join('')}…`;
}

function territoriesInWords(territories: readonly Territory[]): string {
  if (territories.length === ALL_TERRITORIES.length) return 'worldwide';
  return territories.length <= MAX_TERRITORIES
    ? territories.join(', ')
    : `${territories.length} territories`;
}
