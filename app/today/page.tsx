import type { Metadata } from 'next';
import { Suspense } from 'react';
import { after } from 'next/server';
import type { SectionData, Settled, TodayRow } from './sections/section-data';
import type { SearchParameters } from './today-query';
import { requirePerson } from '@/person';
import { today } from '@/today';
import { fullInstant, instantWords } from '@/words/instant';
import { contractViews, operations, visits } from '../../src/bootstrap';
import { addDaysWithin, daysBetween, formatDay } from '../../src/domain/values/date-range';
import { newsSince, visitAt } from '../../src/service/today/visits';
import { WEEKDAYS, weekday } from '../calendar/month';
import { EndingChoice } from './ending-choice';
import { endingAddress, frames } from './frames';
import { ImportRows } from './sections/import-rows';
import { ending, starting } from './sections/license-sections';
import { chartSpan } from './charts/months';
import { MostUrgent } from './most-urgent';
import { missing, othersChanges, waitingImports } from './sections/other-sections';
import { PlacesTable } from './charts/places-table';
import { scopeChoices } from './scope-choices';
import { TodayFilters } from './today-filters';
import { boardAddress, licensesAddress, TODAY } from './today-address';
import { TodayKeys } from './today-keys';
import { askedToday, queryOf } from './today-query';
import { ChartAndRows, TodaySection } from './sections/today-section';
import { gapsAhead, goingDark } from './sections/title-sections';

export const metadata: Metadata = { title: 'Today' };

/** What needs somebody today, and where it is put right. */
export default async function TodayPage({
  searchParams,
}: {
  searchParams: Promise<SearchParameters>;
}) {
  const asked = askedToday(await searchParams);
  const { id } = await requirePerson(TODAY);
  const last = await visits().last(id);
  const at = new Date().toISOString();
  const scope = asked.isScoped ? asked.scope : (last?.scope ?? {});
  const visit = visitAt(last, at, scope);
  after(() => visits().record(id, visit));
  const since = newsSince(visit);
  const day = today();
  const loads = {
    dark: settled('going dark', goingDark(scope, day)),
    gaps: settled('gaps', gapsAhead(scope, day)),
    ends: settled('ending', ending(scope, day)),
    starts: settled('starting', starting(scope, day)),
    imports: settled('imports', waitingImports(day)),
    missing: settled('missing amounts', missing(scope, day)),
    others: settled('changes by others', othersChanges(id, since, day)),
  };
  const frame = frames(scope, { since, sinceWords: instantWords(since) });
  const query = queryOf(scope);
  const monthsEnd = daysBetween(day, addDaysWithin(chartSpan(day, day).endsOn, -1));
  return (
    <>
      <header className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-2">
        <h1 className="text-panel-title">
          Today{' '}
          <span className="font-normal text-ink-2">
            {WEEKDAYS[weekday(day)]}, {formatDay(day)}
          </span>
        </h1>
        <TodayFilters
          path={TODAY}
          query={query}
          choices={scopeChoices(await contractViews().studios(), query)}
        />
        <p className="ms-auto text-table text-ink-3 max-sm:hidden" title={fullInstant(at)}>
          As of {instantWords(at)}
        </p>
      </header>
      <TodayKeys />
      <div className="grid grid-cols-2 lg:grid-cols-4">
        <TodaySection frame={frame.dark} load={loads.dark} className="sm:col-span-2">
          {(data) => (
            <div className="grid sm:grid-cols-2 lg:max-xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
              <div className="min-w-0">
                <ChartAndRows
                  frame={frame.dark}
                  data={data}
                  look="dark"
                  label="Titles going dark by month"
                  chartHref={boardAddress('going-dark', scope, { within: 'months' })}
                />
              </div>
              <PlacesTable places={data.places} scope={scope} />
            </div>
          )}
        </TodaySection>
        <TodaySection frame={frame.gaps} load={loads.gaps} className="max-sm:border-s">
          {(data) => (
            <ChartAndRows
              frame={frame.gaps}
              data={data}
              look="gaps"
              label="Gaps that start by month"
              chartHref={boardAddress('gaps', scope, { within: 'months' })}
            />
          )}
        </TodaySection>
        <TodaySection frame={frame.ends} load={loads.ends}>
          {(data) => (
            <ChartAndRows
              frame={frame.ends}
              data={data}
              look="ends"
              label="Licenses that end by month"
              chartHref={endingAddress(scope, monthsEnd)}
            >
              <EndingChoice within={data.within} scope={scope} />
            </ChartAndRows>
          )}
        </TodaySection>
        <TodaySection frame={frame.starts} load={loads.starts} className="max-sm:border-s">
          {(data) => (
            <ChartAndRows
              frame={frame.starts}
              data={data}
              look="starts"
              label="Licenses that start by month"
              chartHref={licensesAddress(scope, { starting: String(monthsEnd), sort: 'starts' })}
            />
          )}
        </TodaySection>
        <TodaySection
          frame={frame.imports}
          load={loads.imports}
          className="max-sm:order-last max-sm:col-span-2"
        >
          {(data) => <ImportRows imports={data.imports} nothing={frame.imports.nothing} />}
        </TodaySection>
        <TodaySection frame={frame.missing} load={loads.missing}>
          {(data) => (
            <ChartAndRows
              frame={frame.missing}
              data={data}
              look="missing"
              label="Missing amounts by the month that needs them"
            />
          )}
        </TodaySection>
        <TodaySection frame={frame.others} load={loads.others} className="max-sm:border-s">
          {(data) => (
            <ChartAndRows
              frame={frame.others}
              data={data}
              look="others"
              label="Changes by others by day"
            />
          )}
        </TodaySection>
      </div>
      <Suspense fallback={null}>
        <MostUrgent
          loads={[
            ...[loads.dark, loads.gaps, loads.ends, loads.starts, loads.missing].map(rowsOf),
            loads.imports.then((one) =>
              'data' in one ? { data: one.data.imports.map(({ row }) => row) } : one,
            ),
          ]}
        />
      </Suspense>
    </>
  );
}

/** A section that cannot be counted says so; the others stand. */
async function settled<Data>(what: string, load: Promise<Data>): Promise<Settled<Data>> {
  try {
    return { data: await load };
  } catch (error) {
    operations().failedRequest({ method: 'GET', path: TODAY, what: `section ${what}`, error });
    return { failed: true };
  }
}

async function rowsOf(load: Promise<Settled<SectionData>>): Promise<Settled<readonly TodayRow[]>> {
  const one = await load;
  return 'data' in one ? { data: one.data.rows } : one;
}
