import { COUNT_LIMIT } from '../../src/service/page';

/** Length of a list for its heading, capped at the count limit. */
export function totalWords(total: number): string {
  return total > COUNT_LIMIT
    ? `${COUNT_LIMIT.toLocaleString('en-US')}+`
    : total.toLocaleString('en-US');
}
