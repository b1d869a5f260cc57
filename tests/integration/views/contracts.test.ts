import { expect, it } from 'vitest';
import type { ContractFilter } from '../../../src/service/contract/contract-views';
import { PrismaContractViews } from '../../../src/adapters/postgres/contract/contract-views';
import { closeContract } from '../../../src/service/contract/close-contract';
import { recordContract } from '../../../src/service/contract/contract-service';
import { aCommand, contractDetails } from '../../builders/command-builders';
import { aName, anId } from '../../builders/license-builders';
import { testDatabase } from '../support';

const database = await testDatabase();
const views = new PrismaContractViews(database.prisma);

it('contracts are found by several studios, and each value is counted under the other filters', async () => {
  const [first, second, third] = [aName('Ångström'), aName('Bergman'), aName('Curtiz')];
  const word = aName('ref');
  const record = async (studio: string, reference: string) => {
    const contractId = anId();
    const details = contractDetails({ studio, reference: `${reference} ${word}` });
    await recordContract({ ...aCommand(), contractId, details }, database.unitOfWork);
    return contractId;
  };
  await record(first, 'A-1');
  await record(first, 'A-2');
  await record(second, 'B-1');
  await record(third, 'C-1');
  const over = await record(second, 'B-2');
  await closeContract(
    {
      ...aCommand(),
      ...{ contractId: over, expectedVersion: 1, reason: 'Replaced.' },
    },
    database.unitOfWork,
  );

  const found = async (filter: ContractFilter) => {
    const page = await views.list({ ...filter, today: '2026-06-01', pageSize: 9 });
    expect(page.total).toBe(page.rows.length);
    return page.rows.map(({ reference }) => reference.slice(0, 3));
  };
  const text = word;
  expect(await found({ text })).toEqual(['A-1', 'A-2', 'B-1', 'C-1']);
  expect(await found({ text, studio: [second, first.toUpperCase()] })).toEqual([
    ...['A-1', 'A-2', 'B-1'],
  ]);
  expect(await found({ text, studio: third })).toEqual(['C-1']);
  expect(await found({ text, studio: [aName('Studio')] })).toEqual([]);
  expect(await found({ text, studio: [first, second], closed: 'void' })).toEqual(['B-2']);

  const counts = (of: 'studio' | 'closed', filter: ContractFilter) =>
    views.filterCounts(of, filter);
  const ofStudios = { [first]: 2, [second]: 1, [third]: 1 };
  expect(await counts('studio', { text })).toEqual(ofStudios);
  // A filter narrows the counts of the others, not its own.
  expect(await counts('studio', { text, studio: [third] })).toEqual(ofStudios);
  expect(await counts('studio', { text, closed: 'void' })).toEqual({ [second]: 1 });
  expect(await counts('closed', { text })).toEqual({ void: 1 });
  expect(await counts('closed', { text, studio: [first, second] })).toEqual({ void: 1 });
  expect(await counts('closed', { text, studio: [first] })).toEqual({});
});
