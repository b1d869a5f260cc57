import { afterEach, describe, expect, it } from 'vitest';
import type { components } from '../../api-client/paths';
import { availsWorkbook } from '../../../src/adapters/avails/workbook-writer';
import { aMovieRow } from '../../builders/avails-row-builders';
import { contractDetails } from '../../builders/command-builders';
import { aName, anId } from '../../builders/license-builders';
import { testDatabase } from '../support';
import { ApiDriver, headersFor, newKey } from '../support-api';
import { ImportDriver } from '../files/support-imports';

type Schemas = components['schemas'];

const database = await testDatabase();
const api = new ApiDriver(database);
const imports = new ImportDriver(database);
const client = await api.client('editor', 'Feeder');
const secret = await api.token('editor', 'Feeder');
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

afterEach(async () => {
  expect(await imports.findings()).toEqual([]);
});

interface Request {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A request, and another request with the same key. */
interface Pair {
  readonly request: Request;
  readonly other: Request;
}

function post(path: string, body?: unknown, revision?: number): Request {
  const headers = revision === undefined ? {} : { 'if-match': `"${revision}"` };
  return { method: 'POST', path, headers, ...(body === undefined ? {} : { body }) };
}

const put = (path: string, body: unknown, revision: number) => ({
  ...post(path, body, revision),
  method: 'PUT',
});

const upload = (bytes: Uint8Array, fileName = 'spring.xlsx'): Request => ({
  ...post(`/imports?fileName=${fileName}`, bytes),
  headers: { 'content-type': XLSX },
});

function send({ method, path, headers, body }: Request, key: string, by = secret) {
  return api.fetch(
    new Request(`http://crms.example/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${by}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...newKey(key),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body) }),
    }),
  );
}

async function told(answer: Response) {
  const { status, headers } = answer;
  const replayed = headers.get('idempotency-replayed');
  return { status, replayed, etag: headers.get('etag'), body: await answer.text() };
}

const aRow = () => aMovieRow(aName('m').replace(' ', '-'));
const aFile = () => availsWorkbook([aRow()]);

/** An import of the token that is ready to be committed. */
async function aReview() {
  const id = await imports.checked([aRow(), { ...aRow(), 'AvailTrans/Start': 'soon' }]);
  const { revision, rules } = await imports.view(id);
  return { id, revision, rules };
}

async function aCommitted() {
  const review = await aReview();
  await imports.committed(review.id);
  return review;
}

async function anExport(): Promise<string> {
  const answer = await client.POST('/exports', {
    params: { header: newKey() },
    body: { query: {}, format: 'csv' },
  });
  return answer.data?.id ?? '';
}

const jobs = () => database.rows(`SELECT id FROM jobs.job ORDER BY id`);

const PAIRS: Record<string, () => Promise<Pair>> = {
  'an upload, and another file': async () => ({ request: upload(aFile()), other: upload(aFile()) }),
  'an upload, and another name': async () => {
    const file = aFile();
    return { request: upload(file), other: upload(file, 'summer.xlsx') };
  },
  'other rules, and others again': async () => {
    const { id, revision, rules } = await aReview();
    const path = `/imports/${id}/rules`;
    return {
      request: put(path, { ...rules, devices: ['tv'] }, revision),
      other: put(path, { ...rules, devices: ['mobile'] }, revision),
    };
  },
  'a commit, and one of the whole file': async () => {
    const { id, revision } = await aReview();
    const commit = (mode: string) => post(`/imports/${id}/commit`, { mode }, revision);
    return { request: commit('license'), other: commit('file') };
  },
  'a commit, and one of another revision': async () => {
    const { id, revision } = await aReview();
    const commit = (of: number) => post(`/imports/${id}/commit`, { mode: 'license' }, of);
    return { request: commit(revision), other: commit(revision + 1) };
  },
  'an undo, and a commit': async () => {
    const { id, revision } = await aCommitted();
    return {
      request: post(`/imports/${id}/undo`, undefined, revision),
      other: post(`/imports/${id}/commit`, { mode: 'license' }, revision),
    };
  },
  'stopping an import, and another import': async () => {
    const [one, two] = [await aReview(), await aReview()];
    return { request: post(`/imports/${one.id}/cancel`), other: post(`/imports/${two.id}/cancel`) };
  },
  'rejected rows, and those of another import': async () => {
    const [one, two] = [await aReview(), await aReview()];
    return {
      request: post(`/imports/${one.id}/rejected-rows`),
      other: post(`/imports/${two.id}/rejected-rows`),
    };
  },
  'an export, and another format': async () => {
    const order = (format: string) => post('/exports', { query: { studio: 'Any' }, format });
    return { request: order('csv'), other: order('xlsx') };
  },
  'an export, and another question': async () => {
    const order = (query: object) => post('/exports', { query, format: 'csv' });
    return { request: order({ studio: 'Any' }), other: order({ studio: 'Other' }) };
  },
  'stopping an export, and another export': async () => {
    const [one, two] = [await anExport(), await anExport()];
    return { request: post(`/exports/${one}/cancel`), other: post(`/exports/${two}/cancel`) };
  },
  'an export, and a contract': async () => ({
    request: post('/exports', { query: {}, format: 'csv' }),
    other: post('/contracts', contractDetails()),
  }),
  'a contract, and an export': async () => ({
    request: post('/contracts', contractDetails()),
    other: post('/exports', { query: {}, format: 'csv' }),
  }),
};

describe.each(Object.entries(PAIRS))('the key of %s', (_what, pair) => {
  it('replays the response for the same request, and is refused for another request or caller', async () => {
    const { request, other } = await pair();
    const key = anId();
    const first = await told(await send(request, key));
    const begun = await jobs();
    const again = await told(await send(request, key));

    expect([200, 201, 202]).toContain(first.status);
    expect(first.replayed).toBeNull();
    expect(again).toEqual({ ...first, replayed: 'true' });
    const stranger = await api.token('editor', 'Feeder');
    for (const refused of [await send(other, key), await send(request, key, stranger)]) {
      expect(refused.status).toBe(422);
      expect(await refused.json()).toMatchObject({ code: 'key-reused' });
    }
    expect(await jobs()).toEqual(begun);
  });
});

describe('a key', () => {
  it('creates one import from 20 parallel uploads', async () => {
    const [request, key] = [upload(aFile()), anId()];
    // Retries after busy or unknown outcomes, as clients should.
    const repeat = async (): Promise<Response> => {
      const answer = await send(request, key);
      return answer.status === 503 ? repeat() : answer;
    };

    const answers = await Promise.all(Array.from({ length: 20 }, async () => told(await repeat())));

    expect(new Set(answers.map(({ status, body }) => `${status} ${body}`)).size).toBe(1);
    expect(answers.filter(({ replayed }) => replayed === null).length).toBeLessThanOrEqual(1);
    const { id } = JSON.parse(answers[0]?.body ?? '') as Schemas['ImportAccepted'];
    const begun = await database.rows(
      `SELECT FROM jobs.job WHERE data ->> 'importId' = $1 AND data ->> 'work' = 'check'`,
      [id],
    );
    expect(begun).toHaveLength(1);
  });

  it('cancels one of several imports that it is used for concurrently', async () => {
    const ids = await Promise.all(Array.from({ length: 8 }, () => imports.uploaded(aFile())));
    const key = anId();
    const repeat = async (id: string): Promise<Response> => {
      const answer = await send(post(`/imports/${id}/cancel`), key);
      return answer.status === 503 ? repeat(id) : answer;
    };

    const answers = await Promise.all(ids.map(repeat));

    expect(answers.map(({ status }) => status).sort()).toEqual([
      202,
      ...Array<number>(7).fill(422),
    ]);
    const states = await Promise.all(ids.map(async (id) => (await imports.view(id)).state));
    expect(states.filter((state) => state === 'cancelled')).toHaveLength(1);
  });

  it('replays the original response after the import has changed', async () => {
    const { id, revision } = await aReview();
    const [commit, key] = [post(`/imports/${id}/commit`, { mode: 'license' }, revision), anId()];
    const first = await told(await send(commit, key));
    await imports.do(id, 'commit');
    await imports.undone(id);

    expect(await told(await send(commit, key))).toEqual({ ...first, replayed: 'true' });
    expect((await imports.view(id)).state).toBe('undone');
  });

  it('that canceled a check does not cancel the next one', async () => {
    const id = await imports.uploaded(aFile());
    const [cancel, key] = [post(`/imports/${id}/cancel`), anId()];
    const first = await told(await send(cancel, key));
    expect((await imports.view(id)).state).toBe('cancelled');
    const { revision, rules } = await imports.view(id);
    await imports.changeRules(id, revision, rules);

    expect(await told(await send(cancel, key))).toEqual({ ...first, replayed: 'true' });
    expect((await imports.view(id)).state).toBe('waiting');
  });

  it('of a refused request can be reused', async () => {
    const { id, revision } = await aReview();
    const commit = (of: number) => post(`/imports/${id}/commit`, { mode: 'file' }, of);
    const key = anId();

    expect((await send(commit(revision + 6), key)).status).toBe(412);
    expect(await told(await send(commit(revision), key))).toMatchObject({
      status: 202,
      replayed: null,
    });
  });

  it('of an export request is refused for a contract', async () => {
    const [key, contract] = [
      anId(),
      await client.POST('/contracts', {
        params: { header: newKey() },
        body: contractDetails(),
      }),
    ];
    await send(post('/exports', { query: {}, format: 'csv' }), key);
    const corrected = await client.PUT('/contracts/{id}', {
      params: { path: { id: contract.data?.id ?? '' }, header: headersFor(1, key) },
      body: contractDetails({ notes: 'Other.' }),
    });

    expect(corrected.error).toMatchObject({ status: 422, code: 'key-reused' });
  });
});
