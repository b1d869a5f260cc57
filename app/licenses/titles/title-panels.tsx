'use client';

import { useRouter } from 'next/navigation';
import type { OfferData } from '../../../src/domain/license/offer';
import type { PackedLicense } from '../license-model';
import type { Panel } from '../use-license-editing';
import type { TitlesNews } from './titles-section';
import { rightsPlaces } from '../../content/takedowns/typed-takedown';
import { onDemand } from '@/ui/overlays/on-demand';

// A link can open this one: see `license-panel.tsx`.
const AssignSheet = onDemand(() => import('./assign-sheet').then((module) => module.AssignSheet));

const TakeDownTitlesSheet = onDemand(() =>
  import('./take-down-titles-sheet').then((module) => module.TakeDownTitlesSheet),
);

/** The sheets of what is done with several titles of a license. */
export function TitlePanels({
  license,
  offers,
  panel,
  today,
  onNews,
  onClose,
}: {
  license: PackedLicense;
  offers: readonly OfferData[];
  panel: Panel | null;
  today: string;
  /** Called with what was done. */
  onNews: (news: TitlesNews) => void;
  onClose: () => void;
}) {
  const router = useRouter();
  if (panel?.kind === 'titles')
    return (
      <AssignSheet
        key={panel.startsOn}
        licenseId={license.id}
        studio={license.contract.studio}
        offers={offers}
        initialOffer={panel.startsOn}
        today={today}
        onAssigned={(titles, offer) => {
          onNews({ kind: 'assigned', licenseId: license.id, offer, titles });
        }}
        onClose={onClose}
      />
    );
  if (panel?.kind !== 'take-down') return null;
  return (
    <TakeDownTitlesSheet
      key={panel.titles.map(({ id }) => id).join()}
      licenseId={license.id}
      titles={panel.titles}
      places={rightsPlaces([license.details.terms])}
      baseVersion={panel.baseVersion}
      today={today}
      onTakenDown={(titles, from) => {
        onNews({ kind: 'taken-down', titles, from });
        router.refresh();
      }}
      onClose={onClose}
    />
  );
}
