import { describe, expect, it } from 'vitest';
import type { Cells } from '../../../builders/sheet-builders';
import { contractQuestion } from '../../../../src/domain/import/contract-question';
import { MOVIE, checkOf } from '../../../builders/sheet-builders';

const VOID = { kind: 'void', reason: 'Recorded twice', licenses: [] } as const;

function asked(rows: readonly Cells[], ...references: readonly string[]) {
  const contracts = references.map((reference) => ({
    id: reference,
    studio: 'NORTHLIGHT',
    reference,
    closing: reference.endsWith('void') ? VOID : null,
  }));
  return contractQuestion(checkOf(rows).rows, contracts);
}

describe('the contract that rows leave open', () => {
  it('is asked for when the studio has several or none, about all rows that name none', () => {
    const named = { ...MOVIE, 'AvailTrans/ContractID': 'NL-1' };
    const wrong = { ...MOVIE, 'AvailTrans/End': 'never' };
    expect(asked([MOVIE, named, wrong], 'NL-2', 'NL-1')).toEqual({
      rows: 2,
      references: ['NL-1', 'NL-2'],
    });
    expect(asked([MOVIE])).toEqual({ rows: 1, references: [] });
  });

  it('is the only one of the studio, or none where rows remove rights', () => {
    expect(asked([MOVIE], 'NL-1')).toBeNull();
    expect(asked([MOVIE], 'NL-1', 'NL-2 void')).toBeNull();
    expect(asked([MOVIE], 'NL-2 void')).toEqual({ rows: 1, references: [] });
    expect(asked([{ ...MOVIE, 'Disposition/EntryType': 'Full Delete' }])).toBeNull();
  });
});
