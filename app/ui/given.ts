/** Props as our own components take them: leaving one out and passing `undefined` mean the same. */
export type Loose<T> = { [K in keyof T]?: T[K] | undefined };

type Given<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Only the props that have a value, as components built without `exactOptionalPropertyTypes` in mind want them. */
export function given<T extends object>(props: T): Given<T>;
export function given(props: object): object {
  return Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined));
}
