import { expect, expectTypeOf, it } from 'vitest';
import type { StoredChange } from '../../../src/adapters/postgres/stored/stored-changes';
import type { HistoryFilter } from '../../../src/service/history-views';
import { PrismaHistoryViews } from '../../../src/adapters/postgres/history-views';
import { CHANGE_GROUPS } from '../../../src/service/history-views';
import { recordContract } from '../../../src/service/contract/contract-service';
import { generateOffers } from '../../../src/service/license/generate-offers';
import { grantLicense } from '../../../src/service/license/license-service';
import { aCommand, contractDetails } from '../../builders/command-builders';
import { aName, anId, days, someTerms } from '../../builders/license-builders';
import { testDatabase } from '../support';
import { offerFor } from '../support-titles';

const database = await testDatabase();
const { unitOfWork } = database;
const history = new PrismaHistoryViews(database.prisma);

it('the history is narrowed by person, thing, kind of change, studio and days', async () => {
  const [studio, licenseId, contractId] = [aName('Stüdio'), anId(), anId()];
  const [ada, ben] = [
    { id: anId(), name: 'Ada' },
    { id: anId(), name: 'Ben' },
  ];
  const by = (actor: typeof ada, at: string) => aCommand({ actor, at });
  await recordContract(
    { ...by(ada, '2026-03-01T00:00:00.000Z'), contractId, details: contractDetails({ studio }) },
    unitOfWork,
  );
  const details = {
    name: aName('License'),
    notes: '',
    terms: someTerms({ devices: ['tv', 'mobile'] }),
  };
  await grantLicense(
    { ...by(ben, '2026-03-02T23:59:59.999Z'), licenseId, contractId, details },
    unitOfWork,
  );
  const { startsOn } = details.terms.window;
  const plan = { kind: 'at', offers: [offerFor('Spring', days(startsOn, startsOn))] } as const;
  await generateOffers(
    { ...by(ada, '2026-03-03T00:00:00.000Z'), licenseId, expectedVersion: 1, plan },
    unitOfWork,
  );

  const found = async (filter: HistoryFilter) => {
    const { entries } = await history.history({ filter: { studio, ...filter }, pageSize: 9 });
    return entries.map(({ aggregate, version }) => `${aggregate} ${version}`);
  };
  const [contract, granted, generated] = ['contract 1', 'license 1', 'license 2'];
  expect(await found({})).toEqual([generated, granted, contract]);
  expect(await found({ studio: studio.toUpperCase() })).toEqual([generated, granted, contract]);
  expect(await found({ studio: aName('Studio') })).toEqual([]);
  expect(await found({ actorId: ada.id })).toEqual([generated, contract]);
  expect(await found({ aggregate: 'contract' })).toEqual([contract]);
  expect(await found({ group: 'offers' })).toEqual([generated]);
  expect(await found({ group: 'recorded' })).toEqual([granted, contract]);
  // One of several values is enough.
  expect(await found({ group: ['recorded', 'offers'] })).toEqual([generated, granted, contract]);
  expect(await found({ group: ['offers', 'takedowns'] })).toEqual([generated]);
  expect(await found({ actorId: [ada.id, ben.id] })).toEqual([generated, granted, contract]);
  expect(await found({ actorId: [ben.id, anId()] })).toEqual([granted]);
  expect(await found({ aggregate: ['contract', 'content'] })).toEqual([contract]);
  expect(await found({ aggregate: ['license', 'contract'], actorId: [ada.id] })).toEqual([
    ...[generated, contract],
  ]);
  expect(await found({ studio: [aName('Studio'), studio] })).toEqual([
    ...[generated, granted, contract],
  ]);
  expect(await found({ from: '2026-03-02', to: '2026-03-02' })).toEqual([granted]);
  expect(await found({ from: '2026-03-03' })).toEqual([generated]);
  expect(await found({ to: '2026-03-01', actorId: ben.id })).toEqual([]);

  // A page of a narrowed history goes on where it ended.
  const first = await history.history({ filter: { studio, actorId: ada.id }, pageSize: 1 });
  const rest = await history.history({
    ...{ filter: { studio, actorId: ada.id }, cursor: first.next ?? '', pageSize: 1 },
  });
  expect(rest.entries.map(({ aggregate }) => aggregate)).toEqual(['contract']);
});

it('every kind of change is in one group', () => {
  const kinds: readonly string[] = Object.values(CHANGE_GROUPS).flat();
  expect(new Set(kinds).size).toBe(kinds.length);
  expectTypeOf<StoredChange['kind']>().toEqualTypeOf<
    (typeof CHANGE_GROUPS)[keyof typeof CHANGE_GROUPS][number]
  >();
});
