export function quoted(texts: readonly string[]): string {
  return texts.map((text) => `“${text.slice(0, 40)}”`).join(', ');
}

/** `a`, `a and b`, `a, b and c`, or `a, b, c and 4 more` when `total` exceeds the number of names. */
export function listed(names: readonly string[], total: number = names.length): string {
  const rest = total - names.length;
  const all = rest > 0 ? [...names, `${rest.toLocaleString('en-US')} more`] : names;
  if (all.length <= 1) return all.join('');
  return `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}`;
}
