import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeLog } from '../../../src/adapters/operations/log';
import { Metrics } from '../../../src/adapters/operations/metrics';
import { observed } from '../../../src/adapters/operations/observed-commands';
import { answering, authorized } from '../../../src/service/commands/execute';
import { Operations } from '../../../src/adapters/operations/operations';
import { startTraces } from '../../../src/adapters/operations/traces';
import { aCommand, contractDetails } from '../../builders/command-builders';
import { aName, anId } from '../../builders/license-builders';

interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly attributes: readonly { readonly key: string; readonly value: object }[];
}

interface Export {
  readonly resourceSpans: readonly {
    readonly scopeSpans: readonly { readonly spans: readonly Span[] }[];
  }[];
}

/** A fake trace collector. */
async function collector() {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      bodies.push(`${request.url ?? ''} ${Buffer.concat(chunks).toString()}`);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('It has no port.');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    paths: () => bodies.map((body) => body.split(' ', 1)[0]),
    text: () => bodies.join('\n'),
    spans: () =>
      bodies
        .map((body) => JSON.parse(body.slice(body.indexOf(' ') + 1)) as Export)
        .flatMap(({ resourceSpans }) => resourceSpans)
        .flatMap(({ scopeSpans }) => scopeSpans)
        .flatMap(({ spans }) => spans),
    close: () => server.close(),
  };
}

const collected = await collector();
// Before the first connection is opened, as in the processes.
const sendLast = await startTraces(collected.endpoint);
const { testDatabase } = await import('../support');
const { viewsOn } = await import('../support-api');
const database = await testDatabase();
afterAll(() => void collected.close());

const { ApiDriver, newKey } = await import('../support-api');
const operations = new Operations(makeLog({ level: 'silent', process: 'web' }), new Metrics());
const run = observed(
  authorized(() => ({ ...database, names: viewsOn(database.prisma) })),
  () => operations,
);
const details = contractDetails({ notes: aName('Secret') });
const call = { ...aCommand(), role: 'editor' } as const;
const caller = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16) };

beforeAll(async () => {
  await run({ kind: 'record-contract', input: { contractId: anId(), details } }, call);
  const execute = answering(run, () => viewsOn(database.prisma));
  const api = new ApiDriver(database, { execute });
  const secret = await api.token();
  const traceparent = `00-${caller.traceId}-${caller.spanId}-01`;
  const made = await api.send('POST', '/contracts?why=searched', {
    secret,
    headers: { ...newKey(), traceparent },
    body: contractDetails(),
  });
  const { id } = (await made.json()) as { readonly id: string };
  await api.send('GET', `/contracts/${id}`, { secret });
  await sendLast();
});

it('the trace of a request to the API contains its command and its SQL, and continues its caller', () => {
  const spans = collected.spans();
  const top = spans.find(({ name }) => name === 'POST /api/v1/contracts');
  expect(top).toMatchObject({ traceId: caller.traceId, parentSpanId: caller.spanId });
  expect(top?.attributes).toContainEqual({
    key: 'http.response.status_code',
    value: { intValue: 201 },
  });
  const below = (span: Span | undefined) =>
    spans.filter(({ parentSpanId }) => parentSpanId === span?.spanId).map(({ name }) => name);
  expect(below(top)).toContain('command record-contract');
  const read = spans.find(({ name }) => name === 'GET /api/v1/contracts/:id');
  expect(read?.parentSpanId ?? '').toBe('');
  expect(below(read).join()).toContain('pg.query');
  expect(collected.text()).not.toContain('searched');
});

it('the trace of a command contains its SQL without values', () => {
  expect(new Set(collected.paths())).toEqual(new Set(['/v1/traces']));
  const spans = collected.spans();
  const top = spans.find(({ name }) => name === 'command record-contract');
  expect(top?.attributes).toContainEqual({
    key: 'crms.command_key',
    value: { stringValue: call.key },
  });
  const statements = spans.filter(
    ({ traceId, parentSpanId }) => traceId === top?.traceId && parentSpanId === top.spanId,
  );
  const sql = statements.map(({ attributes }) => JSON.stringify(attributes)).join('\n');
  expect(sql).toContain('INSERT INTO contracts');
  expect(sql).toContain('INSERT INTO history');
  expect(collected.text()).not.toContain(details.notes);
});
