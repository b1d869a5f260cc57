import * as z from 'zod';
import type { TakedownCommands } from '../../service/commands/takedown-commands';
import { closingReason } from '../../domain/closing';
import { rightsTypeSet } from '../../domain/content/takedown';
import { isoDate } from '../../domain/values/date-range';
import { territorySet } from '../../domain/values/territory';
import { checked, expectedVersion, identity, several, typed } from './typed';

/** A takedown as its form has it; `null` is every territory, or every rights type. */
export const takedownInput = z
  .strictObject({
    ...{ startsOn: typed, reason: typed },
    ...{ territories: several.nullable(), rightsTypes: several.nullable() },
  })
  .transform((input, context) => {
    const startsOn = checked(context, 'startsOn', () => isoDate(input.startsOn));
    const territories = checked(context, 'territories', () =>
      input.territories === null ? null : territorySet(input.territories),
    );
    const rightsTypes = checked(context, 'rightsTypes', () =>
      input.rightsTypes === null ? null : rightsTypeSet(input.rightsTypes),
    );
    const reason = checked(context, 'reason', () => closingReason(input.reason));
    if (
      startsOn === undefined ||
      territories === undefined ||
      rightsTypes === undefined ||
      reason === undefined
    )
      return z.NEVER;
    return { startsOn, territories, rightsTypes, reason };
  });

/** The end of a takedown as its form has it. */
export const returnInput = z.strictObject({ from: typed }).transform(({ from }, context) => {
  const day = checked(context, 'from', () => isoDate(from));
  return day === undefined ? z.NEVER : { from: day };
});

const onContent = { contentId: identity, expectedVersion };
const onTitles = z.array(z.strictObject({ contentId: identity, expectedVersion }));

/** The commands on takedowns that a browser may send. */
export const TAKEDOWN_FORMS = {
  'take-down-title': z.strictObject({ ...onContent, plan: takedownInput }),
  'bring-title-back': z
    .strictObject({ ...onContent, takedown: z.int().min(1), end: returnInput })
    .transform(({ end, ...input }) => ({ ...input, ...end })),
  'take-down-titles': z.strictObject({ titles: onTitles, plan: takedownInput }),
  'undo-takedowns': z.strictObject({ titles: onTitles }),
  'preview-takedown': z.strictObject({ titles: onTitles, plan: takedownInput }),
} satisfies { readonly [K in keyof TakedownCommands]?: z.ZodType<TakedownCommands[K]['input']> };

export type TakedownInput = z.input<typeof takedownInput>;
