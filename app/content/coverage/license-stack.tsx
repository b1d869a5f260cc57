import { Link } from '@/ui/link';
import type { LicenseRights, TitleRights } from '../../../src/domain/content/availability-question';
import type { IsoDate } from '../../../src/domain/values/date-range';
import type { Offer } from '../../../src/domain/license/offer';
import type { Takedown } from '../../../src/domain/content/takedown';
import type { LicenseClosing } from '../../../src/domain/closing';
import type { LicenseClosings } from '../../../src/service/license/license-views';
import type { ShownDays } from '../../timeline/geometry/share';
import { takenDownDays, type TakenDownDays } from '../takedowns/taken-down';
import { classes } from '@/ui/classes';
import { ClosedMark } from '@/ui/closed-mark';
import { DeviceIcons } from '@/ui/device-icons';
import { dayNumber } from '../../../src/domain/values/date-range';
import { territoryName } from '../../../src/domain/values/territory';
import { listed } from '../../../src/domain/values/words';
import { RightsBadge } from '../../ui/rights-badge';
import { MINI_BAR_LOOK } from '../../timeline/bar-look';
import { shareOfSpan } from '../../timeline/geometry/share';
import { MiniAxis } from '../../timeline/mini-axis';
import { StripScale } from '../../timeline/strip-scale';
import { territoryWords } from '@/words/territory-words';
import { MiniPiece, MiniStrip } from '../../timeline/mini-strip';
import { stacked } from './title-coverage';
import { counted, daySpan, offerState } from '../../timeline/model';

/** Columns of the stack and the coverage above it, so that all strips share one scale. */
export const STACK_ROW =
  'grid items-center gap-x-4 gap-y-1 px-4 sm:grid-cols-[18rem_minmax(0,1fr)]';

/** The licenses of a title, with what the marks of their strips mean. */
export function LicenseSection({
  rights: { licenses, takedowns },
  closings,
  shown,
  today,
}: {
  rights: TitleRights;
  closings: LicenseClosings;
  shown: ShownDays;
  today: IsoDate;
}) {
  return (
    <>
      <h2 id="licenses" className="px-4 pt-4 text-panel-title">
        Licenses <span className="font-normal text-ink-3">{licenses.length}</span>
      </h2>
      <p className="px-4 text-table text-ink-3">
        Filled: offers of this title. Hollow: other offers of the license.
        {takedowns.length > 0 && ' Hatched: taken down, at half height in some of the territories.'}
      </p>
      <LicenseStack
        licenses={stacked(licenses)}
        closings={closings}
        takedowns={takedowns}
        shown={shown}
        today={today}
      />
    </>
  );
}

/** Licenses of a title's offers, one row each, on one scale. */
function LicenseStack({
  licenses,
  closings,
  takedowns,
  shown,
  today,
}: {
  licenses: readonly LicenseRights[];
  closings: LicenseClosings;
  takedowns: readonly Takedown[];
  shown: ShownDays;
  today: IsoDate;
}) {
  return (
    <div role="table" aria-label="Licenses of this title" className="text-table">
      <div role="row" className={`${STACK_ROW} border-b border-line-strong max-sm:hidden`}>
        <span role="columnheader" className="text-ink-3">
          License
        </span>
        <span role="columnheader">
          <span className="sr-only">Offers over time</span>
          <MiniAxis from={shown.start} to={shown.end} today={dayNumber(today)} />
        </span>
      </div>
      <StripScale shown={shown} today={dayNumber(today)}>
        {licenses.map((license) => (
          <StackRow
            key={license.licenseId}
            license={license}
            closing={closings[license.licenseId]}
            takenDown={takenDownDays(license, takedowns)}
            shown={shown}
            today={today}
          />
        ))}
      </StripScale>
    </div>
  );
}

function StackRow({
  license,
  closing,
  takenDown,
  shown,
  today,
}: {
  license: LicenseRights;
  closing: LicenseClosing | undefined;
  takenDown: readonly TakenDownDays[];
  shown: ShownDays;
  today: IsoDate;
}) {
  const { licenseId, licenseName, studio, rightsType, territories, devices } = license;
  const where = territoryWords(territories, { named: 1, called: territoryName });
  return (
    <div
      role="row"
      className={`${STACK_ROW} relative border-b border-line py-1.5 hover:bg-ink/5 has-focus-visible:bg-ink/5`}
    >
      <span role="rowheader" className="min-w-0">
        <span className="flex min-w-0 items-center gap-2">
          <RightsBadge rightsType={rightsType} />
          <Link
            href={`/licenses/${licenseId}`}
            prefetch={false}
            className="truncate font-emphasis text-ink after:absolute after:inset-0"
          >
            {licenseName}
          </Link>
          {closing !== undefined && <ClosedMark closing={closing} />}
        </span>
        <span className="mt-0.5 flex min-w-0 items-center gap-2 text-ink-3">
          <span className="truncate" title={where.long}>
            {studio} · {where.short}
          </span>
          <DeviceIcons codes={devices} className="shrink-0" />
        </span>
      </span>
      <span role="cell">
        <LicenseStrip
          license={license}
          takenDown={takenDown}
          shown={shown}
          today={dayNumber(today)}
        />
      </span>
    </div>
  );
}

/** A license's window: offers of the title are filled, other offers of the license hollow, taken down days hatched. */
function LicenseStrip({
  license: { window, assigned, unassigned },
  takenDown,
  shown,
  today,
}: {
  license: LicenseRights;
  takenDown: readonly TakenDownDays[];
  shown: ShownDays;
  today: number;
}) {
  const days = daySpan(window);
  const visible = unassigned.filter((offer) => shareOfSpan(daySpan(offer.window), shown) !== null);
  const summary = [
    `Window ${window.toString()}`,
    `this title has ${counted(assigned.length, 'offer')}: ${assigned.map(named).join('; ')}`,
    ...(visible.length === 0 ? [] : [`not assigned: ${visible.map(named).join('; ')}`]),
    ...takenDown.map(takenDownWords),
  ].join(', ');
  return (
    <MiniStrip summary={summary} window={days} shown={shown} boundHeight="h-5.5">
      <MiniPiece span={days} shown={shown} look="mini-free" />
      {visible.map((offer) => (
        <MiniPiece
          key={offer.window.startsOn}
          span={daySpan(offer.window)}
          shown={shown}
          look="h-4.5 border border-control bg-panel"
        />
      ))}
      {assigned.map((offer) => (
        <MiniPiece
          key={offer.window.startsOn}
          span={daySpan(offer.window)}
          shown={shown}
          look={classes('h-4.5', MINI_BAR_LOOK[offerState(daySpan(offer.window), today)])}
        />
      ))}
      {takenDown.map(({ days: down, isWhole, territories }) => (
        <MiniPiece
          key={`${down.startsOn} ${territories.join()}`}
          span={daySpan(down)}
          shown={shown}
          look={classes(
            'border border-clay-line hatch-down',
            isWhole ? 'h-4.5' : 'h-2.25 translate-y-0!',
          )}
        />
      ))}
    </MiniStrip>
  );
}

function takenDownWords({ days, territories, isWhole }: TakenDownDays): string {
  const words = `taken down ${days.toString()}`;
  return isWhole ? words : `${words} in ${listed(territories.map(territoryName))}`;
}

function named({ name, window }: Offer): string {
  return `${name}, ${window.toString()}`;
}
