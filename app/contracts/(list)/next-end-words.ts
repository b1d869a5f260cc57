import type { IsoDate } from '../../../src/domain/values/date-range';
import { addDays, isoDate } from '../../../src/domain/values/date-range';
import { inDays } from '@/words/relative-days';

/**
 * When the first of a contract's licenses ends, told of its last day: `ends in 4 days`.
 *
 * @param end exclusive, ISO 8601
 */
export function nextEndWords(end: string, today: IsoDate): string {
  return `ends ${inDays(addDays(isoDate(end), -1), today)}`;
}
