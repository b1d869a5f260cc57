'use client';

import { onDemand } from '@/ui/overlays/on-demand';
import { createContext, use, useState, type ReactNode } from 'react';
import type { SearchParameters } from '../../../src/wire/address';
import type { FormCommand } from '../../../src/wire/forms/forms';
import type { MeantLines } from '../../../src/wire/meant-lines';
import { Button } from '@/ui/button';
import { useRefresh } from '@/ui/use-refresh';
import { ChooseForm } from '../../exports/choose-form';

// Loaded when they are used: most who open the list change nothing.
const BulkSheet = onDemand(() => import('./bulk-sheet').then((module) => module.BulkSheet));
const UndoNotice = onDemand(() =>
  import('../../commands/undo-notice').then((module) => module.UndoNotice),
);

interface Done {
  readonly undo: FormCommand<'undo-licenses'>;
  readonly words: string;
}

const BulkContext = createContext<(choice: MeantLines) => void>(() => undefined);

/** The list of licenses with the sheet that changes many of them at once, and what that has done. */
export function LicensesBulk({ today, children }: { today: string; children: ReactNode }) {
  const { refresh } = useRefresh();
  const [choice, setChoice] = useState<MeantLines | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  return (
    <BulkContext value={setChoice}>
      <div className="flex min-w-0 flex-1">
        <div className="flex min-w-0 flex-1 flex-col">
          {done !== null && (
            <div role="status" className="px-4 pt-3">
              <UndoNotice
                key={done.undo.input.licenses.map(({ expectedVersion }) => expectedVersion).join()}
                undo={done.undo}
                undone="Undone. All of these licenses are as they were before."
                onUndone={refresh}
              >
                {done.words}
              </UndoNotice>
            </div>
          )}
          {children}
        </div>
        {choice !== null && (
          <BulkSheet
            key={JSON.stringify(choice)}
            choice={choice}
            today={today}
            onDone={(changed, words) => {
              const licenses = changed.map(({ id, version }) => ({
                ...{ licenseId: id, expectedVersion: version },
              }));
              setDone({
                undo: { kind: 'undo-licenses', input: { licenses } },
                words,
              });
              setChoice(null);
              refresh();
            }}
            onClose={() => {
              setChoice(null);
            }}
          />
        )}
      </div>
    </BulkContext>
  );
}

/** The lines of the list to choose from: to export or to change them, or all that match. */
export function ChooseLicenses({
  count,
  total,
  search,
  children,
}: {
  /** How many lines there are, and how many licenses match in all. */
  count: number;
  total: number;
  /** The filters of the list. */
  search: SearchParameters;
  children: ReactNode;
}) {
  const open = use(BulkContext);
  return (
    <ChooseForm
      what="license"
      count={count}
      matching={{ total, search }}
      more={(meant, number) => (
        <Button
          size="toolbar"
          onPress={() => {
            open(meant());
          }}
        >
          Change {number.toLocaleString('en-US')} selected
        </Button>
      )}
    >
      {children}
    </ChooseForm>
  );
}
