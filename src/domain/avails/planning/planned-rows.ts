import type { AvailEntry, RefusedRow } from '../avail-entry';
import type { FileTitle } from './file-titles';
import type { PlannedRow } from './import-plan';
import { RefusedRows } from './held-rights';

/** The rows of a file as lines of what their titles have. */
export function plannedRows(
  entries: readonly AvailEntry[],
  titles: ReadonlyMap<string, FileTitle>,
  refused: readonly RefusedRow[],
): readonly PlannedRow[] {
  const refusals = new RefusedRows(refused);
  return entries.flatMap(({ sheet, row, action, reduction, work, territories, rightsType }) => {
    const title = titles.get(work.key);
    if (title === undefined) return [];
    const complete =
      action === 'extract' && !reduction
        ? territories.filter((one) => refusals.at(title.key, one, rightsType).length === 0)
        : [];
    return [{ sheet, row, contentId: title.id, complete }];
  });
}
