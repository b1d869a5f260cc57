import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../../src/adapters/postgres/database';
import { PrismaLicenseViews } from '../../../src/adapters/postgres/license/license-views';
import { PrismaUnitOfWork } from '../../../src/adapters/postgres/prisma-unit-of-work';
import { campaignSize } from '../../builders/effort';
import { thisBuild } from '../../race/build';
import { CuttingProxy } from '../../race/cutting-proxy';
import { Ledger } from '../../race/ledger';
import { perform } from '../../race/requests';
import type { App } from '../../race/standoff';
import { COLLIDING, EVERY_MOVE, moveOf, setScene, setStage } from '../../race/standoff';
import { testDatabase } from '../support';

const times = campaignSize('Lost replies', { usual: 20, full: 500 });

const database = await testDatabase();
const proxy = await CuttingProxy.before(database.url);
const behindProxy = openDatabase(proxy.url, { connections: 4 });
const views = new PrismaLicenseViews(database.prisma);
const direct: App = { build: thisBuild, unitOfWork: database.unitOfWork, views };
const cutOff: App = { ...direct, unitOfWork: new PrismaUnitOfWork(behindProxy.prisma) };
let contractId = '';

beforeAll(async () => {
  contractId = await setStage(direct);
});

// Every cut is announced on the console, rightly; here there are many.
beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue(undefined);
});

afterAll(async () => {
  await behindProxy.close();
  await proxy.close();
});

describe.each(['reply', 'request'] as const)(
  'a connection that is cut at the %s of a write',
  (cut) => {
    it(
      'costs nothing but time: the command finds out by itself what became of it',
      { timeout: 60_000 + times * 1_000 },
      async () => {
        const ledger = new Ledger();
        for (let count = 0; count < times / 2; count += 1) {
          const scene = await setScene(direct, contractId, ledger);
          const move = EVERY_MOVE[count % EVERY_MOVE.length] ?? 'amend';
          const request = moveOf(move, scene, COLLIDING[0]);
          const cutsBefore = proxy.cuts;
          proxy.arm(request.command.key, cut, 1);

          const answer = await perform(thisBuild, cutOff.unitOfWork, request);
          const again = await perform(thisBuild, cutOff.unitOfWork, request);

          ledger.note(request, answer);
          ledger.note(request, again);
          expect(proxy.cuts - cutsBefore).toBe(1);
          expect(answer).toMatchObject({ kind: 'accepted', version: scene.version + 1 });
          expect(again).toEqual({ ...answer, replayed: true });
          // Whoever saw the write go through and lost only its reply repeats an answer, and says so.
          if (cut === 'reply') expect(answer).toMatchObject({ replayed: true });
        }
        expect(await ledger.findings(database.url)).toEqual([]);
      },
    );
  },
);

it('answers that the outcome is unknown while every connection is cut, and with the outcome afterwards', async () => {
  const ledger = new Ledger();
  const scene = await setScene(direct, contractId, ledger);
  const request = moveOf('generate at a window', scene, COLLIDING[0]);
  proxy.arm(request.command.key, 'reply', Infinity);
  const during = await perform(thisBuild, cutOff.unitOfWork, request);
  proxy.arm('', 'reply', 0);
  const afterwards = await perform(thisBuild, cutOff.unitOfWork, request);

  expect(during).toEqual({ kind: 'unknown' });
  expect(afterwards).toMatchObject({
    kind: 'accepted',
    version: scene.version + 1,
    replayed: true,
  });
  ledger.note(request, during);
  ledger.note(request, afterwards);
  expect(await ledger.findings(database.url)).toEqual([]);
});
