const MOST = 10_000;

/**
 * Caches the results of a function of one text, because the cells of a sheet repeat the same values. Caches at most the
 * first ten thousand texts.
 */
export function memoized<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found as T;
    const fresh = read(text);
    if (known.size < MOST) known.set(text, fresh);
    return fresh;
  };
}
