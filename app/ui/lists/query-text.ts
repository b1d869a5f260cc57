/** A value of a query parameter, or several; `null` for none. */
export type QueryValue = string | number | readonly string[] | null | undefined;

/** The values that a parameter has. */
export function valuesOf(value: QueryValue): readonly string[] {
  if (value === null || value === undefined) return [];
  return typeof value === 'object' ? value : [String(value)];
}

/** A path with query parameters; a later one of the same name replaces an earlier one, and an empty one is left out. */
export function addressWith(
  path: string,
  ...parts: readonly Readonly<Record<string, QueryValue>>[]
) {
  const search = new URLSearchParams();
  for (const [name, values] of Object.entries(
    Object.assign({}, ...parts) as Record<string, QueryValue>,
  ))
    for (const value of valuesOf(values)) if (value !== '') search.append(name, value);
  return search.size === 0 ? path : `${path}?${search.toString()}`;
}
