import * as z from 'zod';
import type { ClosingCommands } from '../../service/commands/closing-commands';
import { closingReason } from '../../domain/closing';
import { isoDate } from '../../domain/values/date-range';
import { chosenOffer } from './content';
import { checked, expectedVersion, identity, typed } from './typed';

/** The end of a license as its form has it. */
const endInput = z
  .strictObject({ kind: z.literal('ended'), lastDay: typed, reason: typed })
  .transform((input, context) => {
    const lastDay = checked(context, 'lastDay', () => isoDate(input.lastDay));
    const reason = checked(context, 'reason', () => closingReason(input.reason));
    if (lastDay === undefined || reason === undefined) return z.NEVER;
    return { kind: input.kind, lastDay, reason };
  });

/** Why something is closed, as its form has it. */
function reasoned<Kind extends string>(
  { kind, reason: text }: { kind: Kind; reason: string },
  context: z.core.$RefinementCtx,
) {
  const reason = checked(context, 'reason', () => closingReason(text));
  return reason === undefined ? z.NEVER : { kind, reason };
}

/** Why something is void, as its form has it. */
export const voidInput = z
  .strictObject({ kind: z.literal('void'), reason: typed })
  .transform((input, context) => reasoned(input, context));

/** How a license is to be closed, as its form has it. */
export const licenseClosingInput = z.discriminatedUnion('kind', [endInput, voidInput]);

/** Why a title leaves the catalog, as its form has it. */
export const titleClosingInput = z
  .strictObject({ kind: z.enum(['retired', 'void']), reason: typed })
  .transform((input, context) => reasoned(input, context));

const onContent = { contentId: identity, expectedVersion };
const onLicense = { licenseId: identity, expectedVersion };
export const titlesSeen = z.int().min(0).optional();
export const onLicenses = z.array(z.strictObject(onLicense));

/** The commands that close and reopen, as a browser may send them. */
export const CLOSING_FORMS = {
  'close-license': z.strictObject({ ...onLicense, titlesSeen, plan: licenseClosingInput }),
  'close-licenses': z.strictObject({ licenses: onLicenses, titlesSeen, plan: licenseClosingInput }),
  'reopen-licenses': z.strictObject({ licenses: onLicenses }),
  'preview-closing': z.strictObject({
    ...{ licenses: onLicenses, titlesSeen, plan: licenseClosingInput, today: z.iso.date() },
  }),
  'close-title': z.strictObject({ ...onContent, closing: titleClosingInput }),
  'reopen-title': z.strictObject({ ...onContent, chosen: z.array(chosenOffer).min(1) }),
} satisfies { readonly [K in keyof ClosingCommands]?: z.ZodType<ClosingCommands[K]['input']> };

export type LicenseClosingInput = z.input<typeof licenseClosingInput>;
export type TitleClosingInput = z.input<typeof titleClosingInput>;
