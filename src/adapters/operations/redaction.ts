const HIDDEN = '[hidden]';

/** Names of members whose values must not appear in logs. */
const SECRET_NAME =
  /passw|secret|token|cookie|authorization|credential|api[-_]?key|^digest$|database_?url/i;

/** Secrets within text: passwords in URLs, API tokens, and one-time and feed links. */
const SECRET_TEXT: readonly [RegExp, string][] = [
  [/(:\/\/[^\s:/@]*:)[^\s@/]+(?=@)/g, `$1${HIDDEN}`],
  [/\bcrms_[\w-]{20,}/g, `crms_${HIDDEN}`],
  [/\b(Bearer|Basic) +[^\s,;]+/gi, `$1 ${HIDDEN}`],
  [/(\/join\/|\/calendar\/feed\/)[^\s/?#"'.]+/g, `$1${HIDDEN}`],
  [/([?&][\w-]*(?:code|state|token|secret|password)=)[^\s&#"']+/gi, `$1${HIDDEN}`],
];

const MAX_DEPTH = 6;

/** A copy of a value without secrets at any depth. */
export function redacted(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactedText(value);
  if (value instanceof Error) return redactedError(value, depth);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === MAX_DEPTH) return '[deeper]';
  if (Array.isArray(value)) return value.map((part) => redacted(part, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      name,
      SECRET_NAME.test(name) ? HIDDEN : redacted(part, depth + 1),
    ]),
  );
}

export function redactedText(text: string): string {
  return SECRET_TEXT.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), text);
}

/**
 * An error with its causes. Other properties added by a driver, such as statements and their values, are omitted except its
 * code.
 */
function redactedError(error: Error, depth: number): unknown {
  const { name, message, stack, cause } = error;
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const digest =
    'digest' in error && typeof error.digest === 'string' ? { reference: error.digest } : {};
  return {
    name,
    message: redactedText(message),
    ...code,
    ...digest,
    ...(stack === undefined ? {} : { stack: redactedText(stack) }),
    ...(cause === undefined || depth === MAX_DEPTH ? {} : { cause: redacted(cause, depth + 1) }),
  };
}
