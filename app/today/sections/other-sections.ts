import type { IsoDate } from '../../../src/domain/values/date-range';
import type { HistoryEntry } from '../../../src/service/history-views';
import type { ImportView } from '../../../src/service/import/import-views';
import type { MissingAmountRow } from '../../../src/service/price-table/missing-amounts';
import type { TodayScope } from '../../../src/service/today/today-views';
import type { SectionData, TodayRow } from './section-data';
import {
  historyViews,
  importViews,
  missingAmountViews,
  timeZone,
  todayViews,
} from '../../../src/bootstrap';
import { placeWords } from '../../../src/domain/price-table/offer-amounts';
import { dayIn } from '../../../src/domain/values/calendar-day';
import { addDaysWithin, daysBetween } from '../../../src/domain/values/date-range';
import { missingAmountRows } from '../../../src/service/price-table/missing-amounts';
import { thingAddress } from '../../history/thing-address';
import { importAddress, partAddress } from '../../imports/import-address';
import { openQuestions, studioWords } from '../../imports/import-words';
import { countOf } from '../../imports/review/review-words';
import { cellAddress, missingAddress } from '../../price-tables/price-address';
import { instantWords } from '../../words/instant';
import { inDays } from '../../words/relative-days';
import { dayBars } from '../charts/day-bars';
import { firstOfDays, monthBars } from '../charts/months';
import { ROWS } from './section-data';

/** Imports take more room than other rows. */
const IMPORTS_SHOWN = 3;

export interface WaitingImport {
  readonly row: TodayRow;
  /** What its review has: `33 to save`, `2 blocked`. */
  readonly parts: readonly string[];
  readonly by: string;
}

export interface ImportsData extends Omit<SectionData, 'bars' | 'rows'> {
  readonly imports: readonly WaitingImport[];
}

/** Imports whose review waits for somebody to decide. */
export async function waitingImports(today: IsoDate): Promise<ImportsData> {
  const page = await importViews().list({ isWaiting: true, pageSize: IMPORTS_SHOWN });
  const found = await Promise.all(page.rows.map(({ id }) => importViews().import(id)));
  return {
    total: page.total,
    imports: found.flatMap((view) => (view === null ? [] : [waitingImport(view, today)])),
  };
}

function waitingImport(view: ImportView, today: IsoDate): WaitingImport {
  const questions = openQuestions(view);
  const days = daysBetween(dayIn(timeZone(), new Date(view.uploadedAt)), today);
  const when = days < 1 ? 'Since today' : `Waits ${countOf(days, 'day')}`;
  const asks = questions === 0 ? 'ready to save' : countOf(questions, 'decision');
  return {
    row: {
      key: view.id,
      name: view.fileName,
      about: `${studioWords(view)} · ${countOf(view.rows, 'row')} · ${asks}`,
      when,
      tone: 'straw',
      glyph: 'waiting',
      href: importAddress(view.id),
      repair: {
        label: questions === 0 ? 'Review' : 'Decide',
        href: partAddress(view.id, questions === 0 ? 'review' : 'decisions'),
      },
      urgentOn: addDaysWithin(today, 1),
      inBrief: `${when} · ${asks}`,
    },
    parts: [
      `${view.applicable.toLocaleString('en-US')} to save`,
      ...(view.blocked === 0 ? [] : [`${view.blocked.toLocaleString('en-US')} blocked`]),
      ...(view.rejected === 0 ? [] : [`${countOf(view.rejected, 'row')} rejected`]),
    ],
    by: `${view.uploadedBy}, ${instantWords(view.uploadedAt)}`,
  };
}

/** Amounts that price tables do not have. */
export async function missing(scope: TodayScope, today: IsoDate): Promise<SectionData> {
  const rows = await missingAmountRows({ ...scope, today }, missingAmountViews());
  const months = new Map<string, number>();
  for (const { neededOn } of rows) {
    const month = neededOn.slice(0, 7);
    months.set(month, (months.get(month) ?? 0) + 1);
  }
  const counts = [...months].map(([month, count]) => ({ month, count }));
  return {
    total: rows.length,
    bars: monthBars(counts, today),
    rows: rows.slice(0, ROWS).map((row) => missingRow(row, today)),
  };
}

function missingRow(row: MissingAmountRow, today: IsoDate): TodayRow {
  const { studio, tier, rightsType, kind, format, territories, titles, neededOn, column } = row;
  const where = placeWords(territories);
  const needed = neededOn > today ? inDays(neededOn, today) : 'now';
  return {
    key: [studio, tier, rightsType, kind, format, ...territories].join('|'),
    name: [tier, format, where].filter((part) => part !== null).join(', '),
    about: `${studio} · ${rightsType}`,
    when: countOf(titles, 'title'),
    tone: 'straw',
    glyph: 'attention',
    href: missingAddress({ studio }),
    repair: { label: 'Fill in', href: cellAddress(studio, { ...row, ...column }) },
    urgentOn: titles === 0 ? null : neededOn,
    inBrief: `No amount, needed ${needed} · ${countOf(titles, 'title')}`,
  };
}

/** What others changed since an instant, and by day. */
export async function othersChanges(
  personId: string,
  since: string,
  today: IsoDate,
): Promise<SectionData> {
  const from = firstOfDays(today);
  const [changes, { entries }] = await Promise.all([
    todayViews().changesByOthers({ personId, after: since, from, timeZone: timeZone() }),
    historyViews().history({ notBy: personId, after: since, pageSize: ROWS }),
  ]);
  return {
    total: changes.total,
    bars: dayBars(changes.days, today),
    rows: entries.map(changeRow),
  };
}

function changeRow(entry: HistoryEntry): TodayRow {
  const { aggregateId, version, name, words, actor, at } = entry;
  return {
    key: `${aggregateId} ${version}`,
    ...{
      name,
      about: `${actor}: ${words}`,
      when: instantWords(at),
      tone: 'plum',
      glyph: 'someone',
    },
    href: thingAddress(entry),
    repair: null,
    urgentOn: null,
    inBrief: `${actor} · ${words}`,
  };
}
