import { COUNT_LIMIT } from '../../src/service/views';

/** How long a list is, beside its heading: no longer than it is counted. */
export function totalWords(total: number): string {
  return total > COUNT_LIMIT
    ? `${COUNT_LIMIT.toLocaleString('en-US')}+`
    : total.toLocaleString('en-US');
}
