import type { Command, Transaction } from '../unit-of-work';
import type { Content } from '../../domain/content/content';
import { DomainError } from '../../domain/errors';
import { requireUnchanged } from '../changed-since';
import { NotFound, Stale, VersionAhead } from '../errors';

/** What an accepted command on one title answers. */
export interface ContentSaved {
  readonly id: string;
  readonly version: number;
}

/** What an accepted command on many titles answers. */
export interface TitlesAssigned {
  /** The titles that were changed; of an assignment, those that had the offer already are not among them. */
  readonly assigned: readonly ContentSaved[];
}

/** A title as it was at a version. */
export interface TitleAtVersion {
  readonly contentId: string;
  readonly expectedVersion: number;
}

/** A command on a title as it was at a version. */
export interface ContentCommand extends Command, TitleAtVersion {}

/** As many titles as one command assigns at most. */
export const MAX_TITLES = 1_000;

/** The title of a command, at the version the command was made against. @throws NotFound, Stale, VersionAhead */
export async function current(
  { contents }: Transaction,
  { contentId, expectedVersion }: ContentCommand,
): Promise<Content> {
  return requireCurrent((await contents.get(contentId)) ?? undefined, contentId, expectedVersion);
}

/** Some titles, each once, at the versions that a command was made against. */
export async function currentTitles(
  titles: readonly TitleAtVersion[],
  transaction: Transaction,
): Promise<readonly Content[]> {
  const { expected, found } = await wanted(titles, transaction);
  return [...expected].map(([id, version]) => requireCurrent(found.get(id), id, version));
}

/**
 * The titles of a command that is to be undone, each once, as it left them.
 *
 * @throws TooManyTitles, NotFound, VersionAhead, ChangedSince
 */
export async function unchangedTitles(
  titles: readonly TitleAtVersion[],
  transaction: Transaction,
): Promise<readonly Content[]> {
  const { expected, found } = await wanted(titles, transaction);
  const things = [...expected].map(([id, expectedVersion]) => {
    const content = requireThere(found.get(id), id);
    const { version, details } = content;
    return {
      content,
      ...{ what: 'content' as const, id, name: details.title, version, expectedVersion },
    };
  });
  requireUnchanged(things);
  return things.map(({ content }) => content);
}

async function wanted(titles: readonly TitleAtVersion[], transaction: Transaction) {
  const expected = new Map(
    titles.map(({ contentId, expectedVersion }) => [contentId, expectedVersion]),
  );
  requireFewEnough(expected.size);
  return { expected, found: await byId([...expected.keys()], transaction) };
}

/** The titles among these that exist, by id. */
export async function byId(
  ids: readonly string[],
  { contents }: Transaction,
): Promise<ReadonlyMap<string, Content>> {
  return new Map((await contents.getAll(ids)).map((content) => [content.id, content]));
}

/** @throws NotFound */
export function requireThere(content: Content | undefined, id: string): Content {
  if (content === undefined) throw new NotFound('content', id);
  return content;
}

/** The title at the version the command was made against: every command on a title begins here. */
export function requireCurrent(found: Content | undefined, id: string, expected: number): Content {
  const content = requireThere(found, id);
  if (content.version > expected) throw new Stale('content', id, expected);
  if (content.version < expected) throw new VersionAhead(expected, content.version);
  return content;
}

/** Stores a title. @returns the version that it has after the command */
export function save(content: Content, { contents }: Transaction): ContentSaved {
  contents.save([content]);
  return saved(content);
}

/** The version that a title has after the command. */
export function saved({ id, version, change }: Content): ContentSaved {
  return { id, version: change === null ? version : version + 1 };
}

/** @throws TooManyTitles for none, or for more than `MAX_TITLES` */
export function requireFewEnough(count: number): void {
  if (count === 0 || count > MAX_TITLES) throw new TooManyTitles(count);
}

export class TooManyTitles extends DomainError {
  readonly code = 'too-many-titles';
  override readonly field = 'titles';

  constructor(count: number) {
    super(
      count === 0
        ? 'Choose at least one title.'
        : `These are ${count.toLocaleString('en-US')} titles; at most ${MAX_TITLES.toLocaleString('en-US')} can be assigned at once.`,
    );
  }
}
