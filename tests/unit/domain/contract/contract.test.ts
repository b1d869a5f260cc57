import { describe, expect, it } from 'vitest';
import type { ContractDetails } from '../../../../src/domain/contract/contract';
import { actor } from '../../../../src/domain/people/actor';
import { Contract, describeContractChange } from '../../../../src/domain/contract/contract';
import { InvalidDate } from '../../../../src/domain/values/date-range';
import { InvalidText } from '../../../../src/domain/values/text';
import { contractDetails } from '../../../builders/command-builders';
import { anId } from '../../../builders/license-builders';
import { refusalOf } from '../../../builders/refusal';

describe('a contract', () => {
  it('begins with its recording as its change, at version 0', () => {
    const details = contractDetails();

    const contract = Contract.record(anId(), details);

    expect(contract).toMatchObject({ version: 0, change: { kind: 'contract-recorded', details } });
  });

  it('records the details before and after an edit', () => {
    const [before, after] = [contractDetails(), contractDetails()];
    const contract = Contract.reconstitute(anId(), 3, before, null);

    contract.correct(after);

    expect(contract).toMatchObject({
      version: 3,
      details: after,
      change: { kind: 'contract-corrected', before, after },
    });
  });

  it('is not changed by an edit without differences', () => {
    const details = contractDetails();
    const contract = Contract.reconstitute(anId(), 3, details, null);

    contract.correct({ ...details, studio: ` ${details.studio} ` });

    expect(contract.change).toBeNull();
  });

  it.each(['studio', 'reference', 'notes'])('is refused with an invalid text: %s', (field) => {
    const details = contractDetails({ [field]: '\u202E' });

    expect(refusalOf(InvalidText, () => Contract.record(anId(), details)).field).toBe(field);
  });

  it.each(['studio', 'reference'])('requires a %s', (field) => {
    const details = contractDetails({ [field]: ' ' });

    expect(() => Contract.record(anId(), details)).toThrow(InvalidText);
  });

  it('has a signing date that exists', () => {
    const details = contractDetails({ signedOn: '2026-02-30' });

    expect(() => Contract.record(anId(), details)).toThrow(InvalidDate);
  });

  it('stays as it is when an edit is refused', () => {
    const details = contractDetails();
    const contract = Contract.reconstitute(anId(), 3, details, null);

    expect(() => contract.correct({ ...details, studio: '' })).toThrow(InvalidText);
    expect(contract).toMatchObject({ details, change: null });
  });
});

describe('the description of a contract’s change', () => {
  const before: ContractDetails = {
    studio: 'DISNEY',
    reference: 'D-1',
    signedOn: '2019-01-01',
    notes: '',
  };

  it('has the recorded contract', () => {
    const words = describeContractChange({ kind: 'contract-recorded', details: before });

    expect(words).toBe('Contract D-1 with DISNEY recorded');
  });

  it('has the edited fields', () => {
    const after = { ...before, signedOn: '2019-01-02', notes: 'x' };

    const words = describeContractChange({ kind: 'contract-corrected', before, after });

    expect(words).toBe('Edited signed on, notes');
  });
});

describe('an actor', () => {
  it('has a normalized name', () => {
    expect(actor('  Nora ').name).toBe('Nora');
  });

  it.each(['', ' ', 'a\nb', 'x'.repeat(121)])('is not known by “%s”', (name) => {
    expect(refusalOf(InvalidText, () => actor(name)).field).toBe('name');
  });
});
