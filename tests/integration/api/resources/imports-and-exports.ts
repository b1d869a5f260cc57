import { describe, expect, it } from 'vitest';
import { ExportWork } from '../../../../src/adapters/jobs/export-work';
import { ImportWork } from '../../../../src/adapters/jobs/import-work';
import { availsWorkbook } from '../../../../src/adapters/avails/workbook-writer';
import { unwatched } from '../../../../src/service/watched';
import { aMovieRow } from '../../../builders/avails-row-builders';
import { anId } from '../../../builders/license-builders';
import { newKey, TODAY } from '../../support-api';
import type { Schemas } from './resources';
import { NEVER, XLSX, there, on, movie } from './resources';
import type { Resources } from './resources';
import type { TestDatabase } from '../../support';

/** What programs do with imports and exports. */
export function importsAndExportsSuite(
  { api, client, viewer, secret, aLicense, aTitle }: Resources,
  database: TestDatabase,
): void {
  describe('imports and exports', () => {
    const work = new ImportWork(database.records, database.prisma, () => TODAY, unwatched);
    const upload = (bytes: Uint8Array, key: string, headers: Record<string, string> = {}) =>
      api.fetch(
        new Request('http://crms.example/api/v1/imports?fileName=spring.xlsx', {
          method: 'POST',
          headers: {
            authorization: `Bearer ${secret}`,
            'content-type': XLSX,
            ...newKey(key),
            ...headers,
          },
          body: bytes as BodyInit,
        }),
      );

    it('accept a workbook once, check it by rules, commit and undo it', async () => {
      const bytes = availsWorkbook([
        aMovieRow('m1'),
        aMovieRow('m2', { 'AvailTrans/Start': 'soon' }),
      ]);
      const key = anId();
      const answers = [await upload(bytes, key), await upload(bytes, key)];
      expect(answers.map(({ status }) => status)).toEqual([202, 202]);
      const [{ id }, again] = (await Promise.all(answers.map((answer) => answer.json()))) as [
        Schemas['ImportAccepted'],
        Schemas['ImportAccepted'],
      ];
      expect(again.id).toBe(id);
      expect(answers[1]?.headers.get('idempotency-replayed')).toBe('true');
      const other = await upload(availsWorkbook([aMovieRow('m3')]), key);
      expect(await other.json()).toMatchObject({ status: 422, code: 'key-reused' });

      await work.do({ importId: id, work: 'check' }, NEVER);
      const path = { id };
      const ready = await viewer.GET('/imports/{id}', { params: { path } });
      expect(there(ready)).toMatchObject({ state: 'ready', revision: 1, rejected: 1, rows: 2 });
      expect(ready.response.headers.get('etag')).toBe('"1"');
      const problems = there(await viewer.GET('/imports/{id}/problems', { params: { path } }));
      expect(problems.items[0]).toMatchObject({ severity: 'error', count: 1 });

      const rules = { ...there(ready).rules, devices: ['tv' as const] };
      const stale = await client.PUT('/imports/{id}/rules', { ...on(id, 7), body: rules });
      expect(stale.error).toMatchObject({ status: 412, code: 'import-moved', latestVersion: 1 });
      const changed = await client.PUT('/imports/{id}/rules', { ...on(id, 1), body: rules });
      expect(there(changed)).toEqual({ id, revision: 2 });
      const early = await client.POST('/imports/{id}/commit', {
        ...on(id, 2),
        body: { mode: 'file' },
      });
      expect(early.error).toMatchObject({ status: 409, code: 'import-moved' });
      await work.do({ importId: id, work: 'check' }, NEVER);

      const review = there(
        await viewer.GET('/imports/{id}/review', { params: { path, query: { what: 'title' } } }),
      );
      expect(review.items).toMatchObject([{ name: 'Movie m1', outcome: 'created', change: 0 }]);
      const leaveOut = (change: number, isLeftOut: boolean) =>
        client.POST('/imports/{id}/left-out', { ...on(id, 2), body: { change, isLeftOut } });
      expect((await leaveOut(7, true)).error).toMatchObject({ code: 'not-to-be-left-out' });
      expect(there(await leaveOut(0, true))).toEqual({ id, revision: 2 });
      const without = there(await viewer.GET('/imports/{id}', { params: { path } }));
      expect(without).toMatchObject({ applicable: 0, leftOutChanges: 1 });
      expect(there(await leaveOut(0, false))).toEqual({ id, revision: 2 });
      const { revision } = there(await viewer.GET('/imports/{id}', { params: { path } }));
      const commit = { ...on(id, revision), body: { mode: 'license' as const } };
      expect((await client.POST('/imports/{id}/commit', commit)).response.status).toBe(202);
      const repeated = await client.POST('/imports/{id}/commit', commit);
      expect(repeated.response.headers.get('idempotency-replayed')).toBe('true');
      await work.do({ importId: id, work: 'commit' }, NEVER);
      const committed = there(await viewer.GET('/imports/{id}', { params: { path } }));
      expect(committed).toMatchObject({ state: 'committed', settledBy: 'Feeder' });

      const rows = await client.POST('/imports/{id}/rejected-rows', {
        params: { path, header: newKey() },
      });
      expect(there(rows).exportId).toMatch(/^[\da-f-]{36}$/);
      expect(there(await client.POST('/imports/{id}/undo', on(id, revision)))).toMatchObject({
        id,
      });
      await work.do({ importId: id, work: 'undo' }, NEVER);
      const cancelled = await client.POST('/imports/{id}/cancel', {
        params: { path, header: newKey() },
      });
      expect(cancelled.response.status).toBe(202);
      const list = there(await viewer.GET('/imports', {}));
      expect(list.items).toMatchObject([{ id, state: 'undone', fileName: 'spring.xlsx' }]);
    });

    it('accept a form, but no other type, no other file and no larger file', async () => {
      const form = new FormData();
      form.set('file', new File([availsWorkbook([aMovieRow('f1')]) as BlobPart], 'form.xlsx'));
      const sent = await api.fetch(
        new Request('http://crms.example/api/v1/imports', {
          method: 'POST',
          headers: { authorization: `Bearer ${secret}`, ...newKey() },
          body: form,
        }),
      );
      expect(sent.status).toBe(202);
      const csv = await upload(new TextEncoder().encode('a,b'), anId());
      expect(await csv.json()).toMatchObject({ status: 422, code: 'not-a-workbook' });
      const typed = await upload(new Uint8Array([1]), anId(), { 'content-type': 'text/csv' });
      expect(await typed.json()).toMatchObject({ status: 415 });
      const large = await upload(new Uint8Array(5_300_000), anId());
      expect(await large.json()).toMatchObject({ status: 413 });
      const somewhat = await upload(new Uint8Array(5 * 1024 * 1024 + 1), anId());
      expect(await somewhat.json()).toMatchObject({ status: 413, code: 'file-too-large' });
    });

    it('return exported files', async () => {
      const { id: licenseId, offers } = await aLicense();
      await aTitle(licenseId, offers[0], movie('Quiet Harbor'));
      const header = newKey();
      const order = (format: 'xlsx' | 'csv') =>
        client.POST('/exports', {
          params: { header },
          body: { query: { licenseIds: [licenseId] }, format },
        });
      const { id } = there(await order('csv'));
      expect((await order('csv')).response.headers.get('idempotency-replayed')).toBe('true');
      expect((await order('xlsx')).error).toMatchObject({ status: 422, code: 'key-reused' });
      const path = { id };
      expect((await viewer.GET('/exports/{id}/file', { params: { path } })).response.status).toBe(
        404,
      );
      await new ExportWork(database.records, database, () => database.url, unwatched).do(
        { exportId: id },
        NEVER,
      );

      const made = there(await viewer.GET('/exports/{id}', { params: { path } }));
      expect(made).toMatchObject({
        state: 'done',
        words: 'License Spring',
        // Its two territories share a row.
        rows: 1,
        madeBy: 'Feeder',
      });
      there(
        await client.POST('/licenses/{id}/end', {
          ...on(licenseId, 2),
          body: { lastDay: '2026-03-31', reason: 'Terminated' },
        }),
      );
      const later = await client.POST('/exports', {
        params: { header: newKey() },
        body: { query: { licenseIds: [licenseId] }, format: 'csv' },
      });
      const { id: laterId } = there(later);
      const ended = await viewer.GET('/exports/{id}', { params: { path: { id: laterId } } });
      expect(there(ended).words).toBe('License Spring (ended)');
      const file = await api.send('GET', `/exports/${id}/file`, { secret });
      expect(await file.text()).toContain('Quiet Harbor');
      expect(file.headers.get('content-disposition')).toContain('.csv');
      const cancelled = await client.POST('/exports/{id}/cancel', {
        params: { path, header: newKey() },
      });
      expect(cancelled.response.status).toBe(202);
      expect(there(await viewer.GET('/exports', {})).total).toBeGreaterThan(0);
    });

    it('are written by the profile of a receiver', async () => {
      const body = { name: 'Tern Street', style: { endDates: 'last-second' as const } };
      const saved = there(
        await client.POST('/export-profiles', { params: { header: newKey() }, body }),
      );
      expect(there(await viewer.GET('/export-profiles', {})).items).toMatchObject([body]);
      const params = { path: { id: saved.id }, header: newKey() };
      const removed = await client.POST('/export-profiles/{id}/remove', { params });
      expect(removed.response.status).toBe(202);
    });
  });
}
