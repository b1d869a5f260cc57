import type { AvailEntry, RefusedRow } from '../avail-entry';
import type { FileTitle } from './file-titles';
import type { PlannedRow } from './import-plan';
import { Languages } from '../../values/languages';
import { RefusedRows } from './held-rights';
import { laneOfRows } from './lanes/lanes';

/** The rows of a file as lines of what their titles have. */
export function plannedRows(
  entries: readonly AvailEntry[],
  titles: ReadonlyMap<string, FileTitle>,
  refused: readonly RefusedRow[],
): readonly PlannedRow[] {
  const refusals = new RefusedRows(refused);
  const byRight = new Map<string, AvailEntry[]>();
  for (const entry of entries) {
    const key = `${entry.studio}\n${entry.work.key}\n${entry.rightsType}`;
    const known = byRight.get(key);
    if (known === undefined) byRight.set(key, [entry]);
    else known.push(entry);
  }
  const lanes = new Map([...byRight.values()].flatMap((own) => [...laneOfRows(own)]));
  return entries.flatMap((entry) => {
    const { sheet, row, action, reduction, work, territories, rightsType } = entry;
    const title = titles.get(work.key);
    if (title === undefined) return [];
    const complete =
      action === 'extract' && !reduction
        ? territories.filter((one) => refusals.at(title.key, one, rightsType).length === 0)
        : [];
    const lane = lanes.get(entry) ?? { languages: Languages.ALL.toData(), contract: null };
    return [{ sheet, row, contentId: title.id, complete, ...lane }];
  });
}
