import { expect, it } from 'vitest';
import type { BulkPlan } from '../../../src/domain/bulk/bulk-plan';
import { recordContract } from '../../../src/service/contract/contract-service';
import { arrangeTitles } from '../../../src/service/content/arrange-titles';
import type { LicenseAtVersion } from '../../../src/service/license/close-license';
import { changeLicenses, LicensesBlocked } from '../../../src/service/bulk/change-licenses';
import { previewLicensesChange } from '../../../src/service/bulk/preview-licenses-change';
import { undoLicenses } from '../../../src/service/bulk/undo-licenses';
import { ChangedSince } from '../../../src/service/changed-since';
import { Stale } from '../../../src/service/errors';
import { MAX_LICENSES } from '../../../src/service/license/close-license';
import { amendLicense } from '../../../src/service/license/license-service';
import { findingsIn } from '../../race/answer-log';
import { aCommand, contractDetails } from '../../builders/command-builders';
import { someContentDetails } from '../../builders/content-builders';
import { aName, anId, days, price, prices, someDetails } from '../../builders/license-builders';
import { testDatabase } from '../support';
import { offerFor } from '../support-titles';

/* Many licenses are changed by one command: tried, done, told apart in the history, and taken back. */

const LICENSES = 120;
const ALL = { endingFrom: null, name: null };
const spring = offerFor('Spring', days('2026-03-01', '2026-03-31'));
const april = offerFor('April', days('2026-04-01', '2026-04-30'));
/** Runs until the license's last day. */
const last = offerFor('Last', days('2026-12-01', '2026-12-31'));

const PRICE: BulkPlan = {
  ...{ kind: 'change-price', offers: ALL, by: { kind: 'percent', hundredths: 1_000 } },
  rounding: { ending: '99', to: 'up', withoutHundredths: 'refuse' },
};
const shift = (parts: Partial<Extract<BulkPlan, { kind: 'shift' }>> = {}): BulkPlan => ({
  ...{ kind: 'shift', offers: ALL, days: 10, outside: 'refuse', inTheWay: 'refuse' },
  ...parts,
});

const database = await testDatabase();
const { unitOfWork } = database;

const atVersion = (ids: readonly string[], expectedVersion = 1): readonly LicenseAtVersion[] =>
  ids.map((licenseId) => ({ licenseId, expectedVersion }));
const change = (licenses: readonly LicenseAtVersion[], plan: BulkPlan) =>
  changeLicenses({ ...aCommand(), licenses, plan }, unitOfWork);
const preview = async (licenses: readonly LicenseAtVersion[], plan: BulkPlan) =>
  (await previewLicensesChange({ ...aCommand(), licenses, plan, today: '2026-01-01' }, unitOfWork))
    .bulk;
const answered = ({ changed }: Awaited<ReturnType<typeof change>>) =>
  changed.map(({ id, version }) => ({ licenseId: id, expectedVersion: version }));
const undo = (licenses: readonly LicenseAtVersion[]) =>
  undoLicenses({ ...aCommand(), licenses }, unitOfWork);

it.each<[string, BulkPlan, object]>([
  ['prices', PRICE, { name: 'Spring', starts_on: '2026-03-01', price: '599' }],
  ['days', shift({ outside: 'cut' }), { name: 'Spring', starts_on: '2026-03-11', price: '499' }],
  [
    'names of offers',
    { kind: 'rename', what: 'offers', offers: ALL, find: 'Spring', replacement: 'Easter' },
    { name: 'Easter', starts_on: '2026-03-01', price: '499' },
  ],
  [
    'last days',
    { kind: 'extend', lastDay: '2027-06-30' },
    { license_ends_on: '2027-07-01', name: 'Spring' },
  ],
  [
    'names',
    { kind: 'rename', what: 'licenses', find: '', replacement: 'Slate' },
    { license: 'Slate', name: 'Spring' },
  ],
  [
    'the end',
    { kind: 'end', lastDay: '2026-03-10', reason: 'Over' },
    { license_ends_on: '2026-03-11', ends_on: '2026-03-11', name: 'Spring' },
  ],
])('%s of many licenses change by one command, and change back by one', async (_, plan, row) => {
  const { ids, state } = await someLicenses(LICENSES);
  const before = await state();

  const tried = await preview(atVersion(ids), plan);
  expect(tried).toMatchObject({ same: 0, blocked: [], onTiers: 0 });
  expect(tried.changes).toHaveLength(LICENSES);
  expect(await state()).toEqual(before);

  const done = await change(tried.changes, plan);
  expect(done.changed).toHaveLength(LICENSES);
  const first = (await state()).filter(({ starts_on: day }) => day.startsWith('2026-03'));
  expect(first).toHaveLength(LICENSES);
  for (const one of first) expect(one).toMatchObject(row);
  const lines = await linesOf(ids);
  expect(lines.filter(({ version }) => version === 2)).toHaveLength(LICENSES);
  expect(new Set(lines.filter(({ version }) => version === 2).map(({ key }) => key)).size).toBe(1);

  await undo(answered(done));
  expect(await state()).toEqual(before);
  expect(
    new Set((await linesOf(ids)).filter(({ version }) => version === 3).map(({ key }) => key)).size,
  ).toBe(1);
  expect(await findingsIn(database.url)).toEqual([]);
});

it('the dry run names what is blocked by cause, and the rest changes without them', async () => {
  const { ids } = await someLicenses(4);
  const [free = '', tight = '', saved = '', void_ = ''] = ids;
  const { ids: lasting } = await someLicenses(1, [last]);
  await amend(saved, 1);
  await change(atVersion([void_]), { kind: 'end', lastDay: '2026-03-31', reason: 'Over' });
  const licenses = [...atVersion([free, tight, saved, ...lasting]), ...atVersion([void_], 2)];

  const tried = await preview(licenses, shift());

  expect(tried.changes).toEqual(expect.arrayContaining([...atVersion([free, tight])]));
  expect(tried.changes).toHaveLength(2);
  expect(tried.offers).toBe(4);
  const causes = Object.fromEntries(
    tried.blocked.map(({ code, all, named }) => [code, { all, names: named.length }]),
  );
  expect(causes).toEqual({
    stale: { all: atVersion([saved], 2), names: 1 },
    'offer-outside-license': {
      all: expect.arrayContaining([...atVersion(lasting), ...atVersion([void_], 2)]) as unknown,
      names: 2,
    },
  });
  const refusal = await change(atVersion([free, tight, ...lasting]), shift()).catch(
    (error: unknown) => error,
  );
  expect(refusal).toBeInstanceOf(LicensesBlocked);
  expect((refusal as LicensesBlocked).licenses.map(({ id }) => id)).toEqual(lasting);
  expect((await change(tried.changes, shift())).changed).toHaveLength(2);
});

it('a single change between the dry run and the command stops all of it', async () => {
  const { ids, state } = await someLicenses(3);
  const [first = ''] = ids;
  const tried = await preview(atVersion(ids), PRICE);
  await amend(first, 1);
  const before = await state();

  await expect(change(tried.changes, PRICE)).rejects.toThrow(Stale);
  expect(await state()).toEqual(before);
  expect((await linesOf(ids)).filter(({ version }) => version > 1)).toHaveLength(1);
});

it('the same key is answered again, and licenses that do not change keep their version', async () => {
  const { ids } = await someLicenses(2);
  const { ids: lasting } = await someLicenses(1, [last]);
  const plan: BulkPlan = { ...PRICE, offers: { endingFrom: null, name: 'spring' } };
  const command = { ...aCommand(), licenses: atVersion([...ids, ...lasting]), plan };
  const once = await changeLicenses(command, unitOfWork);
  const again = await changeLicenses(command, unitOfWork);

  expect(once.changed.map(({ id }) => id).sort()).toEqual([...ids].sort());
  expect(again).toEqual({ ...once, replayed: true });
  expect(await linesOf(lasting)).toHaveLength(1);
});

it('is not undone when somebody has built on it, and names who it is about', async () => {
  const { ids, state } = await someLicenses(3);
  const [first = ''] = ids;
  const done = await change(atVersion(ids), PRICE);
  await amend(first, 2);
  const before = await state();

  const refusal = await undo(answered(done)).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(ChangedSince);
  expect((refusal as ChangedSince).things.map(({ id }) => id)).toEqual([first]);
  expect(await state()).toEqual(before);
});

it('moves the offers of one title on two licenses together, and stops where only one would move', async () => {
  const { ids } = await someLicenses(2);
  const [us = '', also = ''] = ids;
  // One title has March of one license and April of the other: ten days later both fit, one alone does not.
  await arrangeTitles(
    {
      ...aCommand(),
      titles: [
        {
          ...{ contentId: anId(), expectedVersion: 0, details: someContentDetails(), take: [] },
          give: [
            { licenseId: us, offer: spring },
            { licenseId: also, offer: april },
          ],
        },
      ],
    },
    unitOfWork,
  );
  const alone = await preview(atVersion([us]), shift());
  expect(alone.blocked.map(({ code }) => code)).toEqual(['titles-clash']);
  await expect(change(atVersion([us]), shift())).rejects.toThrow(LicensesBlocked);

  const stopped = await preview([...atVersion([us]), ...atVersion([also], 1)], {
    ...shift({ offers: { endingFrom: null, name: 'Spring' } }),
  });
  expect(stopped.blocked.map(({ code }) => code).sort()).toEqual(['offer-overlap']);

  const done = await change(atVersion([us, also]), shift());
  expect(done.changed).toHaveLength(2);
  await undo(answered(done));
  expect(await findingsIn(database.url)).toEqual([]);
});

it('of more licenses than one command takes says how many it takes, and writes nothing', async () => {
  const ids = Array.from({ length: MAX_LICENSES + 1 }, anId);
  await expect(change(atVersion(ids), PRICE)).rejects.toMatchObject({
    code: 'too-many-licenses',
    message: 'These are 1,001 licenses; at most 1,000 can be changed at once. Narrow the filter.',
  });
  await expect(undo(atVersion(ids, 2))).rejects.toMatchObject({ code: 'too-many-licenses' });
});

it('a price is set in its own currency alone', async () => {
  const { ids, state } = await someLicenses(1, [
    { ...spring, prices: prices('3.49', 'EUR') },
    april,
  ]);
  const set = (name: string | null): BulkPlan => ({
    ...{ kind: 'set-price', offers: { ...ALL, name }, amount: price('9.99') },
  });
  expect((await preview(atVersion(ids), set(null))).blocked).toMatchObject([
    { code: 'other-currency', named: [{ reason: 'Its price is in EUR, not in USD.' }] },
  ]);
  await change(atVersion(ids), set('April'));
  expect((await state()).map((row) => row.price)).toEqual(['349', '999']);
});

async function amend(licenseId: string, expectedVersion: number) {
  const { terms } = someDetails({ terms: { window: days('2026-01-01', '2026-12-31') } });
  const details = {
    name: aName('Amended'),
    notes: 'Changed',
    terms: { ...terms, devices: ['tv', 'mobile', 'computer'] },
  };
  await amendLicense({ ...aCommand(), licenseId, expectedVersion, details }, unitOfWork);
}

/** Licenses of one contract for 2026 with the same offers. */
async function someLicenses(count: number, offers = [spring, april]) {
  const ids = Array.from({ length: count }, anId);
  const licenses = ids.map((licenseId) => ({
    ...{ licenseId, details: someDetails({ terms: { window: days('2026-01-01', '2026-12-31') } }) },
    offers,
  }));
  await recordContract(
    { ...aCommand(), contractId: anId(), details: contractDetails(), licenses },
    unitOfWork,
  );
  const state = () =>
    database.rows<Record<'license' | 'name' | 'starts_on' | 'ends_on' | 'price', string>>(
      `SELECT l.name AS license, l.ends_on::text AS license_ends_on, l.closing, o.name, o.starts_on::text, o.ends_on::text,
         o.prices -> 0 ->> 2 AS price
       FROM licenses l LEFT JOIN offers o ON o.license_id = l.id WHERE l.id = ANY ($1) ORDER BY l.id, o.starts_on`,
      [ids],
    );
  return { ids, state };
}

function linesOf(ids: readonly string[]) {
  return database.rows<{ version: number; key: string }>(
    'SELECT version, command_key::text AS key FROM history WHERE aggregate_id = ANY ($1)',
    [ids],
  );
}
