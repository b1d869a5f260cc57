import type { AvailEntry, CheckedFile } from '../../../../src/domain/avails/avail-entry';
import type { OriginRow } from '../../../../src/domain/avails/origin-row';
import type { PlannedRow } from '../../../../src/domain/avails/planning/import-plan';
import type { EarlierRow } from '../../../../src/domain/avails/planning/stored-rights';
import type { StoredLicense } from '../../../fakes/readable-memory';
import { languagesOfAssets } from '../../../../src/domain/avails/language-terms';
import { rangeOf } from '../../../../src/domain/avails/vocabulary/rights-chart';
import { Languages } from '../../../../src/domain/values/languages';

/** A row of a saved file that grants. */
interface SavedRow {
  readonly entry: AvailEntry;
  readonly planned: PlannedRow;
  readonly origin: OriginRow;
}

interface SavedFile {
  readonly id: string;
  readonly entries: readonly AvailEntry[];
  readonly rows: readonly SavedRow[];
}

/** The rows of saved files, as the product finds them again: by their AvailIDs, and by the offers that they are lines of. */
export class ImportedRows {
  private files: SavedFile[] = [];

  add(id: string, { rows }: CheckedFile, planned: readonly PlannedRow[]): void {
    const at = String(this.files.length).padStart(4, '0');
    this.files.push({
      id,
      entries: rows.flatMap(({ entry }) => entry ?? []),
      rows: rows.flatMap(({ row, entry }, number) => {
        const plan = planned.find((one) => one.sheet === row.sheet && one.row === row.row);
        if (entry === null || plan === undefined || !isGrant(entry)) return [];
        const { territories, window } = entry;
        const named = { at, importId: id, number, rules: { currency: 'USD' } };
        return [
          { entry, planned: plan, origin: { ...named, territories, window, cells: row.cells } },
        ];
      }),
    });
  }

  /** Forgets a file that is undone. */
  drop(id: string): void {
    this.files = this.files.filter((file) => file.id !== id);
  }

  get earlierRows(): ReadonlyMap<string, EarlierRow> {
    const found = new Map<string, EarlierRow>();
    for (const { entries } of this.files)
      for (const entry of entries)
        if (entry.availId !== null && isGrant(entry))
          found.set(entry.availId, earlierRow(entry, entries));
    return found;
  }

  /** The rows that count of an offer that a title has, the newest file first. */
  of(
    contentId: string,
    { details: { terms } }: StoredLicense,
    startsOn: string,
    endsOn: string | null,
  ) {
    const days = rangeOf({ startsOn, endsOn });
    const own = this.files
      .toReversed()
      .map(({ rows }) =>
        rows.filter(
          ({ entry, planned }) =>
            planned.contentId === contentId &&
            entry.rightsType === terms.rightsType &&
            rangeOf(entry.window).overlaps(days) &&
            Languages.of(planned.languages).sharedWith(Languages.of(terms.languages))?.length !== 0,
        ),
      );
    const counting = new Map<SavedRow, string[]>();
    for (const territory of terms.territories)
      for (const rows of own) {
        const there = rows.filter(({ entry }) =>
          entry.territories.some((one) => one === territory),
        );
        for (const row of there) counting.set(row, [...(counting.get(row) ?? []), territory]);
        if (there.some(({ planned }) => planned.complete.some((one) => one === territory))) break;
      }
    return [...counting].map(([{ origin }, territories]) => ({ ...origin, territories }));
  }
}

function isGrant({ action }: AvailEntry): boolean {
  return action !== 'remove' && action !== 'delete';
}

function earlierRow(entry: AvailEntry, entries: readonly AvailEntry[]): EarlierRow {
  const { availId, work, rightsType, territories, format, window, reduction } = entry;
  return {
    ...{ alid: work.key, rightsType, territories, format, startsOn: window.startsOn },
    isReduction: reduction,
    languages: languagesOfAssets(entry.languages),
    window,
    others: entries
      .filter(
        (other) =>
          isGrant(other) &&
          !other.reduction &&
          other.availId !== availId &&
          other.rightsType === rightsType &&
          rangeOf(other.window).overlaps(rangeOf(window)),
      )
      .map((other) => ({
        ...{ availId: other.availId, format: other.format, territories: other.territories },
        ...{ startsOn: other.window.startsOn, window: other.window },
        languages: languagesOfAssets(other.languages),
      })),
  };
}
