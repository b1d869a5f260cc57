import type { Territory } from '../../../values/territory';
import type { TitleRights } from '../planned-rights';
import { Languages } from '../../../values/languages';
import { RightsChart } from '../../vocabulary/rights-chart';
import { combined, linesOf } from '../lines';
import { chartOf, keptUses } from '../title-uses';
import { conflictInWords } from './said-rights';

/** Rights of a lane with the contract that tells it apart; empty where contracts do not. */
export interface RightsOfLane {
  readonly contract: string;
  readonly rights: TitleRights;
}

/**
 * The rights of a title of which those are one that are for the same languages: a part of a divided license can be for those of
 * a license that there is already.
 *
 * @param byFormat whether each format has its own price
 */
export function joinedRights(all: readonly RightsOfLane[], byFormat: boolean): TitleRights[] {
  const alike = new Map<string, [TitleRights, ...TitleRights[]]>();
  for (const { contract, rights } of all) {
    const { languages, exclusive } = rights.terms;
    const key = [Languages.of(languages).toString(), exclusive === true, contract].join('\n');
    const known = alike.get(key);
    if (known === undefined) alike.set(key, [rights]);
    else known.push(rights);
  }
  return [...alike.values()].map(([first, ...others]) =>
    others.reduce((one, other) => joined(one, other, byFormat), first),
  );
}

function joined(one: TitleRights, other: TitleRights, byFormat: boolean): TitleRights {
  const uses = [...one.uses, ...other.uses];
  const stored = chartOf(uses);
  const wanted = new RightsChart();
  const refusals: string[] = [];
  const territories = new Set<Territory>([...one.wanted.territories, ...other.wanted.territories]);
  for (const territory of territories) {
    const lines = linesOf([...one.wanted.at(territory), ...other.wanted.at(territory)]);
    const { phases, conflict } = combined(lines, one.rightsType, byFormat);
    if (conflict !== null) refusals.push(conflictInWords(conflict, territory));
    wanted.put([territory], phases);
  }
  const hasNewTerms = one.hasNewTerms || other.hasNewTerms;
  return {
    ...{ ...one, hasNewTerms, stored, wanted, uses },
    sources: [...new Set([...one.sources, ...other.sources])],
    kept: hasNewTerms ? new Set() : keptUses(uses, stored, wanted),
    places: [...one.places, ...other.places],
    held: [
      ...new Map([...one.held, ...other.held].map((held) => [held.territories, held])).values(),
    ],
    rows: [...new Set([...one.rows, ...other.rows])],
    refusal: one.refusal ?? other.refusal ?? refusals[0] ?? null,
  };
}
