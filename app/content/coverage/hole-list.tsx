'use client';

import { Button } from '@/ui/button';
import { LinkButton } from '@/ui/link-button';
import { ForEditors } from '@/ui/role';
import { StateMark } from '@/ui/state-mark';
import type { ShownOffer } from '../content-commands';
import type { Hole } from './title-coverage';
import { holeId, holeWords } from './coverage-strip';

/** Holes of a title in one territory, each with its reason and the action that fixes it. */
export function HoleList({
  holes,
  isBusy,
  onAssign,
}: {
  holes: readonly Hole[];
  isBusy: boolean;
  onAssign: (offer: ShownOffer) => void;
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
          <StateMark state="attention" className="shrink-0 font-emphasis">
            {holeWords(hole)}
          </StateMark>
          <span className="min-w-0 flex-1 basis-60 text-ink-2">{hole.reason}</span>
          <HoleAction hole={hole} isBusy={isBusy} onAssign={onAssign} />
        </li>
      ))}
    </ul>
  );
}

function HoleAction({
  hole: { remedy },
  isBusy,
  onAssign,
}: {
  hole: Hole;
  isBusy: boolean;
  onAssign: (offer: ShownOffer) => void;
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
      return <OpenLicense {...remedy} />;
    case 'none':
      return (
        <ForEditors>
          <LinkButton href="/licenses/new" variant="quiet" size="toolbar" prefetch={false}>
            Grant a license
          </LinkButton>
        </ForEditors>
      );
  }
}

function OpenLicense({ licenseId, licenseName }: { licenseId: string; licenseName: string }) {
  return (
    <LinkButton href={`/licenses/${licenseId}`} variant="secondary" size="toolbar" prefetch={false}>
      Open {licenseName}
    </LinkButton>
  );
}
