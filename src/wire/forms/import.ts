import * as z from 'zod';
import type { ImportCommands } from '../../service/commands/import-commands';
import { deviceSet } from '../../domain/values/device';
import { Money } from '../../domain/values/money';
import { shortText } from '../../domain/values/text';
import { checked, identity, several, typed } from './typed';

/** The revision that somebody looked at. It is required: a missing one never means "whatever it is now". */
const revision = z
  .int({ error: 'This form is not valid. Reload the page.' })
  .min(0, 'This revision does not exist. Reload the page.')
  .max(2_147_483_647, 'This revision does not exist. Reload the page.');

const decision = { importId: identity, revision };

const typedRules = z.strictObject({
  endDates: z.enum(['inclusive', 'exclusive']),
  sameDayHandover: z.enum(['hand-over', 'refuse']),
  reductions: z.enum(['split', 'refuse']),
  licenses: z.enum(['propose', 'existing']),
  currency: typed,
  devices: several,
  /** '' for the studio's only contract. */
  contract: typed,
  /** Those of the file, and those that are known from earlier files. */
  licensees: z.array(z.strictObject({ name: typed, isUs: z.boolean() })).max(1_000, 'Too many.'),
});

/** The rules of an import as their form has them. */
export const changeRulesInput = z
  .strictObject({ ...decision, rules: typedRules })
  .transform(({ rules, ...rest }, context) => {
    const currency = checked(
      context,
      ['rules', 'currency'],
      () => Money.of(0, rules.currency.trim()).currency,
    );
    const devices = checked(context, ['rules', 'devices'], () => deviceSet(rules.devices));
    const contract =
      rules.contract.trim() === ''
        ? null
        : checked(context, ['rules', 'contract'], () =>
            shortText(rules.contract, 'contract', 'A reference number'),
          );
    if (currency === undefined || devices === undefined || contract === undefined) return z.NEVER;
    const licensees = Object.fromEntries(rules.licensees.map(({ name, isUs }) => [name, isUs]));
    return { ...rest, rules: { ...rules, currency, devices, contract, licensees } };
  });

/** The commands on imports that a browser may send; a workbook is uploaded by another way. */
export const IMPORT_FORMS = {
  'change-import-rules': changeRulesInput,
  'leave-out-of-import': z.strictObject({
    ...decision,
    change: z.int().min(0).max(2_147_483_647),
    isLeftOut: z.boolean(),
  }),
  'commit-import': z.strictObject({ ...decision, mode: z.enum(['file', 'license']) }),
  'cancel-import': z.strictObject({ importId: identity }),
  'undo-import': z.strictObject(decision),
} satisfies { readonly [K in keyof ImportCommands]?: z.ZodType<ImportCommands[K]['input']> };

export type TypedRules = z.input<typeof typedRules>;
