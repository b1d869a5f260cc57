import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../../src/domain/consistency/answer-consistency';
import { findingsInAnswers } from '../../../../src/domain/consistency/answer-consistency';
import { anId } from '../../../builders/license-builders';
import { ID } from './support-stories';

describe('an acknowledged change', () => {
  const key = anId();
  const told = { key, id: ID, version: 2, kind: 'offers-generated' } as const;
  const problems = (answers: Partial<Answers>, recorded: Parameters<typeof findingsInAnswers>[1]) =>
    findingsInAnswers({ accepted: [], refused: [], ...answers }, recorded).map(
      ({ problem }) => problem,
    );

  it('has no findings when it is stored', () => {
    expect(problems({ accepted: [told], refused: [anId()] }, [told])).toEqual([]);
    expect(problems({ accepted: [{ ...told, kind: null }] }, [told])).toEqual([]);
  });

  it('is missing when it is not stored', () => {
    expect(problems({ accepted: [told] }, [])).toEqual(['acknowledged-missing']);
  });

  it('differs when another change is stored', () => {
    for (const other of [{ id: anId() }, { version: 3 }, { kind: 'offers-withdrawn' }])
      expect(problems({ accepted: [told] }, [{ ...told, ...other }])).toEqual([
        'acknowledged-differs',
      ]);
  });

  it('is repeated when it is stored twice', () => {
    expect(problems({ accepted: [told] }, [told, { ...told, version: 3 }])).toEqual([
      'command-repeated',
    ]);
  });

  it('is present although it was refused', () => {
    expect(problems({ refused: [key] }, [told])).toEqual(['refused-present']);
  });
});
