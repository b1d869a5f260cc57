import type { FieldOf } from '../../../domain/conflict/merge';
import type { Verdict } from '../../../domain/conflict/verdict';
import type { ContentCorrection } from '../../../domain/content/conflict';
import type { ContentChange } from '../../../domain/content/content-change';
import type { ContentDetailsData } from '../../../domain/content/content-details';
import type { OtherChange, Words } from '../../conflict/comparison';
import type { ConflictRow } from '../../conflict/conflict';
import type { ContentSince } from './content-comparison';
import type { ContentView, ContentViews } from '../content-views';
import { CONTENT_KINDS, contentKind } from '../../../domain/content/content-kind';
import { IDENTIFIER_SCHEMES } from '../../../domain/content/identifier';
import { correctionRows, NONE, otherRows } from '../../conflict/comparison';
import { elsewhere } from './content-comparison';

type Field = FieldOf<ContentDetailsData>;
type Three = readonly [
  before: ContentDetailsData,
  mine: ContentDetailsData,
  now: ContentDetailsData,
];

const LABELS: Record<Field, string> = {
  title: 'Title',
  kind: 'Kind',
  parentId: 'Belongs to',
  position: 'Number',
  studio: 'Studio',
  releaseYear: 'Release year',
  identifiers: 'Identifiers',
  notes: 'Notes',
};

/** The rows of a correction of a title. */
export function correctedRows(
  details: Three,
  verdict: Verdict<ContentCorrection, Field>,
  parents: ReadonlyMap<string, string>,
  since: ContentSince,
): ConflictRow<Field>[] {
  const rows = correctionRows(LABELS, (one) => detailWords(one, parents), details, verdict);
  return [...rows, ...otherRows(since.changes.flatMap(besideDetails), since.unread)];
}

/** What another change did, except to the details. */
function besideDetails(change: ContentChange): OtherChange[] {
  return change.kind === 'content-corrected' ? [] : elsewhere(change, [], []);
}

/** The titles that some details belong to, by id; one that is no longer there is left out. */
export async function parentNames(
  details: Three,
  { belongsTo }: ContentView,
  contents: Pick<ContentViews, 'content'>,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map(belongsTo.map(({ id, title }) => [id, title]));
  for (const { parentId } of details) {
    if (parentId === null || names.has(parentId)) continue;
    const parent = await contents.content(parentId);
    if (parent !== null) names.set(parentId, parent.details.title);
  }
  return names;
}

function detailWords(
  details: ContentDetailsData,
  parents: ReadonlyMap<string, string>,
): Words<Field> {
  const { title, kind, studio, releaseYear, parentId, position, identifiers, notes } = details;
  return {
    title,
    kind: CONTENT_KINDS[contentKind(kind)],
    studio,
    releaseYear: releaseYear === null ? NONE : String(releaseYear),
    parentId: parentId === null ? NONE : (parents.get(parentId) ?? parentId),
    position: position === null ? NONE : String(position),
    identifiers: orNone(
      identifiers.map(({ scheme, value }) => `${schemeName(scheme)} ${value}`).join(', '),
    ),
    notes: orNone(notes),
  };
}

function orNone(text: string): string {
  return text === '' ? NONE : text;
}

function schemeName(scheme: string): string {
  const names: Readonly<Record<string, string>> = IDENTIFIER_SCHEMES;
  return names[scheme] ?? scheme;
}
