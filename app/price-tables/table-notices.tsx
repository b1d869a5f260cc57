import { Button } from '@/ui/button';
import { Notice } from '@/ui/overlays/notice';
import { missingWords } from './cell-story';

/** What a person should know about the table that is shown. */
export function TableNotices({
  isDraftLost,
  unread,
  problems,
  missing,
  waitedFor,
  onNextMissing,
}: {
  /** Whether the browser cannot keep what is typed. */
  isDraftLost: boolean;
  /** Why a file could not be read. */
  unread: string | null;
  /** A sentence for each cell that cannot be read. */
  problems: readonly string[];
  /** How many cells have no amount, and for how many of them titles wait. */
  missing: number;
  waitedFor: number;
  onNextMissing: () => void;
}) {
  return (
    <>
      {isDraftLost && (
        <Notice tone="attention" role="status" title="Your changes are not kept.">
          The browser has no room for them. Save before you leave this page.
        </Notice>
      )}
      {unread !== null && (
        <Notice tone="refused" role="alert">
          {unread}
        </Notice>
      )}
      {problems.length > 0 && (
        <Notice
          tone="refused"
          role="alert"
          title={`Fix ${problems.length === 1 ? '1 cell' : `${problems.length} cells`}.`}
        >
          {problems[0]}
        </Notice>
      )}
      {missing > 0 && (
        <Notice
          tone="attention"
          title={missing === 1 ? '1 amount is missing.' : `${missing} amounts are missing.`}
          actions={
            <Button variant="secondary" size="toolbar" keyCap="F8" onPress={onNextMissing}>
              Next missing
            </Button>
          }
        >
          {missingWords(missing, waitedFor)}
        </Notice>
      )}
    </>
  );
}
