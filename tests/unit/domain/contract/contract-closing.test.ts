import { describe, expect, it } from 'vitest';
import { Contract, describeContractChange } from '../../../../src/domain/contract/contract';
import {
  ContractNotVoid,
  ContractVoid,
  LicensesInUse,
} from '../../../../src/domain/contract/contract-errors';
import { InvalidText } from '../../../../src/domain/values/text';
import { contractDetails } from '../../../builders/command-builders';
import { anId } from '../../../builders/license-builders';
import { refusalOf } from '../../../builders/refusal';

const REASON = 'Recorded twice';

function stored(closing: Contract['closing'] = null): Contract {
  return Contract.reconstitute(anId(), 3, contractDetails({ reference: 'HAL-7' }), closing);
}

function voided(licenses: readonly string[] = []): Contract {
  return stored({ kind: 'void', reason: REASON, licenses });
}

function licensesNamed(...names: readonly string[]) {
  return names.map((name) => ({ id: anId(), name }));
}

describe('a contract that becomes void', () => {
  it('says why, and which licenses became void with it', () => {
    const [contract, inUse] = [stored(), licensesNamed('Slate')];
    const ids = inUse.map(({ id }) => id);

    contract.close(` ${REASON} `, inUse, ids);

    const closing = { kind: 'void', reason: REASON, licenses: ids };
    expect(contract).toMatchObject({ version: 3, closing });
    expect(contract.change).toEqual({ kind: 'contract-closed', closing });
  });

  it.each([
    [['Slate'], 'The contract HAL-7 has a license that is still in use: Slate. Void it with'],
    [['A', 'B', 'C'], 'has 3 licenses that are still in use: A, B and C. Void them with'],
    [['A', 'B', 'C', 'D', 'E'], 'has 5 licenses that are still in use: A, B, C and 2 more.'],
  ])('is refused while it would leave %j in use', (names, words) => {
    const contract = stored();
    const [agreed, ...left] = licensesNamed('Agreed', ...names);

    const refusal = refusalOf(LicensesInUse, () => {
      contract.close(
        REASON,
        [...(agreed === undefined ? [] : [agreed]), ...left],
        [agreed?.id ?? ''],
      );
    });

    expect(refusal.message).toContain(words);
    expect(refusal.licenses).toEqual(left);
    expect([contract.closing, contract.change]).toEqual([null, null]);
  });

  it.each(['', '  ', '\u202E', 'x'.repeat(501)])('is refused for the reason %j', (reason) => {
    const refusal = refusalOf(InvalidText, () => {
      stored().close(reason, [], []);
    });

    expect(refusal.field).toBe('reason');
  });

  it('does not become so twice, is not edited, and has nothing granted under it', () => {
    const contract = voided();

    for (const act of [
      () => contract.close('Again', [], []),
      () => contract.correct(contractDetails()),
      () => contract.requireInUse(),
    ])
      expect(refusalOf(ContractVoid, act).message).toBe(
        'The contract HAL-7 is void (Voided: Recorded twice). Bring it back first.',
      );
    expect(contract.change).toBeNull();
  });
});

describe('a void contract that comes back', () => {
  it('does so with the licenses that became void with it', () => {
    const [license, other] = [anId(), anId()];
    const contract = voided([license, other]);
    const { closing } = contract;

    expect(contract.reopen(true)).toEqual([license, other]);

    expect(contract.closing).toBeNull();
    expect(contract.change).toEqual({
      ...{ kind: 'contract-reopened', closing, licenses: [license, other] },
    });
    contract.requireInUse();
  });

  it('does so alone', () => {
    const contract = voided([anId()]);

    expect(contract.reopen(false)).toEqual([]);

    expect(contract.change).toMatchObject({ kind: 'contract-reopened', licenses: [] });
  });

  it('is refused when it is not void', () => {
    const refusal = refusalOf(ContractNotVoid, () => stored().reopen(true));

    expect(refusal.message).toContain('HAL-7 is not void');
  });
});

it.each([
  [[], 'Voided: Recorded twice', 'Brought back'],
  [['a'], 'Voided: Recorded twice, with 1 license', 'Brought back, with 1 license'],
  [['a', 'b'], 'Voided: Recorded twice, with 2 licenses', 'Brought back, with 2 licenses'],
])('a closing and its end are told in a line: %j', (licenses, closed, back) => {
  const closing = { kind: 'void', reason: REASON, licenses } as const;
  expect(describeContractChange({ kind: 'contract-closed', closing })).toBe(closed);
  expect(describeContractChange({ kind: 'contract-reopened', closing, licenses })).toBe(back);
});
