/**
 * Reads the stored answer of a command, which has no version and no shape of its own. Answers of before 2026-11-29 have windows
 * `{start, end}`, later ones `{startsOn, endsOn}`; both are half-open. Nothing else in them has exactly these two members.
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
