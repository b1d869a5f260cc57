const MOST = 10_000;

/**
 * The same function with a memory for what texts came to: the rows of a sheet say the same things again and again. Of a file
 * where everything differs only the first ten thousand texts are remembered.
 */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found as T;
    const fresh = read(text);
    if (known.size < MOST) known.set(text, fresh);
    return fresh;
  };
}
