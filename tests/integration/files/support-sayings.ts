import type { Cells } from '../../builders/avails-row-builders';
import { DateRange, addDays, isoDate } from '../../../src/domain/values/date-range';

/** What a row says of one territory and language. */
interface Saying {
  readonly days: DateRange;
  /** What it is about: title, right, territory, format and language, for a while or on top of that. */
  readonly place: string;
  /** Its other cells, but for the name of the row and whether its license is exclusive. */
  readonly cells: string;
}

const PLACE = ['Avail/ALID', 'AvailTrans/LicenseType', 'AvailTrans/FormatProfile'];
const LEFT_OUT = ['Avail/AvailID', 'AvailTrans/Exclusive'];

function sayingsOf(row: Cells): readonly Saying[] {
  const {
    'AvailTrans/Territory': territories = '',
    'AvailTrans/AssetLanguage': languages = '',
    'AvailTrans/Start': start = '',
    'AvailTrans/End': end = '',
    ...others
  } = row;
  const days = DateRange.of(start, end === 'Open' ? null : addDays(isoDate(end), 1));
  const isTemporary = (row['AvailTrans/PriceType'] ?? '').startsWith('TPR-');
  const cells = Object.entries(others)
    .filter(([key, text]) => text !== '' && !PLACE.includes(key) && !LEFT_OUT.includes(key))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return territories.split(/, */).flatMap((territory) =>
    languages.split(/, */).map((language) => {
      const about = [...PLACE.map((key) => row[key]), territory, language.replace(/:.*/, '')];
      const place = [...about, isTemporary ? 'TPR' : ''].join(' ');
      return { days, place, cells: JSON.stringify(cells) };
    }),
  );
}

/**
 * What rows say, as sorted lines that are equal for rows that say the same: in whatever order, as lists or as rows of their
 * own, and on days that touch. Of two rows about the same, the first counts.
 */
export function sayings(rows: readonly Cells[]): readonly string[] {
  const said = new Map<string, Saying>();
  for (const saying of rows.flatMap(sayingsOf)) {
    const key = `${saying.place} ${textOf(saying.days)}`;
    if (!said.has(key)) said.set(key, saying);
  }
  const alike = new Map<string, DateRange[]>();
  for (const { place, cells, days } of said.values()) {
    const key = `${place} ${cells}`;
    alike.set(key, [...(alike.get(key) ?? []), days]);
  }
  return [...alike]
    .flatMap(([key, days]) => joined(days).map((one) => `${key} ${textOf(one)}`))
    .sort();
}

function joined(days: readonly DateRange[]): readonly DateRange[] {
  const inOrder = [...days].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  const all: DateRange[] = [];
  for (const next of inOrder) {
    const last = all.at(-1);
    if (last !== undefined && (last.endsOn === null || last.endsOn >= next.startsOn))
      all[all.length - 1] = last.hull(next);
    else all.push(next);
  }
  return all;
}

function textOf({ startsOn, endsOn }: DateRange): string {
  return `${startsOn} ${endsOn ?? 'open'}`;
}
