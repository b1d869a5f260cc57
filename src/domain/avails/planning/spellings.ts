import type { AvailEntry } from '../avail-entry';
import type { StoredRights } from './stored-rights';
import { fold } from '../../names/folding';

/**
 * Replaces the spelling of studios and contracts by the stored one, or else by the first in the file. An exact match with a
 * stored spelling stays, because an old database may have two spellings of one studio or contract.
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

/** Known spellings of names, each within a scope. */
class Spellings {
  private readonly exact = new Set<string>();
  private readonly first = new Map<string, string>();

  learn(name: string, scope = ''): void {
    const form = `${scope}\n${fold(name)}`;
    this.exact.add(`${scope}\n${name}`);
    if (!this.first.has(form)) this.first.set(form, name);
  }

  /** The name itself if this spelling is known, else the first known spelling; learns the name if there is none. */
  spell(name: string, scope = ''): string {
    if (this.exact.has(`${scope}\n${name}`)) return name;
    const known = this.first.get(`${scope}\n${fold(name)}`);
    if (known === undefined) this.learn(name, scope);
    return known ?? name;
  }
}
