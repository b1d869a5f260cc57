'use client';

import { X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { Button } from '@/ui/button';
import { IconButton } from '@/ui/icon-button';
import { Notice } from '@/ui/overlays/notice';
import { useOwnId } from '@/ui/role';
import { authorsOf } from './authors';
import { useOwnVersion } from './own-saves';
import { useNewestChange, type NewestChange } from './use-newest-change';

/**
 * Says that somebody else, or the same person in another window, has saved what this page shows, before anybody runs into it. It lies over the page's corner, so
 * that nothing moves, and goes when the page shows that version.
 *
 * @param version the one the page shows
 */
export function SavedMeanwhile({ id, version }: { id: string; version: number }) {
  const router = useRouter();
  const newest = useNewestChange(id);
  const own = useOwnVersion(id);
  const ownId = useOwnId();
  const [dismissed, setDismissed] = useState(0);
  const [isShowing, show] = useTransition();
  // While a change of this tab is under way it is not known yet whose the newest is.
  const isNews =
    newest !== null && own !== null && newest.version > Math.max(version, own, dismissed);
  return (
    <div
      role="status"
      className="pointer-events-none fixed z-30 max-sm:inset-x-3 max-sm:bottom-[calc(var(--bottom-tabs)+0.75rem)] sm:start-4 sm:bottom-4 sm:max-w-100 print:hidden"
    >
      {isNews && (
        <Notice
          tone="someone"
          className="pointer-events-auto rounded-popover shadow-2 forced-colors:bg-[Canvas]"
          actions={
            <>
              <Button
                variant="secondary"
                size="toolbar"
                isDisabled={isShowing}
                onPress={() => {
                  show(() => {
                    router.refresh();
                  });
                }}
              >
                Show it
              </Button>
              <IconButton
                label="Not now"
                size="toolbar"
                icon={<X aria-hidden />}
                onPress={() => {
                  setDismissed(newest.version);
                }}
              />
            </>
          }
        >
          {wordsOf(newest, ownId)}
        </Notice>
      )}
    </div>
  );
}

function wordsOf(change: NewestChange, ownId: string | null): string {
  const { version, kind, isFresh } = change;
  const what = kind.endsWith('-removed') ? 'removed this' : `saved version ${version}`;
  return `${authorsOf([change], ownId).subject} ${what}${isFresh ? ' just now' : ' meanwhile'}.`;
}
