/**
 * Reads stored JSON in which a window may have its former shape `{start, end}`: rows of before 2026-11-29 have it, later ones
 * have `{startsOn, endsOn}`. Both are half-open. Nothing else that is stored has exactly these two members.
 */
export function readStored<T>(json: T): T {
  return renamed(json) as T;
}

function renamed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(renamed);
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value);
  if (parts.length === 2 && 'start' in value && 'end' in value)
    return { startsOn: value.start, endsOn: value.end };
  return Object.fromEntries(parts.map(([name, part]) => [name, renamed(part)]));
}
