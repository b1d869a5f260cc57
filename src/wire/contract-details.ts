import * as z from 'zod';
import type {
  ContractDetails as ContractDetailsData,
  ProposedContractChange,
} from '../domain/contract/contract';
import { ContractClosing } from './license/closing';
import { Id } from './identity';
import { line, Notes } from './text';
import { Day } from './window';

/** The parts of a contract's details. */
export const contractParts = {
  studio: line('A studio’s name', 'studio'),
  reference: line('A reference number', 'reference'),
  signedOn: Day,
  notes: Notes,
};

export const ContractDetails = z
  .strictObject(contractParts)
  .meta({ id: 'ContractDetails' }) satisfies z.ZodType<ContractDetailsData, ContractDetailsData>;

/** What happens to a contract: what a conflict proposes. */
export const ContractChange = z
  .discriminatedUnion('kind', [
    z
      .strictObject({
        kind: z.literal('contract-corrected'),
        before: ContractDetails,
        after: ContractDetails,
      })
      .meta({ id: 'ContractCorrected' }),
    z
      .strictObject({ kind: z.literal('contract-closed'), closing: ContractClosing })
      .meta({ id: 'ContractClosed' }),
    z
      .strictObject({
        kind: z.literal('contract-reopened'),
        closing: ContractClosing,
        licenses: z
          .array(Id)
          .readonly()
          .meta({ description: 'The licenses that came back with it.' }),
      })
      .meta({ id: 'ContractReopened' }),
  ])
  .meta({ id: 'ContractChange' }) satisfies z.ZodType<
  ProposedContractChange,
  ProposedContractChange
>;
