import type { LanguagesData } from '../../values/languages';
import type { Territory } from '../../values/territory';
import type { AvailEntry, CheckedRow } from '../avail-entry';
import type { OriginRow } from '../origin-row';
import type { RowVariant } from '../row-variants';
import type {
  Basis,
  DetailChange,
  ImportGroup,
  ImportItem,
  PlannedRow,
  RowRef,
} from './import-plan';
import type { StoredRights, Use } from './stored-rights';
import type { TitleRights } from './planned-rights';
import { CONTENT_KINDS, contentKind } from '../../content/content-kind';
import { detailText, isDetail, isHeldByRow } from '../detail-columns';
import { isReduction } from '../origin-row';
import { rowVariants } from '../row-variants';
import { rangeOf } from '../vocabulary/rights-chart';
import { isDeletion } from './takedowns/deletions';
import { useKey } from './stored-rights';

/** What the details of a file are compared with. */
interface Material {
  /** Titles whose rights in the file are as stored, or that change with them. */
  readonly rights: readonly TitleRights[];
  readonly rows: readonly CheckedRow[];
  readonly lines: readonly PlannedRow[];
  readonly stored: StoredRights;
}

/** A row of the file that grants. */
interface FileRow {
  readonly entry: AvailEntry;
  readonly line: PlannedRow;
  readonly cells: OriginRow['cells'];
}

/** Groups in which the titles whose rights change have their changed details, too. */
export function withDetails(
  groups: readonly ImportGroup[],
  material: Material,
): readonly ImportGroup[] {
  const changes = changesIn(material);
  return groups.map((group) => ({
    ...group,
    items: [
      ...group.items,
      ...[...changes].flatMap(([one, all]) => {
        const details = all.filter(({ column }) => column !== null);
        const based = new Set(group.basedOn.map(({ id }) => id));
        const isHere = based.has(one.title.id) && one.uses.some((use) => based.has(use.licenseId));
        return isHere && details.length > 0 ? [itemOf(one, details, '')] : [];
      }),
    ],
  }));
}

/**
 * The titles whose rights are as stored, but not the cells that only rows hold: each with the group that keeps the file's
 * rows. It has no commands, because saving an import links its rows.
 */
export function changedDetails(material: Material): ReadonlyMap<TitleRights, ImportGroup> {
  const changes = [...changesIn(material)];
  return new Map(changes.map(([one, all]) => [one, groupOf(one, all, material.stored)]));
}

/** The details that change, by title and rights type. */
function changesIn({
  rights,
  rows,
  lines,
  stored,
}: Material): ReadonlyMap<TitleRights, readonly DetailChange[]> {
  const linesByRef = new Map(lines.map((line) => [refText(line), line]));
  const byRef = new Map<string, FileRow>();
  for (const { row, entry } of rows) {
    const line = linesByRef.get(refText(row));
    if (entry !== null && !isDeletion(entry) && line !== undefined)
      byRef.set(refText(row), { entry, line, cells: row.cells });
  }
  const found = new Map<TitleRights, readonly DetailChange[]>();
  for (const one of rights) {
    const own = one.rows
      .flatMap((ref) => byRef.get(refText(ref)) ?? [])
      .filter(({ entry }) => !isDeletion(entry));
    const names = namesOf(one);
    const changes = one.uses.flatMap((use) => {
      const before = stored.licenses.get(use.licenseId)?.details.terms ?? one.terms;
      const languages = { before: before.languages, after: one.terms.languages };
      const rows = stored.rows.get(keyOf(one, use)) ?? [];
      return changesOf(use, own, rows, { names, languages });
    });
    if (changes.length > 0) found.set(one, withoutRepeats(changes));
  }
  return found;
}

interface Context {
  /** By which the title and its parents are stored. */
  readonly names: ReadonlySet<string>;
  /** Of the offer's license. */
  readonly languages: { readonly before: LanguagesData; readonly after: LanguagesData };
}

/** The changes of an offer's rows in all its territories. */
function changesOf(
  use: Use,
  own: readonly FileRow[],
  before: readonly OriginRow[],
  context: Context,
): readonly DetailChange[] {
  const days = rangeOf(use.offer.window);
  const mine = own.filter(({ entry }) => rangeOf(entry.window).overlaps(days));
  const compared = new Set<string>();
  return use.territories.flatMap((territory) => {
    const after = mine.filter(({ entry }) => entry.territories.includes(territory));
    if (after.length === 0) return [];
    const there = before.filter(({ territories }) => territories.includes(territory));
    const places = [
      ...after.map((row) => mine.indexOf(row)),
      '/',
      ...there.map((row) => before.indexOf(row)),
    ].join(' ');
    if (compared.has(places)) return [];
    compared.add(places);
    return changesAt(territory, there, after, context);
  });
}

/** Temporary prices are compared with temporary ones, and what they reduce with what was reduced. */
function changesAt(
  territory: Territory,
  before: readonly OriginRow[],
  after: readonly FileRow[],
  { names, languages }: Context,
): readonly DetailChange[] {
  const isComplete = after.some(({ line }) => line.complete.includes(territory));
  return [true, false].flatMap((isTemporary) => {
    const had = rowVariants(
      before.filter((row) => isReduction(row) === isTemporary),
      languages.before,
    );
    const said = rowVariants(
      after.filter(({ entry }) => entry.reduction === isTemporary),
      languages.after,
    );
    return [
      ...[...said].flatMap(([key, variant]): DetailChange[] => {
        const old = had.get(key);
        if (old !== undefined) return changedCells(old.row.cells, variant.row.cells, names);
        // It is a price that changes, and is told as one.
        if (isTemporary) return [];
        if (before.length === 0) return changedCells({}, variant.row.cells, names);
        return [{ column: null, before: '', after: variantName(variant) }];
      }),
      ...[...had].flatMap(([key, variant]): DetailChange[] =>
        isComplete && !said.has(key)
          ? [{ column: null, before: variantName(variant), after: '' }]
          : [],
      ),
    ];
  });
}

/** @param names by which the title and its parents are stored: exports write them */
function changedCells(
  before: OriginRow['cells'],
  after: OriginRow['cells'],
  names: ReadonlySet<string>,
): DetailChange[] {
  const columns = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...columns].filter(isDetail).flatMap((column) => {
    const [old, now] = [detailText(column, before[column]), detailText(column, after[column])];
    if (old === now || (!isHeldByRow(column) && (old === '' || now === '' || names.has(now))))
      return [];
    return [{ column, before: old, after: now }];
  });
}

function namesOf({ title }: TitleRights): ReadonlySet<string> {
  const names = new Set<string>();
  for (let one: typeof title | null = title; one !== null; one = one.parent)
    if (one.stored !== null) names.add(one.stored.details.title);
  return names;
}

/** `HD`, `UHD in fr`. */
function variantName({ row, language }: RowVariant<Pick<OriginRow, 'cells'>>): string {
  const format = row.cells['AvailTrans/FormatProfile']?.trim() ?? '';
  return language === '' ? format : `${format} in ${language}`;
}

function withoutRepeats(changes: readonly DetailChange[]): readonly DetailChange[] {
  return [...new Map(changes.map((change) => [JSON.stringify(change), change])).values()];
}

function groupOf(
  rights: TitleRights,
  details: readonly DetailChange[],
  stored: StoredRights,
): ImportGroup {
  const { title, uses } = rights;
  const licenses = new Set(uses.map(({ licenseId }) => licenseId));
  const basedOn: Basis[] = [...licenses].map((id) => ({
    ...{ what: 'license', id },
    version: stored.licenses.get(id)?.version ?? 0,
  }));
  return {
    steps: [],
    basedOn: [...basedOn, { what: 'content', id: title.id, version: title.stored?.version ?? 0 }],
    items: [itemOf(rights, details, ', the rights are as the file says')],
    blocked: null,
  };
}

function itemOf(
  { title, rightsType, rows }: TitleRights,
  details: readonly DetailChange[],
  besides: string,
): ImportItem {
  const { length } = details;
  return {
    ...{ what: 'title', outcome: 'details-changed', name: title.details.title, id: title.id },
    words: `${CONTENT_KINDS[contentKind(title.details.kind)]}. ${rightsType}: ${length} ${length === 1 ? 'detail changes' : 'details change'}${besides}`,
    ...{ rows, details },
  };
}

function keyOf({ title }: TitleRights, { licenseId, offer }: Use): string {
  return useKey(title.id, { licenseId, startsOn: offer.window.startsOn });
}

function refText({ sheet, row }: RowRef): string {
  return `${sheet}\n${row}`;
}
