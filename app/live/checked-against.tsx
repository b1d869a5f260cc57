'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { Button } from '@/ui/button';
import { useOwnId } from '@/ui/role';
import { StateMark } from '@/ui/state-mark';
import { authorsOf } from './authors';
import { useOwnVersion } from './own-saves';
import { useNewestChange } from './use-newest-change';

/** The version that a preview is checked against, and whether there is a newer one. */
export interface CheckedVersion {
  readonly version: number;
  /** Who has saved since, and which version; `null` while nobody has. */
  readonly since: { readonly subject: string; readonly version: number } | null;
  readonly isChecking: boolean;
  /** Goes on from the newest version, on the page as well. */
  readonly again: () => void;
}

/**
 * Follows a record while what a command on it would do is previewed against one of its versions. What is previewed stays as it
 * is until it is checked again.
 *
 * @param opened the version that the preview begins with
 * @param shown the version that the page shows
 */
export function useCheckedVersion(id: string, opened: number, shown: number): CheckedVersion {
  const router = useRouter();
  const ownId = useOwnId();
  const newest = useNewestChange(id);
  const isSaving = useOwnVersion(id) === null;
  const [checked, setChecked] = useState<number | null>(null);
  const [isWanted, setWanted] = useState(false);
  const [isRefreshing, refresh] = useTransition();
  const version = checked ?? opened;
  if (isWanted && !isRefreshing) {
    setWanted(false);
    setChecked(shown);
  }
  const latest = Math.max(shown, newest?.version ?? 0);
  const known = newest?.version === latest ? [newest] : [];
  return {
    version,
    // While a save of this tab is pending, the newest version may be its own.
    since:
      latest > version && !isSaving
        ? { subject: authorsOf(known, ownId).subject, version: latest }
        : null,
    isChecking: isWanted,
    again: () => {
      setWanted(true);
      refresh(() => {
        router.refresh();
      });
    },
  };
}

/** The version that a preview is checked against; once somebody has saved since, who that was, and one press to check again. */
export function CheckedAgainst({
  checked: { version, since, isChecking, again },
  isStale = false,
}: {
  checked: CheckedVersion;
  /** Whether the server has answered that there is a newer version. */
  isStale?: boolean | undefined;
}) {
  const isBehind = since !== null || isStale;
  return (
    <span className="ms-auto flex items-center gap-2">
      <span aria-live="polite" className={isBehind ? 'text-plum-ink' : 'text-ink-3'}>
        {isBehind ? (
          <StateMark state="someone">
            <span className="sr-only">Checked against version {version}. </span>
            {since === null ? 'Saved since by someone' : `${since.subject} saved v${since.version}`}
          </StateMark>
        ) : (
          `not saved yet · checked against v${version}`
        )}
      </span>
      {isBehind && (
        <Button variant="secondary" size="toolbar" isPending={isChecking} onPress={again}>
          Check again
        </Button>
      )}
    </span>
  );
}
