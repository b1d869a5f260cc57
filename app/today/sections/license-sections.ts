import type { IsoDate } from '../../../src/domain/values/date-range';
import type { LicenseFilter, LicenseRow } from '../../../src/service/license/license-views';
import type { LicensesWithin, TodayScope } from '../../../src/service/today/today-views';
import type { SectionData, TodayRow } from './section-data';
import { licenseViews, todayViews } from '../../../src/bootstrap';
import { addDays, addDaysWithin, isoDate } from '../../../src/domain/values/date-range';
import { licenseActionAddress, newOfferAddress } from '../../licenses/license-address';
import { stripSpan } from '../../timeline/strip-span';
import { inDays } from '../../words/relative-days';
import { territoryWords } from '../../words/territory-words';
import { chartSpan, monthBars } from '../charts/months';
import { ROWS } from './section-data';

/** Days that are near enough to be told. */
export const SOON = 30;
const WITHIN = [7, SOON, 90] as const;

export interface EndingData extends SectionData {
  readonly within: readonly LicensesWithin[];
}

/** Licenses that end: within 7, 30 and 90 days, and by month. */
export async function ending(scope: TodayScope, today: IsoDate): Promise<EndingData> {
  const [within, months, page] = await Promise.all([
    todayViews().endingWithin(scope, today, WITHIN),
    todayViews().licensesByMonth('last-day', scope, chartSpan(today, today)),
    soonest({ ...scope, expiringWithin: SOON }, 'ends', today),
  ]);
  return {
    total: within.find(({ within: days }) => days === SOON)?.licenses ?? 0,
    bars: monthBars(months, today),
    rows: page.rows.map((row) => endingRow(row, today)),
    within,
  };
}

/** Licenses that start: within 30 days, and by month. */
export async function starting(scope: TodayScope, today: IsoDate): Promise<SectionData> {
  const [months, page] = await Promise.all([
    todayViews().licensesByMonth('first-day', scope, chartSpan(addDaysWithin(today, 1), today)),
    soonest({ ...scope, startingWithin: SOON }, 'starts', today),
  ]);
  const unready = await todayViews().unready(page.rows.map(({ id }) => id));
  return {
    total: page.total,
    bars: monthBars(months, today),
    rows: page.rows.map((row) => startingRow(row, unready[row.id], today)),
  };
}

function soonest(filter: LicenseFilter, sort: 'starts' | 'ends', today: IsoDate) {
  const shown = { strip: stripSpan(today), descending: false, pageSize: ROWS };
  return licenseViews().list({ filter, sort, today, ...shown });
}

function endingRow(row: LicenseRow, today: IsoDate): TodayRow {
  const lastDay = row.window.endsOn === null ? today : addDays(isoDate(row.window.endsOn), -1);
  const when = inDays(lastDay, today);
  const about = placeWords(row);
  return {
    ...shared(row),
    about: `${about} · ${row.studio}`,
    when,
    tone: 'straw',
    glyph: 'attention',
    inBrief: `Ends ${when} · ${about}`,
    repair:
      row.closing === null
        ? { label: 'Extend', href: licenseActionAddress(row.id, 'amend') }
        : null,
    urgentOn: lastDay,
  };
}

const LACKS = {
  offers: { words: 'no offers yet', label: 'Add offer', addressOf: newOfferAddress },
  titles: {
    words: 'no titles yet',
    label: 'Assign titles',
    addressOf: (id: string) => licenseActionAddress(id, 'titles'),
  },
} as const;

function startingRow(
  row: LicenseRow,
  lacking: keyof typeof LACKS | undefined,
  today: IsoDate,
): TodayRow {
  const lack = lacking === undefined ? null : LACKS[lacking];
  const { startsOn } = row.window;
  const when = inDays(startsOn, today);
  const about = [placeWords(row), lack?.words ?? row.studio].join(' · ');
  return {
    ...shared(row),
    ...{ about, when },
    tone: 'tide',
    glyph: 'upcoming',
    inBrief: `Starts ${when} · ${about}`,
    repair: lack && { label: lack.label, href: lack.addressOf(row.id) },
    // What starts by itself needs nobody.
    urgentOn: lack && startsOn,
  };
}

function shared({ id, name }: LicenseRow) {
  return { key: id, name, href: `/licenses/${id}` };
}

function placeWords({ rightsType, territories }: LicenseRow): string {
  return `${rightsType} · ${territoryWords(territories).short}`;
}
