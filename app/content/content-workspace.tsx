'use client';

import { EyeOff, FileDown, FilePen, Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import type { TitleClosing } from '../../src/domain/closing';
import type { AmountSummary } from '../../src/domain/price-table/offer-amounts';
import type { AssignedOffer } from '../../src/service/content/content-views';
import type { ProposedContentChange } from '../../src/domain/content/conflict';
import type { NextUndo } from '../licenses/undo/next-undo';
import type { LicenseClosings } from '../../src/service/license/license-views';
import type { TakedownData } from '../../src/domain/content/takedown';
import type { Hole } from './coverage/title-coverage';
import type { ShownTakedown } from './takedowns/takedown-banners';
import type { AskedPlaceDays, ContentPanel } from './use-content-editing';
import { SavedMeanwhile } from '@/live/saved-meanwhile';
import { Button } from '@/ui/button';
import { LinkButton } from '@/ui/link-button';
import { PageHeader, type Crumb } from '@/ui/shell/page-header';
import { ForEditors, useMayActAs } from '@/ui/role';
import { usePageAction, usePageKey } from '@/keys/use-page-key';
import { VersionChip } from '@/ui/version-chip';
import { exportAddress } from '../exports/export-address';
import { versionState } from '../commands/use-command';
import { UndoButton } from '../licenses/undo/undo-button';
import { AssignmentsTable } from './assignments-table';
import { ContentPanels } from './content-panels';
import { proposedChange } from './content-commands';
import { ClosedTitle } from './closing/closed-title';
import { TitleMenu } from './closing/title-menu';
import { HoleList } from './coverage/hole-list';
import { TakedownBanners } from './takedowns/takedown-banners';
import { TitleAnswer } from './title-answer';
import { useContentEditing } from './use-content-editing';

// Comes when a change is stale: reading a title does not wait for it.
const ContentConflictDialog = dynamic(() =>
  import('./content-conflict-dialog').then((module) => module.ContentConflictDialog),
);

/** One title's page: what it is, where it is on offer and where not, its offers, and what can be done with them. */
export function ContentWorkspace({
  contentId,
  version,
  title,
  breadcrumbs,
  lastChange,
  facts,
  coverage,
  holes,
  place,
  stack,
  assigned,
  prices,
  closings,
  takedowns,
  initialPanel,
  undo,
  closing,
  today,
  children,
}: {
  contentId: string;
  version: number;
  title: string;
  breadcrumbs: readonly Crumb[];
  lastChange: string;
  facts: ReactNode;
  /** The strip of its days in one place, above the holes. */
  coverage: ReactNode;
  holes: readonly Hole[];
  /** Where and as what the holes are; `null` of a title that has no coverage. */
  place: Pick<AskedPlaceDays, 'territory' | 'rightsType'> | null;
  stack: ReactNode;
  assigned: readonly AssignedOffer[];
  /** What each of them costs. */
  prices: readonly AmountSummary[];
  /** Of its licenses. */
  closings: LicenseClosings;
  /** Those that stand or are planned. */
  takedowns: readonly ShownTakedown[];
  /** What to open at first. */
  initialPanel: ContentPanel | null;
  /** The change that Undo takes back next, and what takes it back; `null` where there is none. */
  undo: { readonly next: NextUndo; readonly back: ProposedContentChange } | null;
  /** Why it is not in the catalog; `null` while it is. */
  closing: TitleClosing | null;
  today: string;
  /** What belongs to it, and its history. */
  children: ReactNode;
}) {
  const mayEdit = useMayActAs('editor');
  const editing = useContentEditing(contentId, mayEdit ? initialPanel : null);
  const { panel, command, conflict } = editing;
  const isBusy = command.phase !== 'idle';
  const takeDown = () => {
    editing.open({ kind: 'take-down', asked: {}, baseVersion: version });
  };
  const assign = () => {
    editing.open({ kind: 'assign', asked: null, baseVersion: version });
  };
  const bringBack = (takedown: TakedownData) => {
    editing.open({ kind: 'bring-back', takedown, baseVersion: version });
  };
  const areKeysOff = !mayEdit || closing !== null || panel !== null || conflict !== null;
  const first = takedowns.find(({ days }) => days.endsOn === null);
  usePageAction('Assign offer', assign, areKeysOff);
  usePageKey({ key: 'd', isShifted: true, does: 'Take this title down' }, takeDown, areKeysOff);
  usePageKey(
    { key: 'b', isShifted: false, does: 'Bring it back where it is taken down' },
    () => {
      if (first !== undefined) bringBack(first);
    },
    areKeysOff || first === undefined,
  );
  const beside = (
    <>
      <VersionChip
        version={version}
        state={versionState(command)}
        href={`/content/${contentId}/history`}
      />
      <span className="max-w-100 min-w-0 truncate max-sm:hidden" title={lastChange}>
        {lastChange}
      </span>
    </>
  );
  const back = undo === null ? null : proposedChange(undo.back);
  const undoButton = undo !== null && back !== null && (
    <UndoButton
      next={undo.next}
      isDisabled={isBusy || (editing.news?.version ?? version) !== version}
      onUndo={() => {
        editing.undo(back, version);
      }}
    />
  );
  const overlays = (
    <>
      <SavedMeanwhile
        id={contentId}
        version={version}
        isSaidElsewhere={panel?.kind === 'close' || panel?.kind === 'take-down'}
      />
      <ContentPanels
        contentId={contentId}
        title={title}
        version={version}
        assigned={assigned}
        takedowns={takedowns}
        today={today}
        editing={editing}
      />
      {conflict !== null && (
        <ContentConflictDialog
          key={conflict.latestVersion}
          conflict={conflict}
          answer={command.result}
          isBusy={isBusy}
          onApply={(change) => {
            const proposed = proposedChange(change);
            if (proposed !== null) editing.settle(proposed);
          }}
          onAgain={editing.resend}
          onKeepEditing={editing.keepEditing}
          onDrop={editing.drop}
        />
      )}
    </>
  );
  const answer = <TitleAnswer editing={editing} version={version} />;
  const close = (kind: TitleClosing['kind']) => {
    editing.open({ kind: 'close', closing: kind, baseVersion: version });
  };
  if (closing !== null)
    return (
      <ClosedTitle
        contentId={contentId}
        header={{ breadcrumbs, title, beside, children: facts }}
        closing={closing}
        answer={answer}
        undo={undoButton}
        overlays={overlays}
        isBusy={isBusy}
        onBringBack={() => {
          editing.open({ kind: 'reopen', closing, baseVersion: version });
        }}
        onClose={close}
      >
        {children}
      </ClosedTitle>
    );
  return (
    <div className="flex min-w-0 flex-1">
      <div className="flex min-w-0 flex-1 flex-col">
        <PageHeader
          breadcrumbs={breadcrumbs}
          title={title}
          beside={beside}
          actions={
            <ForEditors>
              {undoButton}
              <LinkButton href={exportAddress({ title: contentId })}>
                <FileDown aria-hidden />
                Export
              </LinkButton>
              <LinkButton href={`/content/${contentId}/edit`} variant="secondary">
                <FilePen aria-hidden />
                Edit details
              </LinkButton>
              <Button variant="secondary" aria-keyshortcuts="Shift+D" onPress={takeDown}>
                <EyeOff aria-hidden />
                Take down
              </Button>
              <TitleMenu closing={closing} onClose={close} />
              <Button variant="primary" onPress={assign}>
                <Plus aria-hidden />
                Assign offer
              </Button>
            </ForEditors>
          }
        >
          {facts}
        </PageHeader>
        <TakedownBanners
          takedowns={takedowns}
          today={today}
          isBusy={isBusy}
          onBringBack={bringBack}
        />
        {answer}
        <section aria-labelledby="coverage" className="border-b border-line">
          {coverage}
          <HoleList
            holes={holes}
            actions={{
              isBusy,
              onAssign: (chosen) => {
                editing.send({ kind: 'assign', chosen }, version);
              },
              onBringBack: bringBack,
              onFit: (days) => {
                if (place === null) return;
                const asked = { ...place, days };
                editing.open({ kind: 'assign', asked, baseVersion: version });
              },
            }}
          />
        </section>
        <section aria-labelledby="licenses">{stack}</section>
        <section aria-labelledby="offers" className="pt-4">
          <h2 id="offers" className="px-4 pb-1 text-panel-title">
            Offers <span className="font-normal text-ink-3">{assigned.length}</span>
          </h2>
          <AssignmentsTable
            assigned={assigned}
            prices={prices}
            closings={closings}
            takedowns={takedowns}
            today={today}
            actions={{
              isBusy,
              onMove: (from) => {
                editing.open({ kind: 'move', from, baseVersion: version });
              },
              onUnassign: (assignment) => {
                editing.send({ kind: 'unassign', assignment }, version);
              },
            }}
          />
        </section>
        {children}
      </div>
      {overlays}
    </div>
  );
}
