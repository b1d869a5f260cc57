import type { LanguagesData } from '../../values/languages';
import type { AvailEntry } from '../avail-entry';
import type { PlannedRow } from './import-plan';
import type { StoredRights, Use } from './stored-rights';
import { languagesByRow } from '../language-terms';
import { fold } from '../../names/folding';
import { Languages } from '../../values/languages';
import { isDeletion } from './takedowns/deletions';

/** The terms, besides territories and rights type, by which licenses of a title stand side by side. */
export interface LaneTerms {
  readonly languages: LanguagesData;
  /** `null` when the rows do not say. */
  readonly exclusive: boolean | null;
}

/** The rows and stored offers of one title and rights type that belong into the same licenses. */
export interface Lane {
  /** What the rows say; `null` without rows. */
  readonly wanted: LaneTerms | null;
  /** Of the licenses of its stored offers; `null` without any. */
  readonly stored: LaneTerms | null;
  readonly entries: readonly AvailEntry[];
  readonly uses: readonly Use[];
}

/**
 * Sorts rows and stored offers of a title and rights type by languages and, where the rows name several contracts, by
 * contract. Rows for several asset languages are one lane as long as they offer the same; otherwise each language is one of
 * its own. A full extract that changes the languages of all there is changes those licenses.
 */
export function lanesOf(
  entries: readonly AvailEntry[],
  uses: readonly Use[],
  stored: StoredRights,
): readonly Lane[] {
  const granting = entries.filter((entry) => !isDeletion(entry));
  const { byContract, languagesOf } = distinctions(granting);
  const keyOf = ({ languages }: LaneTerms, contract: string) =>
    [Languages.of(languages).toString(), byContract ? fold(contract) : ''].join('\n');

  const wanted = new Map<string, { terms: LaneTerms; entries: AvailEntry[] }>();
  for (const entry of granting)
    for (const languages of languagesOf(entry)) {
      const terms = { languages, exclusive: entry.exclusive };
      const key = keyOf(terms, entry.contract ?? '');
      const known = wanted.get(key);
      if (known === undefined) wanted.set(key, { terms, entries: [entry] });
      else known.entries.push(entry);
    }
  const there = new Map<string, { terms: LaneTerms; uses: Use[] }>();
  for (const use of uses) {
    const { languages, exclusive } = stored.licenses.get(use.licenseId)?.details.terms ?? {};
    const terms = { languages: languages ?? ALL, exclusive: exclusive ?? false };
    const contract = stored.contracts.find(({ id }) => id === use.contractId);
    const key = keyOf(terms, contract?.reference ?? '');
    const known = there.get(key);
    if (known === undefined) there.set(key, { terms, uses: [use] });
    else known.uses.push(use);
  }
  const lanes: Lane[] = [];
  const pair = (key: string, storedKey: string | undefined) => {
    const rows = wanted.get(key);
    const stored = storedKey === undefined ? undefined : there.get(storedKey);
    lanes.push({
      wanted: rows?.terms ?? null,
      stored: stored?.terms ?? null,
      entries: rows?.entries ?? [],
      uses: stored?.uses ?? [],
    });
    wanted.delete(key);
    if (storedKey !== undefined) there.delete(storedKey);
  };
  for (const key of [...wanted.keys()]) if (there.has(key)) pair(key, key);
  const isExtract = granting.every(({ action }) => action === 'extract');
  for (const key of [...wanted.keys()]) pair(key, isExtract ? [...there.keys()][0] : undefined);
  for (const key of [...there.keys()]) pair('', key);
  return lanes.length > 0 ? lanes : [{ wanted: null, stored: null, entries: [], uses: [] }];
}

/** By what the rows of a title and rights type are told apart. */
function distinctions(granting: readonly AvailEntry[]) {
  const contracts = new Set(granting.map(({ contract }) => fold(contract ?? '')));
  return { byContract: contracts.size > 1, languagesOf: languagesByRow(granting, offerOf) };
}

/** The languages and, where rows name several, the contract of the licenses of each row of a title and rights type. */
export function laneOfRows(
  entries: readonly AvailEntry[],
): ReadonlyMap<AvailEntry, Pick<PlannedRow, 'languages' | 'contract'>> {
  const granting = entries.filter((entry) => !isDeletion(entry));
  const { byContract, languagesOf } = distinctions(granting);
  return new Map(
    granting.map((entry) => [
      entry,
      {
        languages: together(languagesOf(entry)),
        contract: byContract ? entry.contract : null,
      },
    ]),
  );
}

const ALL = Languages.ALL.toData();

/** What any of some languages is for. */
function together(some: readonly LanguagesData[]): LanguagesData {
  const [first, ...others] = some;
  if (first === undefined || others.length === 0) return first ?? ALL;
  const allowed = some.flatMap((one) => one.allowed ?? []);
  return some.some((one) => one.allowed === null) ? ALL : { allowed, heldBack: [] };
}

/** What a row offers, besides languages. */
function offerOf({ territories, format, window, price, description }: AvailEntry): string {
  return JSON.stringify([territories, format, window, price, description]);
}
