import type * as z from 'zod';
import type { DomainError } from '../domain/errors';
import { isDomainError } from '../domain/errors';

/**
 * A schema whose values the domain accepts too.
 *
 * @param check throws the domain's refusal
 * @param pathOf the part that a refusal belongs to
 */
export function valid<Schema extends z.ZodType>(
  schema: Schema,
  check: (value: z.output<Schema>) => unknown,
  pathOf: (refusal: DomainError) => readonly string[] = () => [],
): Schema {
  return schema.superRefine((value, context) => {
    // Parts that are not valid have said so already.
    if (context.issues.length > 0) return;
    try {
      check(value);
    } catch (error) {
      if (!isDomainError(error)) throw error;
      const { message, code } = error;
      context.addIssue({ code: 'custom', path: [...pathOf(error)], message, params: { code } });
    }
  });
}
