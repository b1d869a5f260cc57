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

/** That something is void, or retired, as its form has it. */
function reasonedInput<Kind extends string>(kind: z.ZodType<Kind, Kind>) {
  return z.strictObject({ kind, reason: typed }).transform((input, context) => {
    const reason = checked(context, 'reason', () => closingReason(input.reason));
    return reason === undefined ? z.NEVER : { kind: input.kind, reason };
  });
}

/** How a license is to be closed, as its form has it. */
export const licenseClosingInput = z.union([endInput, reasonedInput(z.literal('void'))]);

/** Why a title leaves the catalog, as its form has it. */
export const titleClosingInput = reasonedInput(z.enum(['retired', 'void']));

const onContent = { contentId: identity, expectedVersion };
const onLicense = { licenseId: identity, expectedVersion };
const titlesSeen = z.int().min(0).optional();
const licenses = z.array(z.strictObject(onLicense));

/** The commands that close and reopen, as a browser may send them. */
export const CLOSING_FORMS = {
  'close-license': z.strictObject({ ...onLicense, titlesSeen, plan: licenseClosingInput }),
  'close-licenses': z.strictObject({ licenses, titlesSeen, plan: licenseClosingInput }),
  'preview-closing': z.strictObject({
    ...{ licenses, titlesSeen, plan: licenseClosingInput, today: z.iso.date() },
  }),
  'close-title': z.strictObject({ ...onContent, closing: titleClosingInput }),
  'reopen-title': z.strictObject({ ...onContent, chosen: z.array(chosenOffer).min(1) }),
} satisfies { readonly [K in keyof ClosingCommands]?: z.ZodType<ClosingCommands[K]['input']> };

export type LicenseClosingInput = z.input<typeof licenseClosingInput>;
export type TitleClosingInput = z.input<typeof titleClosingInput>;
