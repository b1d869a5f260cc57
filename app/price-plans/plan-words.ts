import type { LadderStep } from '../../src/domain/price-plan/ladder';
import { pricesInWords } from '../../src/domain/license/price-list';
import { lengthWords, stepLength } from '../../src/domain/price-plan/ladder';

/** The steps of a plan in words: `Launch $4.99, 2 months · Catalog $1.99, until the license ends`. */
export function planWords(steps: readonly LadderStep[]): string {
  return steps
    .map((step) => `${step.name} ${pricesInWords(step.prices)}, ${lengthWords(stepLength(step))}`)
    .join(' · ');
}
