import { expect, it } from 'vitest';
import type { Cells } from '../../builders/avails-row-builders';
import type { components } from '../../api-client/paths';
import { ImportWork } from '../../../src/adapters/jobs/import-work';
import { availsWorkbook } from '../../../src/adapters/avails/workbook-writer';
import { unwatched } from '../../../src/service/watched';
import { aMovieRow } from '../../builders/avails-row-builders';
import { aName } from '../../builders/license-builders';
import { testDatabase } from '../support';
import { ApiDriver, headersFor, newKey, TODAY } from '../support-api';

const database = await testDatabase();
const api = new ApiDriver(database);
const client = await api.client('editor', 'Feeder');
const secret = await api.token('editor', 'Feeder');
const work = new ImportWork(database.records, database.prisma, () => TODAY, unwatched);
const NEVER = new AbortController().signal;

/** Uploads and checks a workbook. @returns its import, with the review's lines */
async function checked(rows: readonly Cells[]) {
  const sent = await api.fetch(
    new Request('http://crms.example/api/v1/imports?fileName=spring.xlsx', {
      method: 'POST',
      headers: {
        ...newKey(),
        authorization: `Bearer ${secret}`,
        'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      },
      body: availsWorkbook(rows) as BodyInit,
    }),
  );
  const { id } = (await sent.json()) as components['schemas']['ImportAccepted'];
  await work.do({ importId: id, work: 'check' }, NEVER);
  const path = { id };
  const { data: review } = await client.GET('/imports/{id}/review', {
    params: { path, query: {} },
  });
  return { id, lines: (review?.items ?? []).map(({ outcome, words }) => `${outcome}: ${words}`) };
}

async function committed(rows: readonly Cells[]) {
  const found = await checked(rows);
  const { id } = found;
  await client.POST('/imports/{id}/commit', {
    params: { path: { id }, header: headersFor(1) },
    body: { mode: 'license' },
  });
  await work.do({ importId: id, work: 'commit' }, NEVER);
  return found;
}

it('a title whose row is a full delete is not available, with the reason, until that is undone', async () => {
  const alid = aName('m').replace(' ', '-');
  const row = aMovieRow(alid);
  await committed([row]);
  const { data: titles } = await client.GET('/content', { params: { query: { q: alid } } });
  const contentId = titles?.items[0]?.id ?? '';
  const inSpring = async () => {
    const { data } = await client.GET('/availability', {
      params: {
        query: {
          ...{ territory: 'US', device: 'tv', rightsType: 'EST', contentId: [contentId] },
          ...{ startsOn: '2027-03-01', endsOn: '2027-04-01' },
        },
      },
    });
    return (data?.items ?? []).flatMap(({ spans }) =>
      spans.map((span) => ('reason' in span ? span.reason : span.answer)),
    );
  };
  expect(await inSpring()).toEqual(['yes']);

  const { id, lines } = await committed([{ ...row, 'Disposition/EntryType': 'Full Delete' }]);
  const reason = 'Deleted by the avails of Northlight (spring.xlsx)';
  expect(lines).toEqual([
    `taken-down: Taken down from 1 Jan 2027 in United States as EST: ${reason}`,
  ]);
  expect(await inSpring()).toEqual([`Taken down from 1 Jan 2027: ${reason}.`]);

  await client.POST('/imports/{id}/undo', { params: { path: { id }, header: headersFor(1) } });
  await work.do({ importId: id, work: 'undo' }, NEVER);
  expect(await inSpring()).toEqual(['yes']);
});
