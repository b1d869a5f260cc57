import * as z from 'zod';
import { ContractChange } from '../../src/wire/contract-details';
import { Change } from '../../src/wire/license/license-change';
import { Id, Instant, Version } from '../../src/wire/identity';
import { offerParts } from '../../src/wire/license/offer';
import { PricesChanged } from '../../src/wire/prices/price-table';
import { AGGREGATES } from '../../src/service/errors';
import { ContentChange } from '../../src/wire/content/title-change';

// What several answers and queries have in common; the values themselves are described in `src/wire`.

/** Of a conflict: with who brought it. */
export const MarkedOffer = z
  .strictObject({ ...offerParts, mark: z.enum(['yours', 'theirs']).nullable() })
  .meta({ id: 'MarkedOffer' });
export const Way = z.strictObject({ label: z.string(), change: Change }).meta({ id: 'Way' });
export const ContentWay = z
  .strictObject({ label: z.string(), change: ContentChange })
  .meta({ id: 'ContentWay' });
export const ContractWay = z
  .strictObject({ label: z.string(), change: ContractChange })
  .meta({ id: 'ContractWay' });

export const PricesWay = z
  .strictObject({ label: z.string(), change: PricesChanged })
  .meta({ id: 'PricesWay' });

/** What a change of one thing answers. */
export const Saved = z
  .strictObject({ id: Id, version: Version.meta({ description: 'The new version.' }) })
  .meta({ id: 'Saved' });

/** How a license or a title is closed. */
export const AnyClosing = z
  .strictObject({ kind: z.enum(['ended', 'retired', 'void']), reason: z.string() })
  .meta({ id: 'AnyClosing' });

export const HistoryEntry = z
  .strictObject({
    aggregate: z.enum(AGGREGATES),
    aggregateId: Id,
    name: z.string().meta({ description: 'The current name.' }),
    version: Version,
    at: Instant,
    actor: z.string(),
    actorId: Id.nullable().meta({
      description: 'The id of the person or the token; `null` for changes by the system.',
    }),
    words: z.string().meta({ description: 'The change in one line.' }),
    file: z.strictObject({ importId: Id, name: z.string() }).optional(),
    closing: AnyClosing.optional().meta({
      description: 'How the license or title is closed now; absent while it is in use.',
    }),
    isGone: z.boolean().optional(),
  })
  .meta({ id: 'HistoryEntry' });

/** Text that is looked for. PostgreSQL has no text with U+0000. */
export const Searched = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((text) => !text.includes('\0'), { error: 'A text cannot contain U+0000.' });

export function orNull<Schema extends z.ZodType>(schema: Schema) {
  return z.union([schema, z.null()]);
}

/** A whole number in a query, in decimal digits only. */
export function wholeNumber(minimum: number, maximum: number) {
  const error = `This is not a whole number from ${minimum} to ${maximum}, in decimal digits.`;
  return z
    .string()
    .regex(/^\d{1,10}$/, error)
    .transform(Number)
    .refine((number) => number >= minimum && number <= maximum, error)
    .meta({ type: 'integer', minimum, maximum });
}

/** As many values one filter of a list can have. */
const MAX_FILTER_VALUES = 60;

/** A filter that may be repeated: any one of its values is enough. */
export function anyOf<Item extends z.ZodType>(item: Item, description?: string) {
  return repeated(item, MAX_FILTER_VALUES)
    .transform((values) => (values.length === 0 ? undefined : values))
    .meta({
      description: [description, 'Repeated: one of the values is enough.']
        .filter(Boolean)
        .join(' '),
    });
}

/** A parameter that may be repeated. */
export function repeated<Item extends z.ZodType>(item: Item, maxItems: number) {
  return z
    .preprocess((given) => (given === undefined ? [] : [given].flat()), z.array(item).max(maxItems))
    .meta({ param: { required: false, style: 'form', explode: true } });
}
