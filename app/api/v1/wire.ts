/** Plain data as the document's schemas type it: without brands, and not read-only. */
export type Wire<T> = T extends string & { readonly __brand: string }
  ? string
  : T extends readonly (infer Item)[]
    ? Wire<Item>[]
    : T extends object
      ? { -readonly [Key in keyof T]: Wire<T[Key]> }
      : T;

/** Views as an answer sends them: the same data, which the API does not change. */
export function wire<T>(data: T): Wire<T> {
  return data as Wire<T>;
}
