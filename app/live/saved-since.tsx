import { Button } from '@/ui/button';
import { Notice } from '@/ui/overlays/notice';
import { useOwnId } from '@/ui/role';
import { authorsOf } from './authors';
import { useIsSaving } from './own-saves';
import { useNewestChanges } from './use-newest-change';

/** One of several records that a command is about, as it is before the person. */
export interface ShownRecord {
  readonly id: string;
  readonly name: string;
  readonly version: number;
}

/** A record that was saved since. */
export interface SavedRecord {
  readonly id: string;
  readonly name: string;
  /** Who saved it, at the beginning of a sentence; `null` where that is not known. */
  readonly subject: string | null;
}

/** Follows the records of one command, and says which of them were saved since they were shown, and by whom. */
export function useSavedSince(
  aggregate: 'license' | 'content',
  shown: readonly ShownRecord[],
): readonly SavedRecord[] {
  const ownId = useOwnId();
  const newest = useNewestChanges(
    aggregate,
    shown.map(({ id }) => id),
  );
  // While a save of this tab is pending, the newest versions may be its own.
  const isSaving = useIsSaving();
  if (isSaving) return [];
  return shown.flatMap(({ id, name, version }) => {
    const change = newest.get(id);
    return change === undefined || change.version <= version
      ? []
      : [{ id, name, subject: authorsOf([change], ownId).subject }];
  });
}

/** More are counted. */
const MAX_NAMED = 5;

/** That some of several records were saved since, which and by whom, and the way to see them. */
export function SavedSince({
  saved,
  kept,
  isPending = false,
  onRefresh,
}: {
  /** At least one. */
  saved: readonly SavedRecord[];
  /** What was not done: `Nothing was ended.` */
  kept: string;
  isPending?: boolean;
  onRefresh: () => void;
}) {
  const sentences = saved.slice(0, MAX_NAMED).map(({ id, name, subject }) => ({
    id,
    words: `${subject ?? 'Somebody'} has saved ${name} since.`,
  }));
  const [first, ...more] = sentences;
  return (
    <Notice
      tone="someone"
      role="alert"
      title={first?.words}
      actions={
        <Button variant="secondary" isPending={isPending} onPress={onRefresh}>
          Check again
        </Button>
      }
    >
      {more.map(({ id, words }) => (
        <span key={id} className="block">
          {words}
        </span>
      ))}
      {saved.length > MAX_NAMED && (
        <span className="block">{saved.length - MAX_NAMED} more were saved since.</span>
      )}
      {kept} What you typed is kept.
    </Notice>
  );
}
