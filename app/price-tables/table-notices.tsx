import { Button } from '@/ui/button';
import { Notice } from '@/ui/overlays/notice';
import type { WaitingCell } from '../../src/service/price-table/missing-amounts';
import { missingWords } from './cell-story';
import { viewWords } from './grid-parts';
import { columnName } from './grid/price-grid-row';

/** What a person should know about the table that is shown. */
export function TableNotices({
  isDraftLost,
  unread,
  problems,
  missing,
  waitedFor,
  onNextMissing,
  unplaced,
  onReveal,
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
  /** Missing cells that titles wait for and that have no row or no column in the table. */
  unplaced: readonly WaitingCell[];
  onReveal: (cell: WaitingCell) => void;
}) {
  const [first] = unplaced;
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
      {first !== undefined && (
        <Notice
          tone="attention"
          title={`${titlesWait(first.titles)} for an amount that has no cell here.`}
          actions={
            <Button
              variant="secondary"
              size="toolbar"
              onPress={() => {
                onReveal(first);
              }}
            >
              Add its cell
            </Button>
          }
        >
          {first.tier}, {viewWords(first)}, {columnName(first)}
          {unplaced.length > 1 && `, and ${(unplaced.length - 1).toLocaleString('en-US')} more`}
        </Notice>
      )}
    </>
  );
}

function titlesWait(count: number): string {
  return count === 1 ? '1 title waits' : `${count.toLocaleString('en-US')} titles wait`;
}
