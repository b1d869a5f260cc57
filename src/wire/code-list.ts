import * as z from 'zod';
import { valid } from './valid';

/**
 * One of the values that a code list of the domain has.
 *
 * @param id its name in the OpenAPI document
 * @param check throws the domain's refusal of a value that is not on the list
 */
export function codeList(
  id: string,
  values: readonly string[],
  check: (value: string) => unknown,
  description?: string,
) {
  return valid(z.string(), check).meta({ id, enum: [...values], description });
}
