import type { ContentKind } from '../../domain/content/content-kind';
import type { Transaction } from '../unit-of-work';
import type { Content } from '../../domain/content/content';
import { IdentifierTaken } from '../../domain/content/identifier';
import { NotFound } from '../errors';

/** What titles belong to is there, or comes with them, and nobody else has their identifiers. */
export async function requireKnownSurroundings(
  titles: readonly Pick<Content, 'id' | 'details'>[],
  { contents }: Transaction,
): Promise<void> {
  const coming = new Map(titles.map(({ id, details }) => [id, details.kind]));
  const parentIds = titles.flatMap(({ details }) => details.parentId ?? []);
  const elsewhere = [...new Set(parentIds)].filter((id) => !coming.has(id));
  const there: ReadonlyMap<string, ContentKind> =
    elsewhere.length === 0 ? new Map() : await contents.kindsOf(elsewhere);
  for (const { details } of titles) {
    if (details.parentId === null) continue;
    const parent = coming.get(details.parentId) ?? there.get(details.parentId);
    if (parent === undefined) throw new NotFound('content', details.parentId);
    details.requireFitting(parent);
  }
  const identifiers = titles.flatMap(({ details }) => details.identifiers);
  if (identifiers.length === 0) return;
  const taken = await contents.takenBy(identifiers, [...coming.keys()]);
  if (taken !== null) throw new IdentifierTaken(taken);
}
