import type { ContractDetails } from '../../src/domain/contract/contract';
import type { Command } from '../../src/service/unit-of-work';
import { actor } from '../../src/domain/people/actor';
import { aName, anId } from './license-builders';

/** The common fields of a command, with a new key unless one is given. */
export function aCommand(parts: Partial<Command> = {}): Command {
  return { key: anId(), actor: actor('Nora'), at: '2026-03-04T05:06:07.000Z', ...parts };
}

export function contractDetails(parts: Partial<ContractDetails> = {}): ContractDetails {
  return {
    studio: aName('Studio'),
    reference: aName('REF'),
    signedOn: '2025-11-30',
    notes: '',
    ...parts,
  };
}
