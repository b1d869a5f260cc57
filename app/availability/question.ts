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
  /** `null` if nothing was asked yet or a part is invalid. */
  readonly question: AvailabilityQuestion | null;
  readonly cursor: string | undefined;
}

/** Parses the question from the page's URL. The first day defaults to today, the last to the first. */
export function askedQuestion(search: SearchParameters, today: IsoDate): Asked {
  const typed = typedQuestion(search, today);
  const isAsked = ['territory', 'device', 'rights'].some((name) => search[name] !== undefined);
  const cursor = listCursor.parse(search.cursor);
  const nothing = {
    ...{ typed, errors: {}, question: null, filter: {}, verdict: undefined, titles: [], cursor },
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
    territory: part('territory').toUpperCase(),
    device: part('device'),
    rights: part('rights'),
    language: part('language'),
    format: part('format'),
    first,
    last: part('last') || first,
    q: part('q'),
    studio: part('studio'),
    kind: part('kind'),
    answer: part('answer'),
    titles: [...new Set(titles.map((id) => id.trim().toLowerCase()))],
  };
}

const questionInput = z.custom<TypedQuestion>().transform((typed, context) => {
  const territory = checked(context, 'territory', () => territorySet(chosen(typed.territory))[0]);
  const device = checked(context, 'device', () => deviceSet(chosen(typed.device))[0]);
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
  const verdict = optional(typed.answer, (text) => askedVerdict(context, text));
  askedTitles(context, typed.titles);
  if (
    territory === undefined ||
    device === undefined ||
    rights === undefined ||
    days === undefined ||
    context.issues.length > 0
  )
    return z.NEVER;
  return {
    question: { territory, device, rightsType: rights, language, format: format ?? null, days },
    filter: { text, studio, kind },
    verdict,
    titles: typed.titles,
  };
});

/** No choice becomes the empty set, for which the domain has an error message. */
function chosen(code: string): string[] {
  return code === '' ? [] : [code];
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
