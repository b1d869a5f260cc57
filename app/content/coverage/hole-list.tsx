'use client';

import { Button } from '@/ui/button';
import { LinkButton } from '@/ui/link-button';
import { ForEditors } from '@/ui/role';
import { StateMark } from '@/ui/state-mark';
import type { TakedownData } from '../../../src/domain/content/takedown';
import type { ShownOffer } from '../content-commands';
import type { DateRangeData } from '../../../src/domain/values/date-range';
import type { Hole, HoleRemedy } from './title-coverage';
import { licenseActionAddress, newOfferAddress } from '../../licenses/license-address';
import { holeId, holeWords } from './coverage-strip';

interface HoleActions {
  isBusy: boolean;
  onAssign: (offer: ShownOffer) => void;
  onBringBack: (takedown: TakedownData) => void;
  /** Lists the offers that fit some days. */
  onFit: (days: DateRangeData) => void;
}

/** Holes of a title in one territory, each with its reason and the action that fixes it. */
export function HoleList({
  holes,
  actions = null,
}: {
  holes: readonly Hole[];
  /** `null` for days that are to look at, not to change. */
  actions?: HoleActions | null;
}) {
  if (holes.length === 0)
    return (
      <p className="px-4 py-2 text-table">
        <StateMark state="ok">No gaps: on offer every day.</StateMark>
      </p>
    );
  return (
    <ul aria-label="Gaps" className="text-table">
      {holes.map((hole) => (
        <li
          key={hole.days.startsOn}
          id={holeId(hole)}
          className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-4 py-1.5 target:bg-straw-tint"
        >
          <StateMark
            state={hole.remedy.kind === 'bring-back' ? 'taken-down' : 'attention'}
            className="shrink-0 font-emphasis"
          >
            {holeWords(hole)}
          </StateMark>
          <span className="min-w-0 flex-1 basis-60 text-ink-2">{hole.reason}</span>
          {actions !== null && <HoleAction hole={hole} {...actions} />}
        </li>
      ))}
    </ul>
  );
}

function HoleAction({
  hole: { remedy, days },
  isBusy,
  onAssign,
  onBringBack,
  onFit,
}: HoleActions & {
  hole: Hole;
}) {
  switch (remedy.kind) {
    case 'assign': {
      const { licenseId, licenseName, offer } = remedy;
      return (
        <ForEditors otherwise={<OpenLicense {...remedy} />}>
          <Button
            variant="secondary"
            size="toolbar"
            isDisabled={isBusy}
            onPress={() => {
              onAssign({ licenseId, licenseName, offer });
            }}
          >
            Assign {offer.name}
          </Button>
        </ForEditors>
      );
    }
    case 'license':
      return (
        <ForEditors otherwise={<OpenLicense {...remedy} />}>
          <Fit days={days} onFit={onFit} />
          <StepOnLicense remedy={remedy} days={days} />
        </ForEditors>
      );
    case 'bring-back': {
      const { takedown } = remedy;
      if (takedown.days.endsOn !== null) return null;
      return (
        <ForEditors>
          <Button
            variant="secondary"
            size="toolbar"
            isDisabled={isBusy}
            onPress={() => {
              onBringBack(takedown);
            }}
          >
            Bring back
          </Button>
        </ForEditors>
      );
    }
    case 'none':
      return (
        <ForEditors>
          <Fit days={days} onFit={onFit} />
          <LinkButton href="/licenses/new" variant="quiet" size="toolbar" prefetch={false}>
            Grant a license
          </LinkButton>
        </ForEditors>
      );
  }
}

function Fit({ days, onFit }: { days: DateRangeData; onFit: HoleActions['onFit'] }) {
  return (
    <Button
      variant="quiet"
      size="toolbar"
      onPress={() => {
        onFit(days);
      }}
    >
      Find an offer
    </Button>
  );
}

/** The form on the license that fills the days, with them in it. */
function StepOnLicense({
  remedy,
  days,
}: {
  remedy: Extract<HoleRemedy, { kind: 'license' }>;
  days: DateRangeData;
}) {
  const { licenseId, licenseName, step } = remedy;
  if (step === 'open') return <OpenLicense {...remedy} />;
  const isNew = step === 'new-offer';
  return (
    <LinkButton
      href={isNew ? newOfferAddress(licenseId, days) : licenseActionAddress(licenseId, 'amend')}
      variant="secondary"
      size="toolbar"
      prefetch={false}
    >
      {isNew ? 'New offer in' : 'Extend'} {licenseName}
    </LinkButton>
  );
}

function OpenLicense({ licenseId, licenseName }: { licenseId: string; licenseName: string }) {
  return (
    <LinkButton href={`/licenses/${licenseId}`} variant="secondary" size="toolbar" prefetch={false}>
      Open {licenseName}
    </LinkButton>
  );
}
