import type { ContentDetailsData } from '../../content/content-details';
import type { Identifier } from '../../content/identifier';
import type { AvailEntry, WorkEntry } from '../avail-entry';
import type { RowRef } from './import-plan';
import type { StoredTitle } from './stored-rights';
import { parentKinds } from '../../content/content-kind';
import { isSameName } from '../../names/folding';
import { titleOfOwnAlid } from '../avail-ids';

/** A title that a file names: one that is stored, or one to register. */
export interface FileTitle {
  readonly key: string;
  readonly id: string;
  readonly stored: StoredTitle | null;
  /** What it is registered as when it is not stored. */
  readonly details: ContentDetailsData;
  /** What it belongs to, if the file says so. */
  readonly parent: FileTitle | null;
  readonly rows: readonly RowRef[];
}

/** The id of something that a file brings: the same name always gets the same. */
export type NewId = (name: string) => string;

/**
 * The titles of a file by key, what others belong to included. A title is found again by the first of its identifiers that
 * a stored one has, or that an export of ours made for it; one that a studio made up for itself, such as a bare number, finds
 * only titles of that studio. New members of a bundle come to belong to it, as far as a title of their kind can.
 */
export function fileTitles(
  entries: readonly AvailEntry[],
  stored: readonly StoredTitle[],
  newId: NewId,
): ReadonlyMap<string, FileTitle> {
  const works = new Map<string, { work: WorkEntry; studio: string; rows: RowRef[] }>();
  const bundleOf = new Map<string, string>();
  for (const { work, studio, sheet, row } of entries) {
    for (let one: WorkEntry | null = work; one !== null; one = one.parent) {
      const known = works.get(one.key) ?? { work: one, studio, rows: [] };
      works.set(one.key, known);
      if (one === work) known.rows.push({ sheet, row });
    }
    for (const member of work.members) if (!bundleOf.has(member)) bundleOf.set(member, work.key);
  }

  const byIdentifier = new Map(
    stored.flatMap((title) =>
      title.details.identifiers.map(({ scheme, value }) => [`${scheme} ${value}`, title] as const),
    ),
  );
  const byId = new Map(stored.map((title) => [title.id, title]));
  const titles = new Map<string, FileTitle>();
  const titleOf = (key: string): FileTitle | null => {
    const known = titles.get(key);
    if (known !== undefined) return known;
    const found = works.get(key);
    if (found === undefined) return null;
    const { work, studio, rows } = found;
    const [match = null] = work.identifiers.flatMap((identifier) => {
      const { scheme, value } = identifier;
      const one = byIdentifier.get(`${scheme} ${value}`) ?? byId.get(titleOfOwnAlid(value) ?? '');
      const isIt =
        one !== undefined && (isGlobal(identifier) || isSameName(one.details.studio, studio));
      return isIt ? [one] : [];
    });
    const parent = titleOf(work.parent?.key ?? '') ?? bundleFor(work);
    const id = match?.id ?? newId(`title ${key}`);
    const title: FileTitle = {
      key,
      id,
      stored: match,
      details: match?.details ?? detailsOf(work, studio, parent),
      parent,
      rows,
    };
    titles.set(key, title);
    return title;
  };
  const bundleFor = (work: WorkEntry): FileTitle | null => {
    const bundle = bundleOf.get(work.key);
    return bundle !== undefined && parentKinds(work.kind).includes('bundle')
      ? titleOf(bundle)
      : null;
  };
  for (const key of works.keys()) titleOf(key);
  return titles;
}

/** Whether an identifier means the same whoever uses it: an EIDR, or one that names its scheme. */
function isGlobal({ scheme, value }: Identifier): boolean {
  return scheme === 'eidr' || /^(md|urn):/i.test(value);
}

function detailsOf(work: WorkEntry, studio: string, parent: FileTitle | null): ContentDetailsData {
  return {
    title: work.title,
    kind: work.kind,
    studio,
    releaseYear: work.releaseYear,
    parentId: parent?.id ?? null,
    position: parent === null ? null : work.position,
    identifiers: work.identifiers,
    notes: '',
  };
}
