import { expect, it } from 'vitest';
import { availsWorkbook } from '../../../src/adapters/avails/workbook-writer';
import { makeLog } from '../../../src/adapters/operations/log';
import { Metrics } from '../../../src/adapters/operations/metrics';
import { observed } from '../../../src/adapters/operations/observed-commands';
import { answering, authorized } from '../../../src/service/commands/execute';
import { Operations } from '../../../src/adapters/operations/operations';
import { aMovieRow } from '../../builders/avails-row-builders';
import { contractDetails } from '../../builders/command-builders';
import { aName, anId } from '../../builders/license-builders';
import { testDatabase } from '../support';
import { ApiDriver, newKey, viewsOn } from '../support-api';
import { ImportDriver } from '../files/support-imports';

const database = await testDatabase();
const imports = new ImportDriver(database);
const written: string[] = [];
const operations = new Operations(
  makeLog(
    { level: 'info', process: 'web' },
    {
      write: (line) => {
        written.push(line);
      },
    },
  ),
  new Metrics(),
);
const api = new ApiDriver(database, {
  execute: answering(
    observed(
      authorized(() => ({ ...database, names: viewsOn(database.prisma) })),
      () => operations,
    ),
    () => viewsOn(database.prisma),
  ),
});
const secret = await api.token('editor', 'Feeder');

/** A log line of a command: kind, key, subject and outcome. */
async function toldOf(method: string, path: string, parts: object, key = anId()) {
  written.length = 0;
  const headers = { ...newKey(key), ...('headers' in parts ? (parts.headers as object) : {}) };
  await api.send(method, path, { secret, ...parts, headers });
  return written.map((line) => {
    const told = JSON.parse(line) as Record<string, unknown>;
    expect(told).toMatchObject({ msg: 'command', key, actor: { name: 'Feeder' } });
    expect(typeof told.ms).toBe('number');
    return [told.kind, told.outcome, told.subject, told.code];
  });
}

it('logs every change of an import or export once, with its key and outcome', async () => {
  const row = aMovieRow(aName('m').replace(' ', '-'));
  const id = await imports.checked([row]);
  const about = { what: 'import', id };
  const { revision, rules } = await imports.view(id);
  const at = (version: number) => ({ headers: { 'if-match': `"${version}"` } });
  const commit = { ...at(revision), body: { mode: 'license' } };

  expect(await toldOf('POST', `/imports/${id}/commit`, { ...commit, ...at(9) })).toEqual([
    ['commit-import', 'refused', about, 'import-moved'],
  ]);
  const key = anId();
  expect(await toldOf('POST', `/imports/${id}/commit`, commit, key)).toEqual([
    ['commit-import', 'accepted', about, undefined],
  ]);
  expect(await toldOf('POST', `/imports/${id}/commit`, commit, key)).toEqual([
    ['commit-import', 'replayed', about, undefined],
  ]);
  await imports.do(id, 'commit');
  expect(await toldOf('POST', `/imports/${id}/undo`, at(revision))).toEqual([
    ['undo-import', 'accepted', about, undefined],
  ]);
  await imports.do(id, 'undo');
  expect(await toldOf('POST', `/imports/${id}/rejected-rows`, {})).toEqual([
    ['export-rejected-rows', 'accepted', about, undefined],
  ]);
  expect(await toldOf('POST', `/imports/${id}/cancel`, {})).toEqual([
    ['cancel-import', 'accepted', about, undefined],
  ]);
  const other = await imports.checked([row]);
  expect(
    await toldOf('PUT', `/imports/${other}/rules`, {
      ...at(1),
      body: { ...rules, devices: ['tv'] },
    }),
  ).toEqual([['change-import-rules', 'accepted', { what: 'import', id: other }, undefined]]);

  const [[kind, outcome, subject] = []] = await toldOf('POST', '/exports', {
    body: { query: {}, format: 'csv' },
  });
  expect([kind, outcome]).toEqual(['make-export', 'accepted']);
  const exportId = (subject as { readonly id: string }).id;
  expect(await toldOf('POST', `/exports/${exportId}/cancel`, {})).toEqual([
    ['cancel-export', 'accepted', { what: 'export', id: exportId }, undefined],
  ]);
});

it('logs an upload', async () => {
  const form = new FormData();
  form.set('file', new File([availsWorkbook([aMovieRow('u1')]) as BlobPart], 'form.xlsx'));
  written.length = 0;
  const sent = await api.fetch(
    new Request('http://crms.example/api/v1/imports', {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, ...newKey() },
      body: form,
    }),
  );
  const { id } = (await sent.json()) as { readonly id: string };

  expect(written.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { kind: 'upload-import', outcome: 'accepted', subject: { what: 'import', id } },
  ]);
});

it('logs a command on an aggregate once, by its kind', async () => {
  const told = await toldOf('POST', '/contracts', { body: contractDetails() });
  expect(told).toEqual([['record-contract', 'accepted', undefined, undefined]]);
});
