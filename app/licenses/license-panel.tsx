'use client';

import dynamic from 'next/dynamic';
import type { ClosingPreview } from '../../src/service/license/closing-preview';
import type { OfferData } from '../../src/domain/license/offer';
import type { TimelineModel } from '../timeline/model';
import type { PackedLicense } from './license-model';
import type { ShownLicense } from './license-maker';
import type { LicenseEditing } from './use-license-editing';
import type { RoomForForms } from './room/use-room';
import type { Copied } from './copy/use-copying';
import type { TitlesNews } from './titles/titles-section';
import { onDemand, orOnDemand } from '@/ui/overlays/on-demand';
import { useMayActAs } from '@/ui/role';
import { useWhenIdle } from '@/ui/use-when-idle';
import { TitlePanels } from './titles/title-panels';
import { loadWithdrawalDialog } from './offers/load-withdrawal-dialog';

// Forms come when the page stands and nothing else is to be done: reading a license does not wait for them, and opening
// one does not wait either.
/** With the dialog that withdraws the offer, which may be asked for when the line is gone. */
const loadOfferInspector = async () => {
  const [inspector] = await Promise.all([
    import('./offers/offer-inspector'),
    loadWithdrawalDialog(),
  ]);
  return inspector;
};

// A link can open the first two. The server does not draw them, because their fields have inline styles, which the content
// security policy forbids in HTML.
const AmendSheet = onDemand(() =>
  import('./terms/amend-sheet').then((module) => module.AmendSheet),
);

const GenerateSheet = onDemand(() =>
  import('./offers/generate-sheet').then((module) => module.GenerateSheet),
);

const OfferInspector = dynamic(() =>
  orOnDemand(() => loadOfferInspector().then((module) => module.OfferInspector)),
);

const OffersSheet = onDemand(() =>
  import('./offers-bulk/offers-sheet').then((module) => module.OffersSheet),
);

const CopySheet = onDemand(() => import('./copy/copy-sheet').then((module) => module.CopySheet));

const CloseLicenseSheet = onDemand(() =>
  import('./closing/close-license-sheet').then((module) => module.CloseLicenseSheet),
);

/** The form in hand beside the timeline. */
export function LicensePanel({
  license,
  model,
  offers,
  shown,
  room,
  titlesByOffer,
  today,
  editing,
  position,
  onOpenOffer,
  onAssign,
  onNews,
  onEnd,
  onCopied,
  onPreview,
  onSeen,
}: {
  license: PackedLicense;
  model: TimelineModel;
  offers: readonly OfferData[];
  shown: ShownLicense;
  room: RoomForForms;
  /** How many titles have each offer, by its first day. */
  titlesByOffer: Readonly<Record<string, number>>;
  /** ISO 8601. */
  today: string;
  editing: LicenseEditing;
  /** The place of the open offer among the offers, -1 for none. */
  position: number;
  onOpenOffer: (index: number) => void;
  /** Goes on to assigning an offer to titles. */
  onAssign: (startsOn: string) => void;
  /** Called with what was done with several titles. */
  onNews: (news: TitlesNews) => void;
  /** Goes on to ending the license after a day, ISO 8601. */
  onEnd: (lastDay: string) => void;
  /** Called with the copy that was made. */
  onCopied: (copied: Copied) => void;
  /** Called with the first day that a closing takes away, days since 1970-01-01; `null` for none. */
  onPreview: (from: number | null) => void;
  /** Called with what a closing does, as it was shown when the person confirmed it. */
  onSeen: (preview: ClosingPreview | null) => void;
}) {
  const { panel, command } = editing;
  const mayEdit = useMayActAs('editor');
  useWhenIdle(() => {
    // What does not arrive now is asked for again, and told of, when it is opened.
    loadOfferInspector().catch(console.warn);
    if (mayEdit) GenerateSheet.preload();
  });
  const close = () => {
    editing.open(null);
  };
  return (
    <>
      {panel?.kind === 'offer' && (
        <OfferInspector
          key={`${panel.offer.window.startsOn} ${panel.baseVersion}`}
          offer={panel.offer}
          studio={license.contract.studio}
          amounts={model.offers[position]?.amounts ?? []}
          position={position < 0 ? 'Offer' : `Offer ${position + 1} of ${offers.length}`}
          shown={shown}
          room={room}
          model={model}
          today={today}
          titles={titlesByOffer[panel.offer.window.startsOn] ?? 0}
          onAssign={() => {
            onAssign(panel.offer.window.startsOn);
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
            onOpenOffer((position + by + offers.length) % offers.length);
          }}
          onClose={close}
        />
      )}
      {panel?.kind === 'new' && (
        <GenerateSheet
          key={`${panel.prefill.firstDay} ${panel.prefill.lastDay} ${panel.way ?? ''}`}
          prefill={panel.prefill}
          way={panel.way}
          lastOffer={offers.at(-1)}
          shown={shown}
          room={room}
          model={model}
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
          onEnd={onEnd}
          shown={shown}
          baseVersion={panel.baseVersion}
          command={command}
          onTake={(change) => {
            editing.apply(change, panel.baseVersion);
          }}
          onClose={close}
        />
      )}
      {panel?.kind === 'change-offers' && (
        <OffersSheet
          shown={shown}
          chosen={panel.chosen}
          command={command}
          isBusy={editing.isBusy}
          onTake={editing.apply}
          onClose={close}
        />
      )}
      {panel?.kind === 'copy' && (
        <CopySheet
          key={panel.baseVersion}
          license={license}
          offers={offers}
          baseVersion={panel.baseVersion}
          today={today}
          onCopied={(copied) => {
            close();
            onCopied(copied);
          }}
          onClose={close}
        />
      )}
      {panel?.kind === 'close' && (
        <CloseLicenseSheet
          key={`${panel.how} ${panel.baseVersion}`}
          kind={panel.how}
          license={license}
          model={model}
          baseVersion={panel.baseVersion}
          lastDay={panel.lastDay}
          today={today}
          command={command}
          shown={shown}
          onPreview={onPreview}
          onSeen={onSeen}
          onClose={close}
        />
      )}
      <TitlePanels
        license={license}
        offers={offers}
        panel={panel}
        today={today}
        onNews={onNews}
        onClose={close}
      />
    </>
  );
}
