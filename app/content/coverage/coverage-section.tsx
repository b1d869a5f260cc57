import type { TitleRights } from '../../../src/domain/content/availability-question';
import type { DateRangeData, IsoDate } from '../../../src/domain/values/date-range';
import type { ShownDays } from '../../timeline/geometry/share';
import type { CoverageChoice, TitleCoverage } from './title-coverage';
import { StripScale } from '../../timeline/strip-scale';
import { dayNumber, formatDay, isoDate } from '../../../src/domain/values/date-range';
import { DEVICES, deviceName } from '../../../src/domain/values/device';
import { territoryName } from '../../../src/domain/values/territory';
import { CoverageFilters } from '../list/coverage-filters';
import { CoverageStrip } from './coverage-strip';
import { STACK_ROW } from './license-stack';

/** A title's days in one place as a strip, with the choice of the place. */
export function CoverageSection({
  contentId,
  choice,
  coverage,
  rights,
  shown,
  today: day,
  version,
}: {
  contentId: string;
  choice: CoverageChoice;
  coverage: TitleCoverage;
  rights: TitleRights;
  shown: ShownDays;
  today: IsoDate;
  /** The version that is shown, if it is not the latest. */
  version?: number;
}) {
  const { territory, device, rightsType: type } = choice;
  const territories = rights.licenses.flatMap((license) => license.territories);
  const types = rights.licenses.map((license) => license.rightsType);
  return (
    <>
      <div className="flex flex-wrap items-center gap-3 px-4 pt-3 pb-2">
        <h2 id="coverage" className="text-panel-title">
          Coverage
        </h2>
        <CoverageFilters
          page={`/content/${contentId}`}
          {...(version === undefined ? {} : { kept: { version: String(version) } })}
          parts={[
            {
              name: 'territory',
              label: 'Territory',
              value: territory,
              options: [...new Set([...territories, territory])]
                .map((code) => ({ value: code, label: territoryName(code), detail: code }))
                .sort((a, b) => (a.label < b.label ? -1 : 1)),
            },
            {
              name: 'device',
              label: 'Device',
              value: device,
              options: DEVICES.map((code) => ({ value: code, label: deviceName(code) })),
            },
            {
              name: 'rights',
              label: 'Rights type',
              value: type,
              options: [...new Set([...types, type])]
                .sort()
                .map((code) => ({ value: code, label: code })),
            },
          ]}
        />
      </div>
      <div className={`${STACK_ROW} pb-2`}>
        <p className="text-table text-ink-2">
          {territoryName(territory)}, {deviceName(device)}, {type}
          <span className="block text-ink-3">{dayWords(coverage, day)}</span>
        </p>
        <StripScale shown={shown} today={dayNumber(day)}>
          <CoverageStrip coverage={coverage} shown={shown} today={dayNumber(day)} />
        </StripScale>
      </div>
    </>
  );
}

/** On how many of the days it is on offer. */
function dayWords({ span, covered }: TitleCoverage, today: IsoDate): string {
  const length = ({ startsOn, endsOn }: DateRangeData) =>
    endsOn === null ? 0 : dayNumber(isoDate(endsOn)) - dayNumber(isoDate(startsOn));
  const days = covered.reduce((sum, one) => sum + length(one.days), 0);
  const from = span.startsOn === today ? 'today' : formatDay(isoDate(span.startsOn));
  return `On offer on ${days.toLocaleString('en-US')} of ${length(span).toLocaleString('en-US')} days from ${from}`;
}
