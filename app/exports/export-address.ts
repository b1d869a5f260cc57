/** The form of a new export, filled in. */
export function exportAddress(parts: {
  readonly studio?: string | undefined;
  readonly contract?: string | undefined;
  readonly license?: string | undefined;
  readonly title?: string | undefined;
}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parts))
    if (value !== undefined) search.set(name, value);
  const text = search.toString();
  return text === '' ? '/exports' : `/exports?${text}`;
}
