import type { DateRangeData } from '../../values/date-range';
import type { PriceLineData } from '../../license/price-list';
import type { Territory } from '../../values/territory';
import type { RowRef } from '../planning/import-plan';
import { pricesInWords } from '../../license/price-list';
import { DateRange } from '../../values/date-range';

/** One price list over one window. */
export interface Phase {
  readonly window: DateRangeData;
  readonly prices: readonly PriceLineData[];
  readonly name: string;
  /** The rows for this phase; empty for stored phases that are not in the file. */
  readonly rows: readonly RowRef[];
  /** Reference number of the contract in the rows. */
  readonly contract: string | null;
}

/**
 * The sales of one title for one rights type: the phases of each territory in date order. Phases are compared by window and
 * price, so that two charts of the same title can be compared.
 */
export class RightsChart {
  private readonly phases: Phase[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly byTerritory = new Map<Territory, readonly number[]>();

  /** The territories that have phases. */
  get territories(): readonly Territory[] {
    return [...this.byTerritory.keys()];
  }

  at(territory: Territory): readonly Phase[] {
    return (this.byTerritory.get(territory) ?? []).map((number) => this.phase(number));
  }

  /** The phases of a territory as text, equal for equal windows and prices. */
  textAt(territory: Territory): string {
    return (this.byTerritory.get(territory) ?? [])
      .map((number) => phaseKey(this.phase(number)))
      .join();
  }

  /**
   * Replaces the phases of some territories. The order of calls and phases does not matter, and repeated calls have no
   * further effect.
   */
  put(territories: readonly Territory[], phases: readonly Phase[]): void {
    const numbers = [...new Set(phases.map((phase) => this.numberOf(phase)))];
    numbers.sort((a, b) => this.compare(a, b));
    for (const territory of territories)
      if (numbers.length === 0) this.byTerritory.delete(territory);
      else this.byTerritory.set(territory, numbers);
  }

  /** Whether another chart has the same windows and prices in a territory. */
  agrees(other: RightsChart, territory: Territory): boolean {
    return this.textAt(territory) === other.textAt(territory);
  }

  /** Groups of territories with the same phases, in insertion order, without those excluded. */
  parts(without: ReadonlySet<Territory> = new Set()): readonly {
    readonly territories: readonly Territory[];
    readonly phases: readonly Phase[];
  }[] {
    const parts = new Map<string, { territories: Territory[]; phases: readonly Phase[] }>();
    const keys = new Map<readonly number[], string>();
    for (const [territory, numbers] of this.byTerritory) {
      if (without.has(territory)) continue;
      const key = keys.get(numbers) ?? numbers.join();
      keys.set(numbers, key);
      const part = parts.get(key) ?? { territories: [], phases: this.at(territory) };
      part.territories.push(territory);
      parts.set(key, part);
    }
    return [...parts.values()].map(({ territories, phases }) => ({
      territories: territories.sort(),
      phases,
    }));
  }

  private numberOf(phase: Phase): number {
    const key = phaseKey(phase);
    const known = this.numbers.get(key);
    if (known === undefined) {
      this.numbers.set(key, this.phases.length);
      return this.phases.push(phase) - 1;
    }
    const first = this.phase(known);
    const more = phase.rows.filter((row) => !first.rows.includes(row));
    if (more.length > 0) this.phases[known] = { ...first, rows: [...first.rows, ...more] };
    return known;
  }

  private phase(number: number): Phase {
    const phase = this.phases[number];
    if (phase === undefined) throw new Error('There is no such phase.');
    return phase;
  }

  private compare(a: number, b: number): number {
    return this.phase(a).window.startsOn < this.phase(b).window.startsOn ? -1 : 1;
  }
}

/** Window and prices as text, the identity of a phase. */
export function phaseKey({ window, prices }: Pick<Phase, 'window' | 'prices'>): string {
  return `${window.startsOn} ${window.endsOn ?? ''} ${pricesText(prices)}`;
}

/** A price list as text: equal for equal prices of the same kinds. */
export function pricesText(prices: Phase['prices']): string {
  return `${pricesInWords(prices)} ${prices.map(({ kind }) => kind).join()}`;
}

/** A phase's or an offer's window. */
export function rangeOf({ startsOn: start, endsOn: end }: DateRangeData): DateRange {
  return DateRange.of(start, end);
}
