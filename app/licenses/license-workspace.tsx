// A little over 300 lines: everything that works on a license meets here, and what each thing does is elsewhere.

'use client';

import dynamic from 'next/dynamic';
import type { ClosingPreview } from '../../src/service/license/closing-preview';
import type { ProposedChange } from '../../src/domain/license/license-change';
import type { RoomWay } from '../../src/domain/license/room';
import type { DaySpan, TimelineModel } from '../timeline/model';
import type { LicenseClosing } from '../../src/domain/closing';
import type { PageKey } from '@/keys/page-keys';
import type { PackedLicense } from './license-model';
import type { ShownLicense } from './license-maker';
import type { ChosenTitle } from './titles/choose-titles';
import type { TitlesNews } from './titles/titles-section';
import type { LicenseEditing } from './use-license-editing';
import type { NextUndo } from './undo/next-undo';
import { dayNumber, isoDate } from '../../src/domain/values/date-range';
import { versionState } from '../commands/use-command';
import { Agenda } from '../timeline/agenda/agenda';
import { Timeline } from '../timeline/timeline';
import { LicenseHeader } from './license-header';
import { LicensePanel } from './license-panel';
import { pictureWords, timelineModel } from './license-model';
import { prefillOf, useNewOfferKey } from './new-offer';
import { onDemand } from '@/ui/overlays/on-demand';
import { openedPanel, type OpenedForm } from './opened-form';
import { loadWithdrawalDialog } from './offers/load-withdrawal-dialog';
import { OffersTable } from './offers/offers-table';
import { unpackOffers } from './offers/packed-offers';
import { ClosingBanner } from './closing/closing-banner';
import { PreviewNote } from './closing/preview-note';
import { useChosenOffers } from './offers-bulk/use-chosen-offers';
import { useCopying } from './copy/use-copying';
import { useBesideLicense } from './beside/use-beside-license';
import { useRoom } from './room/use-room';
import { PictureMenu } from '../timeline/picture/picture-menu';
import { SaveNotice } from './save-notice';
import { TakingDown } from './titles/choose-titles';
import { TitlesSection } from './titles/titles-section';
import { useLicenseEditing } from './use-license-editing';
import { useWideScreen } from './use-wide-screen';
import { SavedMeanwhile } from '@/live/saved-meanwhile';
import { useMayActAs } from '@/ui/role';
import { usePageAction, usePageKey } from '@/keys/use-page-key';
import { useMemo, useState, type ReactNode } from 'react';

const VoidLicense = dynamic(() =>
  import('./closing/void-license').then((module) => module.VoidLicense),
);

const WithdrawalDialog = onDemand(() =>
  loadWithdrawalDialog().then((module) => module.WithdrawalDialog),
);

const LicenseConflictDialog = dynamic(() =>
  import('./license-conflict-dialog').then((module) => module.LicenseConflictDialog),
);

const ClosingConflictDialog = dynamic(() =>
  import('./license-conflict-dialog').then((module) => module.ClosingConflictDialog),
);

const END: PageKey = { key: 'e', isShifted: true, does: 'End this license' };

/** A license where people work on it: header, timeline, offers, and the form or dialog in hand. */
export function LicenseWorkspace({
  license,
  siblings,
  had,
  today,
  lastChange,
  nextUndo,
  initialOffer,
  opened,
  titlesByOffer,
  titles,
  children,
}: {
  license: PackedLicense;
  /** How many licenses of its contract are not void. */
  siblings: number;
  /** What a void license had before; `null` while it is not void. */
  had: Pick<PackedLicense, 'version' | 'offers'> | null;
  today: string;
  /** The newest change in words: who, what, when. */
  lastChange: string;
  /** `null` where there is nothing to undo. */
  nextUndo: NextUndo | null;
  /** First day of the offer to open at first. */
  initialOffer: string | null;
  /** The form that a link opens at first. */
  opened: OpenedForm;
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
  const asShown = useMemo((): ShownLicense => ({ license, offers }), [license, offers]);
  /** What the person was last shown that closing the license does, when they confirmed it. */
  const [seen, setSeen] = useState<ClosingPreview | null>(null);
  const [takenFrom, setTakenFrom] = useState<number | null>(null);
  const shown = useMemo(
    (): TimelineModel =>
      takenFrom === null ? model : { ...model, closing: { kind: 'previewed', from: takenFrom } },
    [model, takenFrom],
  );
  const [titlesNews, setTitlesNews] = useState<TitlesNews | null>(null);
  const editing = useLicenseEditing(license.id, version, titlesByOffer, () => {
    const offer = offers.find(({ window }) => window.startsOn === initialOffer);
    if (offer !== undefined) return { kind: 'offer', offer, baseVersion: version };
    return mayEdit ? openedPanel(opened, model, version) : null;
  });
  const { panel, conflict, command } = editing;

  const openOffer = (index: number) => {
    const offer = offers[index];
    if (offer !== undefined) editing.open({ kind: 'offer', offer, baseVersion: version });
  };
  const create = (slot: DaySpan | null, way?: RoomWay) => {
    // Who adds one offer after another is not in the way of their own last change.
    const baseVersion = editing.latest;
    editing.open({ kind: 'new', prefill: prefillOf(slot, model), way, baseVersion });
  };
  const assign = (startsOn: string | null) => {
    setTitlesNews(null);
    editing.open({ kind: 'titles', startsOn, baseVersion: version });
  };
  const takeDown = (chosen: readonly ChosenTitle[]) => {
    setTitlesNews(null);
    editing.open({ kind: 'take-down', titles: chosen, baseVersion: version });
  };
  const closeLicense = (how: LicenseClosing['kind'], lastDay?: string) => {
    editing.open({ kind: 'close', how, lastDay, baseVersion: editing.latest });
  };
  const room = useRoom({
    ...{ license, offers, model, today, titlesByOffer, editing },
    onCreate: create,
  });
  const beside = useBesideLicense(license.id);
  const picture = useMemo(
    () => <PictureMenu model={model} words={pictureWords(license, today)} />,
    [model, license, today],
  );
  const isVoid = license.closing?.kind === 'void';
  const isKeyOff = !mayEdit || panel !== null || conflict !== null;
  useNewOfferKey(() => {
    create(null);
  }, isKeyOff || isVoid);
  usePageKey(
    END,
    () => {
      closeLicense('ended');
    },
    isKeyOff || license.closing !== null,
  );

  const amend = () => {
    editing.open({ kind: 'amend', baseVersion: version });
  };
  usePageAction('Amend terms', amend, isKeyOff || isVoid);
  usePageAction('Assign titles', () => assign(null), isKeyOff || isVoid || offers.length === 0);
  usePageAction('Void license', () => closeLicense('void'), isKeyOff || license.closing !== null);

  const copy = () => {
    editing.open({ kind: 'copy', baseVersion: editing.latest });
  };
  const copying = useCopying(copy, isKeyOff || isVoid);

  const changeOffers = (chosen: ReadonlySet<string>) => {
    editing.open({ kind: 'change-offers', chosen, baseVersion: editing.latest });
  };
  const choosing = useChosenOffers(offers, today, changeOffers, isKeyOff || isVoid);

  const canUndo = command.phase === 'idle' && editing.latest === version;
  const undo = () => {
    if (nextUndo !== null) editing.undo(nextUndo.version, version);
  };
  const selected = panel?.kind === 'offer' ? dayNumber(isoDate(panel.offer.window.startsOn)) : null;
  const position = model.offers.findIndex(({ start }) => start === selected);
  const label = `Offers of ${license.details.name}`;
  return (
    <div className="flex min-w-0 flex-1">
      <div className="flex min-w-0 flex-1 flex-col">
        <LicenseHeader
          license={license}
          siblings={siblings}
          model={model}
          lastChange={lastChange}
          state={versionState(command)}
          nextUndo={nextUndo}
          canUndo={canUndo}
          onUndo={undo}
          onClose={closeLicense}
          onCopy={copy}
          onChangeOffers={choosing.openForm}
          onAmend={amend}
          onCreate={() => {
            create(null);
          }}
        />
        <ClosingBanner license={license} nextUndo={nextUndo} canUndo={canUndo} onBringBack={undo} />
        <div className={isVoid ? 'pb-3' : 'contents'}>
          <SaveNotice editing={editing} version={version} />
          {copying.notice}
        </div>
        {isWide !== false && !isVoid && (
          <div className="max-sm:hidden">
            <Timeline
              model={shown}
              selected={selected}
              onOpenOffer={openOffer}
              onCreateInSlot={create}
              label={label}
              beside={beside}
              picture={picture}
              editing={panel?.kind === 'close' ? undefined : room.timeline}
              note={
                panel?.kind === 'close' && takenFrom !== null ? (
                  <PreviewNote kind={panel.how} from={takenFrom} />
                ) : undefined
              }
            />
            <OffersTable
              model={shown}
              selected={selected}
              today={today}
              titles={{ licenseId: license.id, byOffer: titlesByOffer }}
              choosing={mayEdit ? choosing : undefined}
              onOpenOffer={openOffer}
              onCreateInSlot={create}
            />
            {choosing.bar}
          </div>
        )}
        {isWide !== true && !isVoid && (
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
        {isVoid && had !== null && (
          <VoidLicense license={license} had={had} today={today} isWide={isWide} />
        )}
        {!isVoid && (
          <TitlesSection
            news={titlesNews}
            canAssign={offers.length > 0}
            onAssign={() => {
              assign(null);
            }}
          >
            <TakingDown value={takeDown}>{titles}</TakingDown>
          </TitlesSection>
        )}
        {children}
      </div>
      <SavedMeanwhile id={license.id} version={version} isSaidElsewhere={panel?.kind === 'close'} />
      <LicensePanel
        license={license}
        model={model}
        offers={offers}
        shown={asShown}
        room={room.forms}
        titlesByOffer={titlesByOffer}
        today={today}
        editing={editing}
        position={position}
        onOpenOffer={openOffer}
        onAssign={assign}
        onNews={(news) => {
          editing.open(null);
          setTitlesNews(news);
        }}
        onEnd={(lastDay) => {
          closeLicense('ended', lastDay);
        }}
        onCopied={copying.onCopied}
        onPreview={setTakenFrom}
        onSeen={setSeen}
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
        <Conflict
          key={conflict.explanation.latestVersion}
          {...conflict}
          model={model}
          seen={seen}
          editing={editing}
        />
      )}
    </div>
  );
}

/** The conflict of the change in hand. */
function Conflict({
  sent,
  explanation,
  model,
  seen,
  editing,
}: NonNullable<LicenseEditing['conflict']> & {
  model: TimelineModel;
  seen: ClosingPreview | null;
  editing: LicenseEditing;
}) {
  const { command } = editing;
  const shared = {
    conflict: explanation,
    answer: command.result,
    isBusy: command.phase !== 'idle',
    window: model.window,
    today: model.today,
    onApply: (change: ProposedChange, titlesSeen?: number) => {
      editing.apply(change, explanation.latestVersion, titlesSeen);
    },
    onAgain: () => void command.resend(),
    onKeepEditing: editing.keepEditing,
    onDrop: editing.drop,
  };
  return sent.kind === 'close-license' ? (
    <ClosingConflictDialog {...shared} sent={sent} seen={seen} />
  ) : (
    <LicenseConflictDialog {...shared} sent={sent} />
  );
}
