import type { AvailEntry } from '../avail-entry';
import type { StoredRights } from './stored-rights';
import { fold } from '../../names/folding';

/**
 * The entries with each studio and contract as it is stored, or else as the file spells it first. A spelling that is stored
 * itself stays: an old database may have a studio or a contract in two.
 */
export function asStored(
  entries: readonly AvailEntry[],
  { contracts, titles }: StoredRights,
): readonly AvailEntry[] {
  const studios = new Spellings();
  const references = new Spellings();
  for (const { studio, reference } of contracts) {
    studios.learn(studio);
    references.learn(reference, fold(studio));
  }
  for (const { details } of titles) studios.learn(details.studio);
  return entries.map((entry) => {
    const { contract } = entry;
    return {
      ...entry,
      studio: studios.spell(entry.studio),
      contract: contract === null ? null : references.spell(contract, fold(entry.studio)),
    };
  });
}

/** Names as they were met, each under what it belongs to. */
class Spellings {
  private readonly met = new Set<string>();
  private readonly first = new Map<string, string>();

  learn(name: string, of = ''): void {
    const form = `${of}\n${fold(name)}`;
    this.met.add(`${of}\n${name}`);
    if (!this.first.has(form)) this.first.set(form, name);
  }

  /** The name itself where it was met, else the spelling that was met first; it is learnt where there is none. */
  spell(name: string, of = ''): string {
    if (this.met.has(`${of}\n${name}`)) return name;
    const known = this.first.get(`${of}\n${fold(name)}`);
    if (known === undefined) this.learn(name, of);
    return known ?? name;
  }
}
