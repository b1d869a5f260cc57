import * as z from 'zod';
import { isIsoDate } from '../../src/domain/values/date-range';
import { MAX_CHOSEN } from '../../src/domain/export/export-query';
import { cursor, searched } from '../../src/wire/address';

/** One or several ids in an address; what are none are left out. */
const ids = z
  .preprocess(
    (value) => (typeof value === 'string' ? [value] : value),
    z.array(z.uuid()).max(MAX_CHOSEN),
  )
  .catch([]);

const day = z
  .string()
  .refine((text) => isIsoDate(text))
  .optional()
  .catch(undefined);

/** As long as the filters of a list can be. */
const MAX_FILTERS = 8_000;

const parameters = z.object({
  studio: searched,
  contract: ids,
  license: ids,
  title: ids,
  /** Of which list all that match are exported, and by which filters. */
  all: z.enum(['license', 'title', 'contract']).optional().catch(undefined),
  matching: z.string().max(MAX_FILTERS).catch(''),
  on: day,
  from: day,
  cursor,
});

/** What the address of the exports asks for; a part that cannot be read is left out. */
export type ExportsAsked = z.output<typeof parameters>;

export function exportsAsked(search: Record<string, string | string[] | undefined>): ExportsAsked {
  const single = (value: string | string[] | undefined) =>
    Array.isArray(value) ? value[0] : value;
  const { contract, license, title, ...others } = search;
  const singles = Object.fromEntries(
    Object.entries(others).map(([name, value]) => [name, single(value)]),
  );
  return parameters.parse({ ...singles, contract, license, title });
}
