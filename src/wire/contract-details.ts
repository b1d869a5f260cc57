import * as z from 'zod';
import type {
  ContractCorrection,
  ContractDetails as ContractDetailsData,
} from '../domain/contract/contract';
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
export const ContractCorrected = z
  .strictObject({
    kind: z.literal('contract-corrected'),
    before: ContractDetails,
    after: ContractDetails,
  })
  .meta({ id: 'ContractCorrected' }) satisfies z.ZodType<ContractCorrection, ContractCorrection>;
