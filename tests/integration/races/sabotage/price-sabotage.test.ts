import { afterEach, expect, it } from 'vitest';
import { anId } from '../../../builders/license-builders';
import { anEdit } from '../../../builders/price-table-builders';
import { AnswerLog } from '../../../race/answer-log';
import type { App } from '../../../race/interleavings/interleaving';
import { inOrder } from '../../../race/interleavings/interleaving';
import type { Answer, Request } from '../../../race/requests';
import { newCommand, perform } from '../../../race/requests';
import type { Sabotage } from '../../../race/faults/sabotage';
import { SabotagedApps } from '../../../race/faults/sabotaged-app';
import { testDatabase } from '../../support';

// As in sabotage.test.ts: a check that passes with a safeguard of price tables must fail without it.

/** The optimistic lock of price tables. */
const NO_PRICE_VERSION: Sabotage = {
  file: 'adapters/postgres/price-table/price-table-repository.ts',
  remove: 'WHERE id = ${table.id}::uuid AND version = ${table.version} RETURNING',
  insert: 'WHERE id = ${table.id}::uuid RETURNING',
};
/** A price that is given a second time replaces nothing. */
const NO_OTHER_PRICE: Sabotage = {
  file: 'adapters/postgres/price-table/price-rows.ts',
  remove: 'DO UPDATE SET amount = excluded.amount, says = excluded.says',
  insert: 'DO NOTHING',
};

const [locked, stuck] = [await testDatabase(), await testDatabase()];
const apps = new SabotagedApps();
afterEach(() => apps.close());

it('without the version check, two changes of one cell get one version, which the consistency check detects', async () => {
  const whole = await changedTwice(await apps.open(locked));
  expect(whole.answers).toMatchObject([{ kind: 'accepted', version: 2 }, { code: 'stale' }]);
  expect(await whole.answerLog.findings(locked.url)).toEqual([]);

  const sabotaged = await changedTwice(await apps.open(locked, [NO_PRICE_VERSION]));
  expect(sabotaged.answers).toMatchObject([
    { kind: 'accepted', version: 2 },
    { kind: 'accepted', version: 2 },
  ]);
  const findings = (await sabotaged.answerLog.findings(locked.url)).join('\n');
  expect(findings).toContain('acknowledged-differs');
  expect(findings).toContain('change-misplaced');
});

it('without a change of what a cell says, the consistency check detects that it is not what history says', async () => {
  const { answers, answerLog } = await changedTwice(await apps.open(stuck, [NO_OTHER_PRICE]));
  expect(answers).toMatchObject([{ kind: 'accepted', version: 2 }, { code: 'stale' }]);
  expect((await answerLog.findings(stuck.url)).join('\n')).toContain('state-differs');
});

/** Two people change one cell of a price table: both read and decide, then they write one after the other. */
async function changedTwice(
  app: App,
): Promise<{ answers: readonly Answer[]; answerLog: AnswerLog }> {
  const answerLog = new AnswerLog();
  const priceTableId = anId();
  const recording: Request = {
    kind: 'record prices',
    command: { ...newCommand(), priceTableId, studio: priceTableId, prices: [anEdit()] },
  };
  answerLog.note(recording, await perform(app.build, app.unitOfWork, recording));
  const change = (price: number): Request => ({
    kind: 'change prices',
    command: { ...newCommand(), priceTableId, expectedVersion: 1, prices: [anEdit({ price })] },
  });
  const requests = [change(1), change(2)] as const;
  const answers = await inOrder(app, requests, [0, 1, 0, 1]);
  requests.forEach((request, index) => answerLog.note(request, answers[index] ?? { kind: 'busy' }));
  return { answers, answerLog };
}
