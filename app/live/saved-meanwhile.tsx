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
 * Announces a newer version of the record on this page, saved by another person or in another window. It overlays a
 * corner of the page, so that nothing moves, and disappears once the page shows that version.
 *
 * @param version the version that the page shows
 */
export function SavedMeanwhile({
  id,
  version,
  isSaidElsewhere = false,
}: {
  id: string;
  version: number;
  /** Whether something else on the page says so now. */
  isSaidElsewhere?: boolean | undefined;
}) {
  const router = useRouter();
  const newest = useNewestChange(id);
  const own = useOwnVersion(id);
  const ownId = useOwnId();
  const [dismissed, setDismissed] = useState(0);
  const [isShowing, show] = useTransition();
  // While a save of this tab is pending, the newest version may be its own.
  const isNewer =
    !isSaidElsewhere &&
    newest !== null &&
    own !== null &&
    newest.version > Math.max(version, own, dismissed);
  return (
    <div
      role="status"
      className="pointer-events-none fixed z-30 max-sm:inset-x-3 max-sm:bottom-[calc(var(--bottom-tabs)+0.75rem)] sm:start-4 sm:bottom-4 sm:max-w-100 print:hidden"
    >
      {isNewer && (
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
          {announcementOf(newest, ownId)}
        </Notice>
      )}
    </div>
  );
}

function announcementOf(change: NewestChange, ownId: string | null): string {
  const { version, kind, isFresh } = change;
  const action = kind.endsWith('-removed') ? 'removed this' : `saved version ${version}`;
  return `${authorsOf([change], ownId).subject} ${action}${isFresh ? ' just now' : ' meanwhile'}.`;
}
