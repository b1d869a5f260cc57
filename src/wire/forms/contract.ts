import * as z from 'zod';
import type { ContractCommands } from '../../service/commands/contract-commands';
import { isoDate } from '../../domain/values/date-range';
import { notesText, shortText } from '../../domain/values/text';
import { onLicenses, titlesSeen, voidInput } from './closing';
import { checked, expectedVersion, identity, typed } from './typed';

/** A contract's details as their form has them. */
export const contractDetailsInput = z
  .strictObject({ studio: typed, reference: typed, signedOn: typed, notes: typed })
  .transform((input, context) => {
    const studio = checked(context, 'studio', () =>
      shortText(input.studio, 'studio', 'A studio’s name'),
    );
    const reference = checked(context, 'reference', () =>
      shortText(input.reference, 'reference', 'A reference number'),
    );
    const signedOn = checked(context, 'signedOn', () => isoDate(input.signedOn));
    const notes = checked(context, 'notes', () => notesText(input.notes));
    if (
      studio === undefined ||
      reference === undefined ||
      signedOn === undefined ||
      notes === undefined
    )
      return z.NEVER;
    return { studio, reference, signedOn, notes };
  });

const details = { contractId: identity, details: contractDetailsInput };
const onContract = { contractId: identity, expectedVersion };

/** The commands on contracts that a browser may send. */
export const CONTRACT_FORMS = {
  'record-contract': z.strictObject(details),
  'correct-contract': z.strictObject({ ...details, expectedVersion }),
  'close-contract': z
    .strictObject({ ...onContract, plan: voidInput, licenses: onLicenses, titlesSeen })
    .transform(({ plan: { reason }, ...input }) => ({ ...input, reason })),
  'reopen-contract': z.strictObject({ ...onContract, withLicenses: z.boolean() }),
} satisfies { readonly [K in keyof ContractCommands]?: z.ZodType<ContractCommands[K]['input']> };

export type ContractDetailsInput = z.input<typeof contractDetailsInput>;
