import type { z } from '@hono/zod-openapi';
import type { Complaint } from './problem-schema';

type Issue = z.core.$ZodIssue;
export type Place = 'json' | 'query' | 'param' | 'header' | 'form' | 'cookie';

/** What is wrong with a part of a request, in our words: those of the schemas are made for forms. */
export function complaintsOf(issues: readonly Issue[], place: Place): Complaint[] {
  return issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => complaint(issue, [...issue.path, key], place))
      : [complaint(issue, issue.path, place)],
  );
}

function complaint(issue: Issue, path: readonly PropertyKey[], place: Place): Complaint {
  const said = { code: codeOf(issue), detail: wordsOf(issue) };
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

function wordsOf(issue: Issue): string {
  switch (issue.code) {
    case 'custom':
      return issue.message;
    case 'unrecognized_keys':
      return 'Nothing of this name is known here.';
    case 'invalid_type':
      return issue.input === undefined
        ? `This is missing, or is no ${issue.expected}.`
        : `This has to be a ${issue.expected}.`;
    case 'too_small':
      return `This is too small: at least ${String(issue.minimum)}.`;
    case 'too_big':
      return `This is too large: at most ${String(issue.maximum)}.`;
    case 'invalid_value':
      return `This has to be one of: ${issue.values.map(String).join(', ')}.`;
    case 'invalid_format':
      return `This has to be a ${issue.format}.`;
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
      return 'This has none of the shapes that are known here.';
  }
}
