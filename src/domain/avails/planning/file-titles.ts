import type { ContentDetailsData } from '../../content/content-details';
import type { Identifier } from '../../content/identifier';
import type { AvailEntry, WorkEntry } from '../avail-entry';
import type { StoredTitle } from './stored-rights';
import { parentKinds } from '../../content/content-kind';
import { isSameName } from '../../names/folding';
import { titleOfOwnAlid } from '../avail-ids';

/** A title in a file: a stored one, or one to register. */
export interface FileTitle {
  readonly key: string;
  readonly id: string;
  readonly stored: StoredTitle | null;
  /** The details to register it with if it is not stored. */
  readonly details: ContentDetailsData;
  /** The parent title, if the file has one. */
  readonly parent: FileTitle | null;
}

/** Derives the id of an item in a file from its name: the same name always yields the same id. */
export type NewId = (name: string) => string;

/**
 * The titles of a file by key, including parents. A title is matched by the first of its identifiers that a stored title
 * has, or that one of our exports derived for it. An identifier that a studio chose freely, such as a bare number, matches
 * only titles of that studio. New members of a bundle become its children if their kind allows that.
 */
export function fileTitles(
  entries: readonly AvailEntry[],
  stored: readonly StoredTitle[],
  newId: NewId,
): ReadonlyMap<string, FileTitle> {
  const works = new Map<string, { work: WorkEntry; studio: string }>();
  const bundleOf = new Map<string, string>();
  for (const { work, studio } of entries) {
    for (let one: WorkEntry | null = work; one !== null; one = one.parent)
      if (!works.has(one.key)) works.set(one.key, { work: one, studio });
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
    const { work, studio } = found;
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

/** Whether an identifier is globally unique: an EIDR, or one that names its scheme. */
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
