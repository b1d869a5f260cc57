import * as z from 'zod';

// Parts of a page's address. What cannot be read is left out: an address is typed, shared and cut off.

/** A list's place to go on from, as the list before it gave it: as long as the names it stands for. */
export const cursor = z.string().max(8_000).optional().catch(undefined);

/** A part of a page's address; what cannot be looked up (PostgreSQL has no text with U+0000) is left out. */
export const searched = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((text) => !text.includes('\0'))
  .optional()
  .catch(undefined);

/** The id of the saved view that is open. */
export const view = z.uuid().optional().catch(undefined);

/** As many values of one filter count. */
export const MAX_VALUES = 60;

/** Several values of a filter; those that cannot be read are left out, and a filter without any is none. */
export function several<T extends string>(value: z.ZodType<T | undefined>) {
  return z
    .array(z.unknown())
    .transform((given): readonly T[] | undefined => {
      const read = given.slice(0, MAX_VALUES).flatMap((one) => value.safeParse(one).data ?? []);
      return read.length === 0 ? undefined : [...new Set(read)];
    })
    .optional();
}

/** The query parameters of a page, as its address has them. */
export type SearchParameters = Record<string, string | string[] | undefined>;

/** The parameters that can have several values with all of them, each other one with its first. */
export function parametersOf(search: SearchParameters, isSeveral: readonly string[]) {
  return Object.fromEntries(
    Object.entries(search).flatMap(([name, value]) => {
      if (value === undefined) return [];
      const values = [value].flat();
      return [[name, isSeveral.includes(name) ? values : values[0]] as const];
    }),
  );
}
