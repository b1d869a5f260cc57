/** Query parameters of the page, unparsed. */
export interface TypedQuestion {
  /** Codes, separated by commas; several make a grid. */
  readonly territory: string;
  readonly device: string;
  readonly rights: string;
  /** A tag of BCP 47; empty for any language. */
  readonly language: string;
  /** Empty when any format will do. */
  readonly format: string;
  /** `YYYY-MM-DD`, both inclusive. */
  readonly first: string;
  readonly last: string;
  readonly q: string;
  readonly studio: string;
  readonly kind: string;
  /** Filter by answer: `yes`, `partly` or `no`; of a grid `yes-everywhere` and the like. */
  readonly answer: string;
  /** The cell of a grid whose checks are shown: `<title>.<territory>.<device>`. */
  readonly why: string;
  /** The saved view that is open, whose question may have been changed since. */
  readonly view: string;
  /** Ids of titles. If not empty, text, studio and kind are ignored. */
  readonly titles: readonly string[];
}

export const AVAILABILITY = '/availability';
export const AVAILABILITY_CSV = '/availability/export.csv';

/** Query parameters of a question by name. Empty parts are omitted. */
export function questionParts({ titles, ...parts }: TypedQuestion): [string, string][] {
  return [
    ...Object.entries(parts).filter(([, value]) => value !== ''),
    ...titles.map((title): [string, string] => ['title', title]),
  ];
}

/** A question as a view keeps it: what is asked about today is asked about the day on which the view is opened. */
export function viewedQuestion(question: TypedQuestion, today: string): Record<string, string[]> {
  const isToday = question.first === today && question.last === today;
  const kept: Record<string, string[]> = {};
  for (const [name, value] of questionParts(question))
    if (!isToday || (name !== 'first' && name !== 'last')) (kept[name] ??= []).push(value);
  return kept;
}

/** URL of a question, for its page or its CSV. */
export function questionAddress(
  question: TypedQuestion,
  { path = AVAILABILITY, cursor }: { path?: string; cursor?: string | undefined } = {},
): string {
  const search = new URLSearchParams(questionParts(question));
  if (cursor !== undefined) search.set('cursor', cursor);
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}
