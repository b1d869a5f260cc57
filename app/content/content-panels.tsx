'use client';

import type { AssignedOffer } from '../../src/service/content/content-views';
import type { ShownTakedown } from './takedowns/takedown-banners';
import type { ContentEditing } from './use-content-editing';
import { onDemand } from '@/ui/overlays/on-demand';
import { rightsPlaces } from './takedowns/typed-takedown';
import { draftOf } from './use-content-editing';

// Forms come when they are first opened: reading a title does not wait for them. A link can open most; the
// server does not draw them, because their fields have inline styles, which the content security policy forbids in HTML.
const OfferSheet = onDemand(() => import('./offer-sheet').then((module) => module.OfferSheet));

const TakeDownSheet = onDemand(() =>
  import('./takedowns/take-down-sheet').then((module) => module.TakeDownSheet),
);

const BringBackSheet = onDemand(() =>
  import('./takedowns/bring-back-sheet').then((module) => module.BringBackSheet),
);

const CloseSheet = onDemand(() =>
  import('./closing/close-sheet').then((module) => module.CloseSheet),
);

/** The form beside a title's page, if one is open. */
export function ContentPanels({
  contentId,
  title,
  version,
  assigned,
  takedowns,
  today,
  editing,
}: {
  contentId: string;
  title: string;
  /** The version that the page shows. */
  version: number;
  assigned: readonly AssignedOffer[];
  takedowns: readonly ShownTakedown[];
  today: string;
  editing: ContentEditing;
}) {
  const { panel, open } = editing;
  if (panel === null) return null;
  const { baseVersion } = panel;
  const key = draftOf(panel, contentId);
  const onClose = () => {
    open(null);
  };
  const shared = { contentId, title, editing, onClose };
  switch (panel.kind) {
    case 'take-down':
      return (
        <TakeDownSheet
          {...shared}
          key={key}
          baseVersion={baseVersion}
          version={version}
          places={rightsPlaces(assigned)}
          asked={panel.asked}
          today={today}
        />
      );
    case 'bring-back':
      return (
        <BringBackSheet
          {...shared}
          key={key}
          baseVersion={baseVersion}
          takedown={panel.takedown}
          takedowns={takedowns}
          assigned={assigned}
          today={today}
        />
      );
    case 'close':
      return (
        <CloseSheet
          {...shared}
          key={key}
          baseVersion={baseVersion}
          version={version}
          kind={panel.closing}
          assigned={assigned}
        />
      );
    case 'assign':
    case 'move':
    case 'reopen':
      return <OfferSheet {...shared} key={key} panel={panel} />;
  }
}
