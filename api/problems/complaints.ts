import type * as z from 'zod';
import type { Complaint } from '../document/problem-schema';

type Issue = z.core.$ZodIssue;
export type Place = 'json' | 'query' | 'param' | 'header' | 'form' | 'cookie';

/**
 * What is wrong with a part of a request, in our words: those of the schemas are made for forms.
 *
 * @param sent the part as it came: an issue does not say the value it is about
 */
export function complaintsOf(issues: readonly Issue[], place: Place, sent: unknown): Complaint[] {
  return issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => complaint(issue, [...issue.path, key], place, sent))
      : [complaint(issue, issue.path, place, sent)],
  );
}

function complaint(
  issue: Issue,
  path: readonly PropertyKey[],
  place: Place,
  sent: unknown,
): Complaint {
  const said = { code: codeOf(issue), detail: wordsOf(issue, place, valueAt(sent, path)) };
  return place === 'json'
    ? { pointer: pointerOf(path), ...said }
    : { parameter: path.map(String).join('.'), ...said };
}

/** A JSON Pointer (RFC 6901) as a fragment. */
export function pointerOf(path: readonly PropertyKey[]): string {
  const steps = path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`);
  return `#${steps.join('')}`;
}

function codeOf(issue: Issue): string {
  if (issue.code !== 'custom') return issue.code.replaceAll('_', '-');
  const code: unknown = issue.params?.code;
  return typeof code === 'string' ? code : 'invalid-value';
}

/** Longer lists of values are in the document. */
const MAX_NAMED = 12;

function valueAt(sent: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined,
    sent,
  );
}

function wordsOf(issue: Issue, place: Place, value: unknown): string {
  switch (issue.code) {
    case 'custom':
      return issue.message;
    case 'unrecognized_keys':
      return 'The API has no field or parameter of this name.';
    case 'invalid_type':
      if (value === undefined) return `This is missing: send ${typeName(issue.expected)}.`;
      return place === 'query' && Array.isArray(value)
        ? 'This stands in the address more than once. Send it once.'
        : `This is not ${typeName(issue.expected)}.`;
    case 'too_small':
      return sizeWords(issue.origin, 'at least', Number(issue.minimum));
    case 'too_big':
      return sizeWords(issue.origin, 'at most', Number(issue.maximum));
    case 'invalid_value':
      return choiceWords(issue.values.map(String));
    case 'invalid_format':
      // A pattern of ours says itself what it stands for.
      if (issue.format === 'regex') return issue.message;
      return `This is not ${FORMATS[issue.format] ?? 'in the required format'}.`;
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options)
        ? choiceWords(issue.options.map(String))
        : 'This does not match any of the documented schemas.';
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
      return 'This is not valid.';
  }
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

function typeName(expected: string): string {
  return TYPES[expected] ?? expected;
}

const FORMATS: Readonly<Record<string, string>> = {
  uuid: 'a UUID',
  datetime: 'an instant such as 2027-01-01T12:00:00Z',
};

function choiceWords(values: readonly string[]): string {
  const named = values.slice(0, MAX_NAMED).join(', ');
  return values.length > MAX_NAMED
    ? `This is not one of the ${values.length} documented values, such as ${named}.`
    : `This is not one of: ${named}.`;
}

function sizeWords(origin: string, bound: string, size: number): string {
  const count = size.toLocaleString('en-US');
  if (origin === 'string')
    return `Send ${bound} ${count} ${size === 1 ? 'character' : 'characters'}.`;
  if (origin === 'array') return `Send ${bound} ${count} ${size === 1 ? 'item' : 'items'}.`;
  return `Send ${bound} ${count}.`;
}
