import { describe, expect, it } from 'vitest';
import { PrismaFindViews } from '../../../../src/adapters/postgres/find-views';
import { closeLicense } from '../../../../src/service/license/close-license';
import { aCommand, contractDetails } from '../../../builders/command-builders';
import { anId, anOfferData } from '../../../builders/license-builders';
import { recordContract } from '../../../../src/service/contract/contract-service';
import { testDatabase } from '../../support';
import { SeedData } from '../../support-titles';

const database = await testDatabase();
const seed = new SeedData(database.unitOfWork);
const views = new PrismaFindViews(database.prisma);

async function find(text: string, { most = 10, withPeople = true } = {}) {
  return views.find({ text, most, withPeople });
}

async function namesFound(text: string, most?: number): Promise<string[]> {
  const { licenses } = await find(text, most === undefined ? {} : { most });
  return licenses.rows.map(({ name }) => name);
}

describe('licenses are found', () => {
  it('best first: what begins with the text, then where a word does, then where it stands inside', async () => {
    for (const name of ['Zoetrope', 'Old zoetrope', 'Ozoetropes', 'Zoetrope again'])
      await seed.license({ name, studio: 'Wheel', offers: [anOfferData()] });

    expect(await namesFound('zoetrop')).toEqual([
      ...['Zoetrope', 'Zoetrope again'],
      ...['Old zoetrope', 'Ozoetropes'],
    ]);
    expect(await namesFound('ZOETROPE old')).toEqual(['Old zoetrope']);
  });

  it('up to a number, with how many there are', async () => {
    for (const number of [1, 2, 3])
      await seed.license({ name: `Kinora ${number}`, offers: [anOfferData()] });

    const { licenses } = await find('kinora', { most: 2 });
    expect(licenses.total).toBe(3);
    expect(licenses.rows).toHaveLength(2);
    expect(licenses.rows[0]).toMatchObject({
      ...{ name: 'Kinora 1', rightsType: 'TVOD', territories: ['CA', 'US'] },
    });
  });

  it('by part of their studio, and not while void', async () => {
    const licenseId = await seed.license({
      name: 'One',
      studio: 'Mutoscope',
      offers: [anOfferData()],
    });
    expect(await namesFound('utosc')).toEqual(['One']);

    await closeLicense(
      {
        ...aCommand(),
        licenseId,
        expectedVersion: 2,
        plan: { kind: 'void', reason: 'Granted twice' },
      },
      database.unitOfWork,
    );
    expect(await namesFound('utosc')).toEqual([]);
  });

  it('by signs that mean something in a pattern', async () => {
    await seed.license({ name: '100% sure_thing', offers: [anOfferData()] });
    expect(await namesFound('0% s')).toEqual(['100% sure_thing']);
    expect(await namesFound('sure_')).toEqual(['100% sure_thing']);
    expect(await namesFound('1_0%')).toEqual([]);
  });
});

it('contracts are found by their reference and their studio', async () => {
  const details = contractDetails({ studio: 'Praxinoscope', reference: 'PRX-2026-7' });
  await recordContract({ ...aCommand(), contractId: anId(), details }, database.unitOfWork);

  for (const text of ['prx-2026', 'praxino']) {
    const { contracts } = await find(text);
    expect(contracts.rows.map(({ reference }) => reference)).toEqual(['PRX-2026-7']);
  }
});

it('people are found by name and address, only for those who may know, and not when deactivated', async () => {
  await database.rows(
    `INSERT INTO people (id, name, email, email_verified, role, deactivated_at) VALUES
      ($1::uuid, 'Ada Reel', 'ada@reel.example', true, 'editor', NULL),
      ($2::uuid, 'Ben Reel', 'ben@reel.example', true, 'viewer', now())`,
    [anId(), anId()],
  );

  const { people } = await find('reel');
  expect(people.rows.map(({ name }) => name)).toEqual(['Ada Reel']);
  expect((await find('ada@re')).people.total).toBe(1);
  expect((await find('reel', { withPeople: false })).people.rows).toEqual([]);
});

it('nothing is found by no word', async () => {
  expect(await find('  ')).toEqual({
    licenses: { rows: [], total: 0 },
    contracts: { rows: [], total: 0 },
    people: { rows: [], total: 0 },
  });
});
