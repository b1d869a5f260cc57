/** Props where omitting one and passing `undefined` are the same. */
export type Loose<T> = { [K in keyof T]?: T[K] | undefined };

type Given<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Removes `undefined` props, for components that were not typed for `exactOptionalPropertyTypes`. */
export function given<T extends object>(props: T): Given<T>;
export function given(props: object): object {
  return Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined));
}
