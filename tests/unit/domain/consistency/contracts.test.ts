import { describe, expect, it } from 'vitest';
import type { StoredContract } from '../../../../src/domain/consistency/contract-consistency';
import type { ContractChange } from '../../../../src/domain/contract/contract';
import { findingsInContract } from '../../../../src/domain/consistency/contract-consistency';
import { contractDetails } from '../../../builders/command-builders';
import { ID, lines } from './support-stories';

describe('a stored contract', () => {
  const first = contractDetails();
  const second = contractDetails();
  const story: readonly ContractChange[] = [
    { kind: 'contract-recorded', details: first },
    { kind: 'contract-corrected', before: first, after: second },
  ];
  const stored = (parts: Partial<StoredContract> = {}): StoredContract => ({
    ...{ id: ID, version: 2, details: second, history: lines(story) },
    ...{ closing: null, licensesInUse: 0 },
    ...parts,
  });
  const problems = (contract: StoredContract) =>
    findingsInContract(contract).map(({ aggregate, problem }) => `${aggregate} ${problem}`);

  it('whose history leads to its details has no findings', () => {
    expect(findingsInContract(stored())).toEqual([]);
  });

  it('whose versions or details differ from its history is reported', () => {
    expect(problems(stored({ version: 3 }))).toEqual(['contract version-differs']);
    expect(problems(stored({ details: first }))).toEqual(['contract state-differs']);
    expect(problems(stored({ history: lines(story.slice(1)), version: 1 }))).toEqual([
      'contract change-misplaced',
    ]);
    expect(problems(stored({ history: [], version: 1 }))).toEqual([
      'contract version-differs',
      'contract state-differs',
    ]);
  });

  it('that is void has a history of that, and no license in use', () => {
    const closing = { kind: 'void', reason: 'A mistake', licenses: [] } as const;
    const closed = { kind: 'contract-closed', closing } as const;
    const back = { kind: 'contract-reopened', closing, licenses: [] } as const;
    const correction = { kind: 'contract-corrected', before: second, after: first } as const;
    const told = (changes: readonly ContractChange[], parts: Partial<StoredContract> = {}) => {
      const history = lines([...story, ...changes]);
      return problems(stored({ version: history.length, history, ...parts }));
    };

    expect(told([closed], { closing })).toEqual([]);
    expect(told([closed, back, closed], { closing })).toEqual([]);
    expect(told([closed], { closing, licensesInUse: 1 })).toEqual(['contract void-with-licenses']);
    expect(told([], { licensesInUse: 1 })).toEqual([]);
    expect(told([closed])).toEqual(['contract state-differs']);
    expect(told([closed, back], { closing })).toEqual(['contract state-differs']);
    expect(told([closed, closed], { closing })).toEqual(['contract change-misplaced']);
    expect(told([back])).toEqual(['contract change-misplaced']);
    expect(told([closed, correction], { closing, details: first })).toEqual([
      'contract change-misplaced',
    ]);
    const other = { ...closing, reason: 'Another one' };
    expect(told([closed, { ...back, closing: other }])).toEqual(['contract change-misplaced']);
    expect(told([closed], { closing: other })).toEqual(['contract state-differs']);
  });

  it('with details the domain would not have created is reported', () => {
    const details = { ...second, signedOn: '2026-02-30' };
    expect(problems(stored({ details }))).toContain('contract invalid-value');
  });
});
