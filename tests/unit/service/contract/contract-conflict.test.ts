import { describe, expect, it } from 'vitest';
import type { ContractDetails } from '../../../../src/domain/contract/contract';
import { MAX_SINCE } from '../../../../src/service/conflict/conflict';
import { explainContractConflict } from '../../../../src/service/contract/contract-conflict';
import { correctContract, recordContract } from '../../../../src/service/contract/contract-service';
import { NotFound } from '../../../../src/service/errors';
import { InvalidText } from '../../../../src/domain/values/text';
import { aCommand } from '../../../builders/command-builders';
import { anId } from '../../../builders/license-builders';
import { refusalFrom } from '../../../builders/refusal';
import { FakeContractViews } from '../../../fakes/fake-contract-views';
import { ReadableMemory } from '../../../fakes/readable-memory';

const BASE: ContractDetails = {
  studio: 'Halcyon',
  reference: 'HAL-1',
  signedOn: '2025-11-30',
  notes: '',
};

describe('the explanation of a stale correction of a contract', () => {
  it('keeps what only one of the two changed', async () => {
    const given = await givenContract();
    await given.correct({ notes: 'Renewed.' });

    const conflict = await given.explained({ ...BASE, signedOn: '2025-12-01' });

    expect(conflict).toMatchObject({
      kind: 'contract',
      madeAgainst: 1,
      latestVersion: 2,
      sinceTotal: 1,
      since: [{ version: 2, words: 'Edited notes' }],
      verdict: 'legal',
      reason: null,
      dispute: null,
    });
    expect(conflict.ways).toEqual([
      {
        label: 'Halcyon HAL-1',
        change: {
          kind: 'contract-corrected',
          before: { ...BASE, notes: 'Renewed.' },
          after: { ...BASE, notes: 'Renewed.', signedOn: '2025-12-01' },
        },
      },
    ]);
    expect(conflict.rows).toEqual([
      {
        field: 'signedOn',
        label: 'Signed on',
        before: '30 Nov 2025',
        yours: '1 Dec 2025',
        theirs: null,
        result: '1 Dec 2025',
        origin: 'yours',
      },
      {
        field: 'notes',
        label: 'Notes',
        before: '–',
        yours: null,
        theirs: 'Renewed.',
        result: 'Renewed.',
        origin: 'theirs',
      },
    ]);
  });

  it('disputes what both changed to different values, each way', async () => {
    const given = await givenContract();
    await given.correct({ notes: 'Theirs', studio: 'Halcyon Pictures' });

    const { verdict, dispute, rows, ways } = await given.explained({
      ...BASE,
      notes: 'Mine',
      reference: 'HAL-2',
    });

    expect([verdict, ways]).toEqual(['disputed', []]);
    const merged = { ...BASE, studio: 'Halcyon Pictures', reference: 'HAL-2' };
    expect(dispute?.fields).toEqual(['notes']);
    expect(dispute?.yours).toMatchObject({ after: { ...merged, notes: 'Mine' } });
    expect(dispute?.theirs).toMatchObject({ after: { ...merged, notes: 'Theirs' } });
    expect(rows.map(({ field, result, origin }) => [field, result, origin])).toEqual([
      ['studio', 'Halcyon Pictures', 'theirs'],
      ['reference', 'HAL-2', 'yours'],
      ['notes', null, null],
    ]);
  });

  it('is settled when somebody made the same correction, however it is typed', async () => {
    const given = await givenContract();
    await given.correct({ notes: 'Same.' });

    const { verdict, ways } = await given.explained({ ...BASE, notes: ' Same. ' });

    expect([verdict, ways]).toEqual(['settled', []]);
  });

  it('goes back to what the contract said at the version it was made against', async () => {
    const given = await givenContract();
    await given.correct({ notes: 'First' });
    await given.correct({ notes: 'Second' });

    const { verdict, rows } = await given.explained({ ...BASE, notes: 'First' }, 2);

    expect(verdict).toBe('settled');
    expect(rows.map(({ before, theirs }) => [before, theirs])).toEqual([['First', 'Second']]);
  });

  it('carries the newest changes, and counts all of them', async () => {
    const given = await givenContract();
    for (let count = 1; count <= MAX_SINCE + 10; count += 1)
      await given.correct({ notes: `Note ${count}` });

    const { since, sinceTotal } = await given.explained({ ...BASE, studio: 'Mine' });

    expect([since.length, sinceTotal]).toEqual([MAX_SINCE, MAX_SINCE + 10]);
    expect([since[0]?.version, since.at(-1)?.version]).toEqual([12, MAX_SINCE + 11]);
  });

  it('is not to be had for a contract that does not exist, or details that are not valid', async () => {
    const given = await givenContract();
    const views = new FakeContractViews(given.unitOfWork);

    await refusalFrom(
      NotFound,
      explainContractConflict(anId(), 1, { kind: 'correct', details: BASE }, views),
    );
    await refusalFrom(InvalidText, given.explained({ ...BASE, studio: ' ' }));
  });
});

async function givenContract() {
  const [unitOfWork, contractId] = [new ReadableMemory(), anId()];
  await recordContract({ ...aCommand(), contractId, details: BASE }, unitOfWork);
  return {
    unitOfWork,
    correct: (part: Partial<ContractDetails>) => {
      const { version = 0, details = BASE } = unitOfWork.contents.contracts[contractId] ?? {};
      return correctContract(
        { ...aCommand(), contractId, expectedVersion: version, details: { ...details, ...part } },
        unitOfWork,
      );
    },
    explained: (details: ContractDetails, version = 1) =>
      explainContractConflict(
        contractId,
        version,
        { kind: 'correct', details },
        new FakeContractViews(unitOfWork),
      ),
  };
}
