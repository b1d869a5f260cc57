'use client';

import { UsersRound } from 'lucide-react';
import { onDemand } from '@/ui/overlays/on-demand';
import { Link } from '@/ui/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { ViewedList } from '../../src/domain/views/saved-view';
import type { ViewTab } from './view-tab';
import type { SavingOf } from './view-dialog';
import { MoreViews, ViewMenu } from './view-menus';
import { runRecord } from '../commands/run-record';
import { withTimeout } from '../commands/with-timeout';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { RefusalNotice } from '@/ui/overlays/notice';
import { useMayActAs, useOwnId } from '@/ui/role';

// Loaded when it is used: most who open the list save no view.
const ViewDialog = onDemand(() => import('./view-dialog').then((module) => module.ViewDialog));

interface Refused {
  readonly message: string;
}

/** The saved views of a list: one press opens one, and what is filtered can be saved as one. */
export function ViewTabs({
  list,
  all,
  tabs,
  more,
  activeId,
  current,
  isChanged,
}: {
  list: ViewedList;
  all: { readonly label: string; readonly address: string };
  tabs: readonly ViewTab[];
  /** Those without a tab. */
  more: readonly ViewTab[];
  /** The view that is open; `null` for none. */
  activeId: string | null;
  /** What is filtered now; `null` where that is too much to be saved. */
  current: string | null;
  /** Whether the filters are no longer those of the view that is open. */
  isChanged: boolean;
}) {
  const router = useRouter();
  const ownId = useOwnId();
  const isEditor = useMayActAs('editor');
  const [saving, setSaving] = useState<SavingOf | null>(null);
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const [isBusy, setBusy] = useState(false);
  const active = [...tabs, ...more].find(({ id }) => id === activeId);
  const mayChange =
    active !== undefined && (active.ownerId === ownId || (active.isShared && isEditor));
  const shown =
    active === undefined || tabs.includes(active) ? tabs : [...tabs.slice(0, -1), active];
  const hidden = [...tabs, ...more].filter((view) => !shown.includes(view));
  const isShared = active?.isShared === true;
  const run = async (act: () => Promise<Refused | null>) => {
    setBusy(true);
    const answer = await withTimeout(act);
    setBusy(false);
    setRefusal(answer);
    // What somebody saved meanwhile is shown, too.
    router.refresh();
  };
  const save = () =>
    run(async () => {
      if (active === undefined || current === null) return null;
      const { id: viewId, name, revision } = active;
      const kind = isShared ? 'save-shared-view' : 'save-view';
      const input = { viewId, list, name, search: current, revision };
      const answer = await runRecord({ kind, input });
      return answer.status === 'refused' ? answer : null;
    });
  const remove = () =>
    run(async () => {
      if (active === undefined) return null;
      const { id: viewId, revision } = active;
      const kind = isShared && isEditor ? 'remove-shared-view' : 'remove-view';
      const answer = await runRecord({ kind, input: { viewId, revision } });
      if (answer.status === 'refused') return answer;
      router.push(all.address);
      return null;
    });
  return (
    <div className="flex flex-col border-b border-line px-4 text-table print:hidden">
      <div className="flex min-h-10 items-center gap-x-4 gap-y-1 sm:flex-wrap max-sm:overflow-x-auto">
        <nav aria-label="Saved views" className="flex min-w-0 gap-4">
          <Tab address={all.address} isActive={active === undefined && current === ''}>
            {all.label}
          </Tab>
          {shown.map((view) => (
            <Tab key={view.id} address={view.address} isActive={view === active}>
              {view.isShared && (
                <UsersRound
                  role="img"
                  aria-label="Shared"
                  className="size-3.5 shrink-0 text-ink-3"
                />
              )}
              {view.name}
              {view.count !== null && <span className="font-normal text-ink-3">{view.count}</span>}
              {view === active && isChanged && (
                <span className="size-1.5 shrink-0 rounded-full bg-ink">
                  <span className="sr-only">filters changed</span>
                </span>
              )}
            </Tab>
          ))}
        </nav>
        {hidden.length > 0 && (
          <MoreViews
            views={hidden}
            onOpen={(view) => {
              router.push(view.address);
            }}
          />
        )}
        <div className="ms-auto flex shrink-0 items-center gap-1">
          {isChanged && active !== undefined && (
            <>
              {mayChange && (
                <Button
                  variant="quiet"
                  size="toolbar"
                  isPending={isBusy}
                  onPress={() => void save()}
                >
                  Save view
                </Button>
              )}
              <Button
                variant="quiet"
                size="toolbar"
                onPress={() => {
                  router.push(active.address);
                }}
              >
                As it was
              </Button>
            </>
          )}
          {current !== null && current !== '' && (active === undefined || isChanged) && (
            <Button
              variant="quiet"
              size="toolbar"
              onPress={() => {
                setSaving({ kind: 'new', search: current });
              }}
            >
              {active === undefined ? 'Save view' : 'Save as new'}
            </Button>
          )}
          {mayChange && (
            <ViewMenu
              name={active.name}
              onChange={() => {
                setSaving({ kind: 'change', view: active });
              }}
              onDelete={() => void remove()}
            />
          )}
        </div>
      </div>
      <div className="pb-2 empty:hidden">
        <RefusalNotice refusal={refusal} />
      </div>
      {saving !== null && (
        <ViewDialog
          list={list}
          of={saving}
          onSaved={(viewId, search) => {
            setSaving(null);
            setRefusal(null);
            const parameters = new URLSearchParams(search);
            parameters.set('view', viewId);
            router.push(`${all.address}?${parameters.toString()}`);
            router.refresh();
          }}
          onClose={() => {
            setSaving(null);
          }}
        />
      )}
    </div>
  );
}

function Tab({
  address,
  isActive,
  children,
}: {
  address: string;
  isActive: boolean;
  children: React.ReactNode;
}) {
  return (
    <Link
      href={address}
      prefetch={false}
      aria-current={isActive ? 'page' : undefined}
      className={classes(
        'flex min-h-10 items-center gap-1.5 border-b-2 whitespace-nowrap',
        isActive
          ? 'border-ink font-emphasis text-ink'
          : 'border-transparent text-ink-2 hover:text-ink',
      )}
    >
      {children}
    </Link>
  );
}
