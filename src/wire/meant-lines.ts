import * as z from 'zod';
import type { SearchParameters } from './address';

/** Which lines of a list are meant: those that are chosen, or all that match its filters. */
export type MeantLines =
  | { readonly kind: 'chosen'; readonly ids: readonly string[] }
  | { readonly kind: 'matching'; readonly search: SearchParameters };

/** @param max how many lines can be chosen */
export function meantLines(max: number): z.ZodType<MeantLines> {
  return z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('chosen'), ids: z.array(z.uuid()).min(1).max(max) }),
    z.strictObject({
      kind: z.literal('matching'),
      search: z.record(z.string(), z.union([z.string(), z.array(z.string())]).optional()),
    }),
  ]);
}
