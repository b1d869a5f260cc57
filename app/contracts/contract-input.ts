import * as z from 'zod';
import { isoDate } from '../../src/domain/values/date-range';
import { notesText, shortText } from '../../src/domain/values/text';
import { checked, commandKey, expectedVersion, identity, typed } from '../domain-input';

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

export const recordContractInput = z.strictObject({
  key: commandKey,
  contractId: identity,
  details: contractDetailsInput,
});
export const correctContractInput = recordContractInput.extend({ expectedVersion });

export type RecordContractInput = z.input<typeof recordContractInput>;
export type CorrectContractInput = z.input<typeof correctContractInput>;
