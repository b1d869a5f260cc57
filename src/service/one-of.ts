/** A value, or several of which one is enough. */
export type OneOf<T> = T | readonly T[];

/** The values that are enough. */
export function many<T extends string>(values: OneOf<T>): readonly T[] {
  return typeof values === 'string' ? [values] : values;
}
