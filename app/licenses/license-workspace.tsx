'use client';

import dynamic from 'next/dynamic';
import type { License } from '../../src/domain/license/license';
import type { DaySpan } from '../timeline/model';
import type { PackedLicense } from './license-model';
import type { ChosenTitle } from './titles/choose-titles';
import type { TitlesNews } from './titles/titles-section';
import type { NextUndo } from './undo/next-undo';
import type { ReactNode } from 'react';
import { dayNumber, isoDate } from '../../src/domain/values/date-range';
import { versionState } from '../commands/use-command';
import { onDemand } from '../forms/on-demand';
import { Agenda } from '../timeline/agenda';
import { Timeline } from '../timeline/timeline';
import { LicenseHeader } from './license-header';
import { licenseMaker, timelineModel } from './license-model';
import { prefillOf, useNewOfferKey } from './new-offer';
import { OffersTable } from './offers/offers-table';
import { unpackOffers } from './offers/packed-offers';
import { WithdrawalDialog } from './offers/withdrawal-dialog';
import { SaveNotice } from './save-notice';
import { TakingDown } from './titles/choose-titles';
import { TitlePanels } from './titles/title-panels';
import { TitlesSection } from './titles/titles-section';
import { useLicenseEditing } from './use-license-editing';
import { useWideScreen } from './use-wide-screen';
import { SavedMeanwhile } from '@/live/saved-meanwhile';
import { useMayActAs } from '@/ui/role';
import { useMemo, useState } from 'react';

// Forms and dialogs come when they are first opened: reading a license does not wait for them. That of a withdrawal comes at
// once, since a withdrawal can be given offline.
const AmendSheet = dynamic(() =>
  onDemand(() => import('./amend-sheet').then((module) => module.AmendSheet)),
);

const LicenseConflictDialog = dynamic(() =>
  import('./license-conflict-dialog').then((module) => module.LicenseConflictDialog),
);

const GenerateSheet = dynamic(() =>
  onDemand(() => import('./offers/generate-sheet').then((module) => module.GenerateSheet)),
);

const OfferInspector = dynamic(() =>
  onDemand(() => import('./offers/offer-inspector').then((module) => module.OfferInspector)),
);

/** A license where people work on it: header, timeline, offers, and the form or dialog in hand. */
export function LicenseWorkspace({
  license,
  today,
  lastChange,
  nextUndo,
  initialOffer,
  titlesByOffer,
  titles,
  children,
}: {
  license: PackedLicense;
  today: string;
  /** The newest change in words: who, what, when. */
  lastChange: string;
  /** `null` where there is nothing to undo. */
  nextUndo: NextUndo | null;
  /** First day of the offer to open at first. */
  initialOffer: string | null;
  /** How many titles have each offer, by its first day. */
  titlesByOffer: Readonly<Record<string, number>>;
  /** The list of its titles. */
  titles: ReactNode;
  /** What stands below: the history. */
  children: ReactNode;
}) {
  const { version } = license;
  const mayEdit = useMayActAs('editor');
  const isWide = useWideScreen();
  const offers = useMemo(() => unpackOffers(license.offers), [license.offers]);
  const model = useMemo(() => timelineModel(license, offers, today), [license, offers, today]);
  const makeLicense = useMemo(() => {
    let make: (() => License) | null = null;
    return () => (make ??= licenseMaker(license, offers))();
  }, [license, offers]);
  const [titlesNews, setTitlesNews] = useState<TitlesNews | null>(null);
  const editing = useLicenseEditing(license.id, version, titlesByOffer, () => {
    const offer = offers.find(({ window }) => window.startsOn === initialOffer);
    return offer === undefined ? null : { kind: 'offer', offer, baseVersion: version };
  });
  const { panel, conflict, command } = editing;

  const openOffer = (index: number) => {
    const offer = offers[index];
    if (offer !== undefined) editing.open({ kind: 'offer', offer, baseVersion: version });
  };
  const create = (slot: DaySpan | null) => {
    // Who adds one offer after another is not in the way of their own last change.
    editing.open({ kind: 'new', prefill: prefillOf(slot, model), baseVersion: editing.latest });
  };
  const assign = (startsOn: string | null) => {
    setTitlesNews(null);
    editing.open({ kind: 'titles', startsOn, baseVersion: version });
  };
  const takeDown = (chosen: readonly ChosenTitle[]) => {
    setTitlesNews(null);
    editing.open({ kind: 'take-down', titles: chosen, baseVersion: version });
  };
  const close = () => {
    editing.open(null);
  };
  useNewOfferKey(
    () => {
      create(null);
    },
    !mayEdit || panel !== null || conflict !== null,
  );

  const selected = panel?.kind === 'offer' ? dayNumber(isoDate(panel.offer.window.startsOn)) : null;
  const position = model.offers.findIndex(({ start }) => start === selected);
  const label = `Offers of ${license.details.name}`;
  return (
    <div className="flex min-w-0 flex-1">
      <div className="flex min-w-0 flex-1 flex-col">
        <LicenseHeader
          license={license}
          model={model}
          lastChange={lastChange}
          state={versionState(command)}
          nextUndo={nextUndo}
          canUndo={command.phase === 'idle' && editing.latest === version}
          onUndo={() => {
            if (nextUndo !== null) editing.undo(nextUndo.version, version);
          }}
          onAmend={() => {
            editing.open({ kind: 'amend', baseVersion: version });
          }}
          onCreate={() => {
            create(null);
          }}
        />
        <SaveNotice editing={editing} version={version} />
        {isWide !== false && (
          <div className="max-sm:hidden">
            <Timeline
              model={model}
              selected={selected}
              onOpenOffer={openOffer}
              onCreateInSlot={create}
              label={label}
            />
            <OffersTable
              model={model}
              selected={selected}
              today={today}
              titles={{ licenseId: license.id, byOffer: titlesByOffer }}
              onOpenOffer={openOffer}
              onCreateInSlot={create}
            />
          </div>
        )}
        {isWide !== true && (
          <div className="sm:hidden">
            <Agenda
              model={model}
              selected={selected}
              onEdit={openOffer}
              onWithdraw={(index) => {
                const offer = offers[index];
                if (offer !== undefined) editing.withdraw(offer, editing.latest);
              }}
              onCreateInSlot={create}
              label={label}
            />
          </div>
        )}
        <TitlesSection
          news={titlesNews}
          canAssign={offers.length > 0}
          onAssign={() => {
            assign(null);
          }}
        >
          <TakingDown value={takeDown}>{titles}</TakingDown>
        </TitlesSection>
        {children}
      </div>
      <SavedMeanwhile id={license.id} version={version} />
      {panel?.kind === 'offer' && (
        <OfferInspector
          key={`${panel.offer.window.startsOn} ${panel.baseVersion}`}
          offer={panel.offer}
          position={position < 0 ? 'Offer' : `Offer ${position + 1} of ${offers.length}`}
          makeLicense={makeLicense}
          today={today}
          titles={titlesByOffer[panel.offer.window.startsOn] ?? 0}
          onAssign={() => {
            assign(panel.offer.window.startsOn);
          }}
          baseVersion={panel.baseVersion}
          command={command}
          isBusy={editing.isBusy}
          onWithdraw={() => {
            editing.withdraw(panel.offer, panel.baseVersion);
          }}
          onTake={(change) => {
            editing.apply(change, panel.baseVersion);
          }}
          onStep={(by) => {
            openOffer((position + by + offers.length) % offers.length);
          }}
          onClose={close}
        />
      )}
      {panel?.kind === 'new' && (
        <GenerateSheet
          key={`${panel.prefill.firstDay} ${panel.prefill.lastDay}`}
          prefill={panel.prefill}
          lastOffer={offers.at(-1)}
          makeLicense={makeLicense}
          baseVersion={panel.baseVersion}
          command={command}
          onTake={(change) => {
            editing.apply(change, panel.baseVersion);
          }}
          onClose={close}
        />
      )}
      {panel?.kind === 'amend' && (
        <AmendSheet
          makeLicense={makeLicense}
          baseVersion={panel.baseVersion}
          command={command}
          onTake={(change) => {
            editing.apply(change, panel.baseVersion);
          }}
          onClose={close}
        />
      )}
      <TitlePanels
        license={license}
        offers={offers}
        panel={panel}
        today={today}
        onNews={(news) => {
          close();
          setTitlesNews(news);
        }}
        onClose={close}
      />
      {editing.withdrawal !== null && (
        <WithdrawalDialog
          {...editing.withdrawal}
          today={today}
          onWithdraw={editing.sendWithdrawal}
          onClose={editing.keepOffers}
        />
      )}
      {conflict !== null && (
        <LicenseConflictDialog
          key={conflict.explanation.latestVersion}
          conflict={conflict.explanation}
          intent={conflict.intent}
          answer={command.result}
          isBusy={command.phase !== 'idle'}
          window={model.window}
          today={model.today}
          onApply={(change) => {
            editing.apply(change, conflict.explanation.latestVersion);
          }}
          onAgain={() => void command.resend()}
          onKeepEditing={editing.keepEditing}
          onDrop={editing.drop}
        />
      )}
    </div>
  );
}
