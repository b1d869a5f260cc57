import * as z from 'zod';
import type { AvailabilityQuestion } from '../../src/domain/content/availability-question';
import type { IsoDate } from '../../src/domain/values/date-range';
import type { AskedTitles } from '../../src/service/content/answered-titles';
import type { TypedQuestion } from './question-address';
import { contentKind } from '../../src/domain/content/content-kind';
import { DateRange, formatLength, isoDate } from '../../src/domain/values/date-range';
import { deviceSet } from '../../src/domain/values/device';
import { format as knownFormat } from '../../src/domain/values/format';
import { requireLanguageTag } from '../../src/domain/values/languages';
import { rightsType } from '../../src/domain/values/rights-type';
import { territorySet } from '../../src/domain/values/territory';
import { shortText } from '../../src/domain/values/text';
import { quoted } from '../../src/domain/values/words';
import { MAX_GRID_COLUMNS } from '../../src/service/content/answered-grid';
import type { GridAnswer } from '../../src/service/content/availability-views';
import { GRID_ANSWERS } from '../../src/service/content/availability-views';
import { MAX_QUESTION_DAYS, MAX_QUESTION_TITLES } from '../../src/service/content/answered-titles';
import { checked } from '../../src/wire/forms/typed';
import { cursor as listCursor } from '../../src/wire/address';

export type SearchParameters = Record<string, string | string[] | undefined>;

/** The question parsed from the page's URL. */
export interface Asked extends AskedTitles {
  /** Values of the form. */
  readonly typed: TypedQuestion;
  /** Error messages of invalid parts, by field name. */
  readonly errors: Readonly<Partial<Record<keyof TypedQuestion, string>>>;
  /** `null` if nothing was asked yet, a part is invalid, or several places are asked about. */
  readonly question: AvailabilityQuestion | null;
  /** Of several places, the question in each: by territory, then by device. */
  readonly grid: readonly AvailabilityQuestion[];
  /** Filter of a grid by its answers. */
  readonly gridAnswer: GridAnswer | undefined;
  /** The cell of a grid whose checks are shown. */
  readonly cell: AskedCell | undefined;
  readonly cursor: string | undefined;
}

/** Parses the question from the page's URL. The first day defaults to today, the last to the first. */
export function askedQuestion(search: SearchParameters, today: IsoDate): Asked {
  const typed = typedQuestion(search, today);
  const isAsked = ['territory', 'device', 'rights'].some((name) => search[name] !== undefined);
  const cursor = listCursor.parse(search.cursor);
  const nothing = {
    ...{ typed, errors: {}, question: null, filter: {}, verdict: undefined, titles: [], cursor },
    ...{ grid: [], gridAnswer: undefined, cell: undefined },
  };
  if (!isAsked && !Object.keys(search).some((name) => name in typed || name === 'title'))
    return nothing;
  const parsed = questionInput.safeParse(typed);
  if (parsed.success) return { ...nothing, ...parsed.data };
  const errors: Partial<Record<keyof TypedQuestion, string>> = {};
  for (const { path, message } of parsed.error.issues)
    errors[path[0] as keyof TypedQuestion] ??= message;
  return { ...nothing, errors };
}

function typedQuestion(search: SearchParameters, today: IsoDate): TypedQuestion {
  const part = (name: string) => {
    const value = search[name];
    return ((Array.isArray(value) ? value[0] : value) ?? '').trim();
  };
  const first = part('first') || today;
  const titles = [search.title ?? []].flat();
  return {
    territory: listOf(search.territory)
      .map((code) => code.toUpperCase())
      .join(),
    device: listOf(search.device).join(),
    rights: part('rights'),
    language: part('language'),
    format: part('format'),
    first,
    last: part('last') || first,
    q: part('q'),
    studio: part('studio'),
    kind: part('kind'),
    answer: part('answer'),
    why: part('why'),
    view: part('view'),
    titles: [...new Set(titles.map((id) => id.trim().toLowerCase()))],
  };
}

const questionInput = z.custom<TypedQuestion>().transform((typed, context) => {
  const territories = checked(context, 'territory', () => territorySet(listOf(typed.territory)));
  const devices = checked(context, 'device', () => deviceSet(listOf(typed.device)));
  const places = (territories?.length ?? 0) * (devices?.length ?? 0);
  if (places > MAX_GRID_COLUMNS)
    refuse(
      context,
      'territory',
      `Choose up to ${MAX_GRID_COLUMNS} combinations of territory and device; these are ${places.toLocaleString('en-US')}.`,
    );
  const isGrid = places > 1;
  const rights = checked(context, 'rights', () => rightsType(typed.rights));
  const language = optional(typed.language, (tag) =>
    checked(context, 'language', () => requireLanguageTag(tag, 'languages')),
  );
  const format = optional(typed.format, (code) =>
    checked(context, 'format', () => knownFormat(code)),
  );
  const days = askedDays(context, typed.first, typed.last);
  const text = optional(typed.q, (q) =>
    checked(context, 'q', () => shortText(q, 'q', 'The search text')),
  );
  const studio = optional(typed.studio, (name) =>
    checked(context, 'studio', () => shortText(name, 'studio', 'A studio’s name')),
  );
  const kind = optional(typed.kind, (code) => checked(context, 'kind', () => contentKind(code)));
  const verdict = isGrid
    ? undefined
    : optional(typed.answer, (text) => askedVerdict(context, text));
  const gridAnswer = isGrid ? GRID_ANSWERS.find((known) => known === typed.answer) : undefined;
  askedTitles(context, typed.titles);
  if (
    territories === undefined ||
    devices === undefined ||
    rights === undefined ||
    days === undefined ||
    context.issues.length > 0
  )
    return z.NEVER;
  const asked = { rightsType: rights, language, format: format ?? null, days };
  const questions = territories.flatMap((territory) =>
    devices.map((device) => ({ territory, device, ...asked })),
  );
  return {
    question: isGrid ? null : (questions[0] ?? null),
    grid: isGrid ? questions : [],
    gridAnswer,
    cell: isGrid ? askedCell(typed.why, questions) : undefined,
    filter: { text, studio, kind },
    verdict,
    titles: typed.titles,
  };
});

/** A title in one of the places. */
export interface AskedCell {
  readonly contentId: string;
  readonly question: AvailabilityQuestion;
}

/** Codes, separated by commas, each once. No choice is the empty set, for which the domain has an error message. */
function listOf(value: string | string[] | undefined): string[] {
  const codes = [value ?? []].flat().flatMap((text) => text.split(','));
  return [...new Set(codes.map((code) => code.trim()).filter((code) => code !== ''))];
}

function askedCell(
  text: string,
  questions: readonly AvailabilityQuestion[],
): AskedCell | undefined {
  const [contentId = '', ...place] = text.split('.');
  const question = questions.find(
    ({ territory, device }) => place.join('.') === `${territory}.${device}`,
  );
  return question === undefined || !z.uuid().safeParse(contentId).success
    ? undefined
    : { contentId, question };
}

function optional<T>(text: string, read: (text: string) => T): T | undefined {
  return text === '' ? undefined : read(text);
}

function askedDays(
  context: z.core.$RefinementCtx,
  firstDay: string,
  lastDay: string,
): DateRange | undefined {
  const first = checked(context, 'first', () => isoDate(firstDay));
  const last = checked(context, 'last', () => isoDate(lastDay));
  if (first === undefined || last === undefined) return undefined;
  const days = checked(context, 'last', () => DateRange.fromDays(first, last));
  const length = days?.days ?? 0;
  if (length <= MAX_QUESTION_DAYS) return days;
  refuse(context, 'last', `The range is ${formatLength(length)}. The maximum is five years.`);
  return undefined;
}

const VERDICTS = ['yes', 'partly', 'no'] as const;

function askedVerdict(context: z.core.$RefinementCtx, text: string) {
  const verdict = VERDICTS.find((known) => known === text);
  if (verdict === undefined)
    refuse(context, 'answer', `Answer must be yes, partly or no, not ${quoted([text])}.`);
  return verdict;
}

function askedTitles(context: z.core.$RefinementCtx, titles: readonly string[]): void {
  const invalid = titles.find((id) => !z.uuid().safeParse(id).success);
  if (invalid !== undefined) refuse(context, 'titles', unknownTitles([invalid]));
  if (titles.length > MAX_QUESTION_TITLES)
    refuse(
      context,
      'titles',
      `A link can list ${MAX_QUESTION_TITLES} titles; this one lists ${titles.length.toLocaleString('en-US')}.`,
    );
}

/** Error message for ids that do not belong to a title. */
export function unknownTitles(ids: readonly string[]): string {
  const [id = ''] = ids;
  const rest = ids.length === 1 ? '' : `, nor ${(ids.length - 1).toLocaleString('en-US')} more`;
  return `The title “${id.slice(0, 40)}”${rest} does not exist.`;
}

function refuse(context: z.core.$RefinementCtx, field: string, message: string): void {
  context.addIssue({ code: 'custom', path: [field], message });
}
