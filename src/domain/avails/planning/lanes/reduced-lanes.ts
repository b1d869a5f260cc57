import type { DateRange } from '../../../values/date-range';
import type { Territory } from '../../../values/territory';
import type { AvailEntry } from '../../avail-entry';
import type { Use } from '../stored-rights';
import { fold } from '../../../names/folding';
import { rangeOf } from '../../vocabulary/rights-chart';
import { isByFormat } from '../lines';

/** Rows and stored offers that belong into the same licenses. */
interface Offering {
  /** Folded; empty where contracts do not tell lanes apart. */
  readonly contract: string;
  readonly entries: readonly AvailEntry[];
  readonly uses: readonly Use[];
}

interface Base {
  readonly territories: readonly Territory[];
  readonly days: DateRange;
}

/** What a lane offers that a temporary price reduces on some day somewhere. */
function basesOf({ contract, entries, uses }: Offering, reduction: AvailEntry): readonly Base[] {
  if (contract !== '' && contract !== fold(reduction.contract ?? '')) return [];
  const { format, rightsType, territories, window } = reduction;
  const isOfFormat = (one: string | null) =>
    one === null || one === format || !isByFormat(rightsType);
  return [
    ...entries
      .filter((one) => !one.reduction && isOfFormat(one.format))
      .map((one) => ({ territories: one.territories, days: rangeOf(one.window) })),
    ...uses
      .filter(({ offer }) => offer.prices.some((price) => isOfFormat(price.format)))
      .map((use) => ({ territories: use.territories, days: rangeOf(use.offer.window) })),
  ].filter(
    (base) =>
      base.days.overlaps(rangeOf(window)) &&
      territories.some((territory) => base.territories.includes(territory)),
  );
}

/** Whether a lane offers what a temporary price reduces, on some day somewhere. */
export function reducesSome(reduction: AvailEntry, lane: Offering): boolean {
  return basesOf(lane, reduction).length > 0;
}

/** Whether lanes together offer what a temporary price reduces, everywhere on each of its days. */
export function isCovered(reduction: AvailEntry, lanes: readonly Offering[]): boolean {
  const bases = lanes.flatMap((lane) => basesOf(lane, reduction));
  return reduction.territories.every((territory) => {
    const there = bases.filter(({ territories }) => territories.includes(territory));
    return rangeOf(reduction.window).outsideAll(there.map(({ days }) => days)).length === 0;
  });
}
