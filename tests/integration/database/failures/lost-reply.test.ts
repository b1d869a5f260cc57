import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../../../src/adapters/postgres/connection/database';
import { PrismaLicenseViews } from '../../../../src/adapters/postgres/license/license-views';
import { PrismaUnitOfWork } from '../../../../src/adapters/postgres/prisma-unit-of-work';
import { campaignSize } from '../../../builders/effort';
import { thisBuild } from '../../../race/build';
import { CuttingProxy } from '../../../race/faults/cutting-proxy';
import { AnswerLog } from '../../../race/answer-log';
import { perform } from '../../../race/requests';
import type { App } from '../../../race/interleavings/interleaving';
import {
  COLLIDING,
  EVERY_MOVE,
  moveOf,
  makeRaceFixture,
  recordRaceContract,
} from '../../../race/interleavings/interleaving';
import { testDatabase } from '../../support';

const times = campaignSize('Lost replies', { usual: 20, full: 500 });

const database = await testDatabase();
const proxy = await CuttingProxy.before(database.url);
const behindProxy = openDatabase(proxy.url, { connections: 4 });
const views = new PrismaLicenseViews(database.prisma);
const direct: App = { build: thisBuild, unitOfWork: database.unitOfWork, views };
const cutOff: App = { ...direct, unitOfWork: new PrismaUnitOfWork(behindProxy.prisma) };
let contractId = '';

beforeAll(async () => {
  contractId = await recordRaceContract(direct);
});

// Every cut is logged to the console; here there are many.
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
        const answerLog = new AnswerLog();
        for (let count = 0; count < times / 2; count += 1) {
          const fixture = await makeRaceFixture(direct, contractId, answerLog);
          const move = EVERY_MOVE[count % EVERY_MOVE.length] ?? 'amend';
          const request = moveOf(move, fixture, COLLIDING[0]);
          const cutsBefore = proxy.cuts;
          proxy.arm(request.command.key, cut, 1);

          const answer = await perform(thisBuild, cutOff.unitOfWork, request);
          const again = await perform(thisBuild, cutOff.unitOfWork, request);

          answerLog.note(request, answer);
          answerLog.note(request, again);
          expect(proxy.cuts - cutsBefore).toBe(1);
          expect(answer).toMatchObject({ kind: 'accepted', version: fixture.version + 1 });
          expect(again).toEqual({ ...answer, replayed: true });
          // If the write succeeded and only its reply was lost, the answer is marked as replayed.
          // Of several statements in a transaction, the one that names the key is not the last: nothing was written.
          if (cut === 'reply') expect(answer).toMatchObject({ replayed: move !== 'rearrange' });
        }
        expect(await answerLog.findings(database.url)).toEqual([]);
      },
    );
  },
);

it('the outcome is unknown while every connection is cut, and known afterwards', async () => {
  const answerLog = new AnswerLog();
  const fixture = await makeRaceFixture(direct, contractId, answerLog);
  const request = moveOf('generate at a window', fixture, COLLIDING[0]);
  proxy.arm(request.command.key, 'reply', Infinity);
  const during = await perform(thisBuild, cutOff.unitOfWork, request);
  proxy.arm('', 'reply', 0);
  const afterwards = await perform(thisBuild, cutOff.unitOfWork, request);

  expect(during).toEqual({ kind: 'unknown' });
  expect(afterwards).toMatchObject({
    kind: 'accepted',
    version: fixture.version + 1,
    replayed: true,
  });
  answerLog.note(request, during);
  answerLog.note(request, afterwards);
  expect(await answerLog.findings(database.url)).toEqual([]);
});
