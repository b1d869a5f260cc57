import type { ExportQuery } from './export-query';
import { formatDay } from '../values/date-range';

type Chosen = Pick<ExportQuery, 'contractIds' | 'licenseIds' | 'contentIds'>;

/** The names of what was chosen, where one of a kind was chosen; `null` for several, for none and for what does not exist. */
export interface ChosenNames {
  readonly contract: string | null;
  readonly license: string | null;
  readonly title: string | null;
}

/** What was chosen one by one, for display: `contract Northlight NL-1, 3 titles`; '' if nothing was chosen. */
export function selectionWords(
  { contractIds = [], licenseIds = [], contentIds = [] }: Chosen,
  names: ChosenNames,
): string {
  return [
    counted(contractIds.length, 'contract', names.contract),
    counted(licenseIds.length, 'license', names.license),
    counted(contentIds.length, 'title', names.title),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function counted(count: number, noun: string, name: string | null): string {
  if (count === 0) return '';
  if (count > 1) return `${count.toLocaleString('en-US')} ${noun}s`;
  return `${noun} ${name ?? 'that does not exist'}`;
}

/**
 * The description of an export, for display: `Northlight Studios, running on 4 Jan 2027`.
 *
 * @param receiver whose profile it is written by
 */
export function exportWords(query: ExportQuery, names: ChosenNames, receiver?: string): string {
  const { studio, on, from, endDates } = query;
  const parts = [
    studio ?? '',
    selectionWords(query, names),
    on === undefined ? '' : `running on ${formatDay(on)}`,
    from === undefined ? '' : `running from ${formatDay(from)} on`,
    receiver === undefined ? '' : `for ${receiver}`,
    receiver === undefined && endDates === 'last-second' ? 'ends as date and time' : '',
  ].filter((part) => part !== '');
  const [first = 'everything', ...more] = parts;
  return [first.charAt(0).toUpperCase() + first.slice(1), ...more].join(', ');
}
