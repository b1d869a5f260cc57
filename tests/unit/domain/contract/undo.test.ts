import { describe, expect, it } from 'vitest';
import type { ContractChange } from '../../../../src/domain/contract/contract';
import {
  inverseContractChange,
  standingContractChanges,
} from '../../../../src/domain/contract/undo';

const details = { studio: 'Halcyon', reference: 'H-1', signedOn: '2026-01-01', notes: '' };
const recorded: ContractChange = { kind: 'contract-recorded', details };
const edited: ContractChange = {
  kind: 'contract-corrected',
  before: details,
  after: { ...details, notes: 'Signed in Berlin' },
};
const renamed: ContractChange = {
  kind: 'contract-corrected',
  before: edited.after,
  after: { ...edited.after, studio: 'Halcyon Pictures' },
};
const closing = { kind: 'void', reason: 'Recorded twice', licenses: ['a', 'b'] } as const;
const closed: ContractChange = { kind: 'contract-closed', closing };

/** The versions of the changes in effect. */
function standing(...changes: ContractChange[]): number[] {
  const story = changes.map((change, index) => ({ version: index + 1, change }));
  return standingContractChanges(story).map(({ version }) => version);
}

function undo(change: ContractChange): ContractChange {
  const back = inverseContractChange(change);
  if (back === null) throw new Error('No command takes it back.');
  return back;
}

describe('the changes of a contract in effect', () => {
  it('exclude what was taken back, step by step, and the steps that did it', () => {
    const story = [recorded, edited, renamed, closed];

    expect(standing(...story)).toEqual([1, 2, 3, 4]);
    expect(standing(...story, undo(closed))).toEqual([1, 2, 3]);
    expect(standing(...story, undo(closed), undo(renamed))).toEqual([1, 2]);
    expect(standing(...story, undo(closed), undo(renamed), undo(edited))).toEqual([1]);
    expect(standing(recorded, edited, undo(edited), edited)).toEqual([1, 4]);
  });

  it('include a correction of something else, and a return without its licenses', () => {
    const other: ContractChange = { ...renamed, before: edited.after, after: edited.after };

    expect(standing(recorded, edited, other)).toEqual([1, 2, 3]);
    expect(
      standing(recorded, closed, { kind: 'contract-reopened', closing, licenses: [] }),
    ).toEqual([1, 2, 3]);
  });

  it('know nothing that takes back the record or a return', () => {
    expect(inverseContractChange(recorded)).toBeNull();
    expect(inverseContractChange(undo(closed))).toBeNull();
  });
});
