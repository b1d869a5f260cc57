'use client';

import { Link } from '@/ui/link';
import type { LicenseClosing } from '../../src/domain/closing';
import type { LicenseClosings } from '../../src/service/license/license-views';
import type { TakedownData } from '../../src/domain/content/takedown';
import type { AmountSummary } from '../../src/domain/price-table/offer-amounts';
import type { AssignedOffer } from '../../src/service/content/content-views';
import { Button } from '@/ui/button';
import { ClosedMark } from '@/ui/closed-mark';
import { DeviceIcons } from '@/ui/device-icons';
import { ForEditors } from '@/ui/role';
import { StateMark } from '@/ui/state-mark';
import { DateRange, dayNumber, isoDate } from '../../src/domain/values/date-range';
import { territoryName } from '../../src/domain/values/territory';
import { listed } from '../../src/domain/values/words';
import { RightsBadge } from '../ui/rights-badge';
import { takenDownTerritories } from './takedowns/taken-down';
import { PriceSummary } from '../timeline/offer-price';
import { daySpan, offerState, STATE_NAMES } from '../timeline/model';

/** Every column has room from 75rem on; beside the sheet, or on a smaller screen, days stand under the offer. */
const ROW =
  'grid items-center gap-x-3 px-4 max-sm:grid-cols-[minmax(0,1fr)_auto] ' +
  'sm:grid-cols-[minmax(8rem,1.2fr)_minmax(8rem,1.2fr)_6.5rem_minmax(8rem,1fr)_11rem] ' +
  '@min-[75rem]:grid-cols-[7rem_minmax(9rem,1.2fr)_minmax(9rem,1.2fr)_12rem_minmax(6.5rem,11rem)_8.5rem_minmax(6rem,1fr)_11rem]';

interface AssignmentActions {
  readonly isBusy: boolean;
  readonly onMove: (assignment: AssignedOffer) => void;
  readonly onUnassign: (assignment: AssignedOffer) => void;
}

/** The offers a title has, in date order, with what can be done with each. */
export function AssignmentsTable({
  assigned,
  prices,
  closings,
  takedowns,
  today,
  actions = null,
}: {
  assigned: readonly AssignedOffer[];
  /** What each of them costs. */
  prices: readonly AmountSummary[];
  /** Of the licenses of these offers. */
  closings: LicenseClosings;
  /** The title's. */
  takedowns: readonly TakedownData[];
  today: string;
  /** `null` for offers that are to look at, not to change. */
  actions?: AssignmentActions | null;
}) {
  return (
    <div role="table" aria-label="Assigned offers" className="@container text-table">
      <div
        role="row"
        className={`${ROW} min-h-9 border-b border-line-strong text-ink-3 max-sm:hidden`}
      >
        <span role="columnheader" className="@max-[75rem]:hidden">
          State
        </span>
        <span role="columnheader">Offer</span>
        <span role="columnheader">License</span>
        <span role="columnheader" className="@max-[75rem]:hidden">
          Days
        </span>
        <span role="columnheader" className="text-end">
          Price
        </span>
        <span role="columnheader" className="@max-[75rem]:hidden">
          Devices
        </span>
        <span role="columnheader">Territories</span>
        <span role="columnheader">
          <ForEditors>
            <span className="sr-only">Actions</span>
          </ForEditors>
        </span>
      </div>
      {assigned.map((assignment, index) => (
        <Line
          key={`${assignment.licenseId} ${assignment.offer.window.startsOn}`}
          assignment={assignment}
          price={prices[index]}
          closing={closings[assignment.licenseId]}
          down={takenDownTerritories(assignment, takedowns, today)}
          today={today}
          actions={actions}
        />
      ))}
    </div>
  );
}

/** Codes of territories in a cell; the others are counted. */
const MAX_NAMED = 3;

function Line({
  assignment,
  price,
  closing,
  down,
  today,
  actions,
}: {
  assignment: AssignedOffer;
  price: AmountSummary | undefined;
  closing: LicenseClosing | undefined;
  /** The territories in which the title is taken down. */
  down: readonly string[];
  today: string;
  actions: AssignmentActions | null;
}) {
  const { licenseId, licenseName, rightsType, territories, offer } = assignment;
  const days = DateRange.of(offer.window.startsOn, offer.window.endsOn).toString();
  const state = offerState(daySpan(offer.window), dayNumber(isoDate(today)));
  const [first = '', ...rest] = territories.map(territoryName);
  const isDown = down.length === territories.length;
  return (
    <div
      role="row"
      className={`${ROW} min-h-9 border-b border-line py-1 hover:bg-ink/5 max-sm:gap-y-1 max-sm:py-2`}
    >
      <span role="cell" className="@max-[75rem]:hidden">
        {isDown ? (
          <StateMark state="taken-down">Taken down</StateMark>
        ) : (
          <StateMark state={state}>{STATE_NAMES[state]}</StateMark>
        )}
      </span>
      <span role="rowheader" className="min-w-0">
        <Link
          href={`/licenses/${licenseId}?offer=${offer.window.startsOn}`}
          prefetch={false}
          className="inline-flex min-h-6 max-w-full items-center font-emphasis text-ink hover:underline"
        >
          <span className="truncate">{offer.name}</span>
        </Link>
        <span className="block text-ink-3 @min-[75rem]:hidden">{days}</span>
      </span>
      <span
        role="cell"
        className="flex min-w-0 items-center gap-2 text-ink-2 max-sm:order-3 max-sm:col-span-2"
      >
        <RightsBadge rightsType={rightsType} />
        <span className="truncate">{licenseName}</span>
        {closing !== undefined && <ClosedMark closing={closing} />}
      </span>
      <span role="cell" className="text-ink-2 @max-[75rem]:hidden">
        {days}
      </span>
      <span role="cell" className="truncate text-end text-ink max-sm:order-2">
        {price !== undefined && <PriceSummary summary={price} />}
      </span>
      <span role="cell" className="@max-[75rem]:hidden">
        <DeviceIcons codes={offer.devices} />
      </span>
      <span
        role="cell"
        className="truncate text-ink-2 max-sm:order-4 max-sm:col-span-2"
        title={[first, ...rest].join(', ')}
      >
        {first}
        {rest.length > 0 && <span className="text-ink-3"> +{rest.length}</span>}
        {isDown && <span className="text-clay-ink @min-[75rem]:hidden"> taken down</span>}
        {!isDown && down.length > 0 && (
          <span
            className="text-clay-ink"
            title={`Taken down in ${down.map(territoryName).join(', ')}`}
          >
            {' '}
            not {listed(down.slice(0, MAX_NAMED), down.length)}
          </span>
        )}
      </span>
      <span
        role="cell"
        className="flex justify-end gap-1 max-sm:order-5 max-sm:col-span-2 max-sm:justify-start"
      >
        {actions !== null && <Actions assignment={assignment} {...actions} />}
      </span>
    </div>
  );
}

function Actions({
  assignment,
  isBusy,
  onMove,
  onUnassign,
}: AssignmentActions & { assignment: AssignedOffer }) {
  return (
    <ForEditors>
      <Button
        variant="quiet"
        size="toolbar"
        isDisabled={isBusy}
        aria-label={`Move ${assignment.offer.name} to another offer`}
        onPress={() => {
          onMove(assignment);
        }}
      >
        Move
      </Button>
      <Button
        variant="danger-text"
        size="toolbar"
        isDisabled={isBusy}
        aria-label={`Unassign ${assignment.offer.name}`}
        onPress={() => {
          onUnassign(assignment);
        }}
      >
        Unassign
      </Button>
    </ForEditors>
  );
}
