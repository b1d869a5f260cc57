import type { DestinationStream } from 'pino';
import { describe, expect, it } from 'vitest';
import { makeLog } from '../../../src/adapters/operations/log';
import { Metrics } from '../../../src/adapters/operations/metrics';
import { observed } from '../../../src/adapters/operations/observed-commands';
import { authorized } from '../../../src/service/commands/execute';
import { Operations } from '../../../src/adapters/operations/operations';
import { requests } from '../../../src/adapters/operations/request-context';
import { Busy, OutcomeUnknown, NotAllowed } from '../../../src/service/errors';
import { LastAdmin } from '../../../src/domain/people/person';
import type { UnitOfWork } from '../../../src/service/unit-of-work';
import { aCommand, contractDetails } from '../../builders/command-builders';
import { anId } from '../../builders/license-builders';
import { FakeRecords } from '../../fakes/fake-records';
import { ReadableMemory } from '../../fakes/readable-memory';

type Line = Record<string, unknown>;

const NOBODY_READS = () => Promise.reject(new Error('These commands choose nothing by name.'));

/** For commands that need no records. */
const NO_RECORDS = {
  records: new FakeRecords({}),
  names: {
    contracts: { contract: NOBODY_READS },
    licenses: { license: NOBODY_READS },
    contents: { content: NOBODY_READS },
  },
};

/** Operations with captured log lines. */
function operations() {
  const lines: string[] = [];
  const destination: DestinationStream = { write: (line) => void lines.push(line) };
  const log = makeLog({ level: 'info', process: 'web' }, destination);
  const metrics = new Metrics();
  return {
    operations: new Operations(log, metrics),
    log,
    metrics,
    text: () => lines.join(''),
    lines: () => lines.map((line) => JSON.parse(line) as Line),
  };
}

describe('a log', () => {
  it('hides secrets at any depth', () => {
    const { log, text } = operations();
    const secrets = {
      password: 'hush-1',
      headers: {
        cookie: 'session=hush-2',
        Authorization: 'Bearer hush-3',
        'set-cookie': ['hush-4'],
      },
      nested: [{ tokenDigest: 'hush-5', clientSecret: 'hush-6', api_key: 'hush-7' }],
      DATABASE_URL: 'postgresql://crms:hush-8@db/crms',
    };
    log.info(secrets, 'signed in with Bearer hush-9');
    log.error({ err: new Error('postgresql://crms:hush-10@db/crms is gone') });
    log.warn({ address: '/join/hush-11?x=1', feed: '/calendar/feed/hush-12.ics' });
    log.warn('/api/auth/callback?code=hush-13&state=hush-14');
    log.warn({ said: 'crms_hush-hush-hush-hush-hush-hush' });
    log.error(new Error('outer', { cause: new Error('at postgresql://u:hush-15@db/x') }));
    expect(text()).not.toContain('hush');
    expect(text()).toContain('is gone');
  });

  it('keeps non-secret values', () => {
    const { log, lines } = operations();
    const error = Object.assign(new TypeError('It broke.'), { digest: '42', code: '23505' });
    log.error({ key: 'a-key', path: '/licenses/1', err: error }, 'request failed');
    expect(lines()[0]).toMatchObject({
      level: 'error',
      process: 'web',
      msg: 'request failed',
      key: 'a-key',
      path: '/licenses/1',
      err: { name: 'TypeError', message: 'It broke.', reference: '42', code: '23505' },
    });
  });

  it('omits properties that a driver adds to its errors', () => {
    const { log, text } = operations();
    log.error({ err: Object.assign(new Error('no'), { parameters: ['hush'], detail: 'hush' }) });
    expect(text()).not.toContain('hush');
  });

  it('has the id of the current request', () => {
    const { log, lines } = operations();
    requests().run({ requestId: 'r-1' }, () => log.info('inside'));
    log.info('outside');
    expect(lines().map(({ requestId }) => requestId)).toEqual(['r-1', undefined]);
  });
});

describe('a recorded command', () => {
  const contractId = anId();
  const call = { ...aCommand(), role: 'editor' } as const;
  const first = {
    kind: 'record-contract',
    input: { contractId, details: contractDetails({}) },
  } as const;

  it('has a log line with kind, key, actor and outcome, and is counted', async () => {
    const { operations: watching, lines, metrics } = operations();
    const fake = new ReadableMemory();
    const run = observed(
      authorized(() => ({ ...NO_RECORDS, unitOfWork: fake })),
      () => watching,
    );
    const correct = (id: string) =>
      run(
        {
          kind: 'correct-contract',
          input: {
            ...{ contractId: id, expectedVersion: 1 },
            details: contractDetails({ notes: 'Now.' }),
          },
        },
        { ...call, key: anId() },
      );
    await run(first, call);
    await run(first, call);
    await correct(contractId);
    await expect(correct(contractId)).rejects.toThrow('after version 1');
    await expect(correct(anId())).rejects.toThrow('This contract does not exist');
    await expect(run(first, { ...call, key: anId(), role: 'viewer' })).rejects.toThrow(NotAllowed);

    expect(lines().map(({ kind, outcome, code }) => [kind, outcome, code])).toEqual([
      ['record-contract', 'accepted', undefined],
      ['record-contract', 'replayed', undefined],
      ['correct-contract', 'accepted', undefined],
      ['correct-contract', 'stale', undefined],
      ['correct-contract', 'refused', 'not-found'],
      ['record-contract', 'refused', 'role-too-low'],
    ]);
    expect(lines()[0]).toMatchObject({ key: call.key, actor: call.actor, msg: 'command' });
    expect(typeof lines()[0]?.ms).toBe('number');
    const figures = await metrics.text();
    expect(figures).toContain('crms_commands_total{kind="record-contract",outcome="replayed"} 1');
    expect(figures).toContain('crms_commands_total{kind="correct-contract",outcome="stale"} 1');
    expect(figures).toContain('crms_command_seconds_count{outcome="accepted"} 2');
    expect(figures).toContain('process_resident_memory_bytes');
  });

  it.each([
    ['busy', new Busy({ cause: new Error('waited') }), 'warn'],
    ['failed', new TypeError('a bug'), 'error'],
  ])('that is %s has a reason', async (outcome, error, level) => {
    const { operations: watching, lines } = operations();
    const broken: UnitOfWork = { run: () => Promise.reject(error) };
    const run = observed(
      authorized(() => ({ ...NO_RECORDS, unitOfWork: broken })),
      () => watching,
    );
    await expect(run(first, call)).rejects.toBe(error);
    expect(lines()).toHaveLength(1);
    expect(lines()[0]).toMatchObject({ outcome, level, err: { message: error.message } });
  });
});

describe('the record of a command', () => {
  const nora = { id: anId(), name: 'Nora' };
  const subject = { what: 'token', id: anId(), role: 'editor' } as const;
  const making = { kind: 'make-token', actor: nora, subject };

  it('has one line with the actor and the subject', async () => {
    const { operations: watching, lines, metrics } = operations();
    const made = await watching.watch(making, () => Promise.resolve({ secret: 'hush' }));

    expect(made).toEqual({ secret: 'hush' });
    expect(lines()).toMatchObject([
      { msg: 'command', kind: 'make-token', outcome: 'accepted', actor: nora, subject },
    ]);
    expect(typeof lines()[0]?.ms).toBe('number');
    expect(lines()[0]).not.toHaveProperty('key');
    expect(JSON.stringify(lines())).not.toContain('hush');
    const figures = await metrics.text();
    expect(figures).toContain('crms_commands_total{kind="make-token",outcome="accepted"} 1');
  });

  it.each([
    ['replayed', () => Promise.resolve({ replayed: true }), {}],
    ['accepted', () => Promise.resolve({ replayed: false }), {}],
    ['accepted', () => Promise.resolve(), {}],
    ['refused', () => Promise.reject(new LastAdmin()), { code: 'last-admin', level: 'info' }],
    ['busy', () => Promise.reject(new Busy()), { level: 'warn' }],
    ['unknown', () => Promise.reject(new OutcomeUnknown()), { level: 'warn' }],
    ['failed', () => Promise.reject(new TypeError('a bug')), { level: 'error' }],
  ])('has the outcome %s', async (outcome, run: () => Promise<unknown>, more) => {
    const { operations: watching, lines } = operations();
    const key = anId();
    await Promise.allSettled([watching.watch({ ...making, key }, run)]);

    expect(lines()).toHaveLength(1);
    expect(lines()[0]).toMatchObject({ kind: 'make-token', key, outcome, subject, ...more });
  });
});

describe('the metrics', () => {
  it('are served at /metrics only', async () => {
    const { metrics } = operations();
    metrics.command('license-granted', 'accepted', 12);
    const server = await metrics.serve(0, '127.0.0.1');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('It has no port.');
    const at = `http://127.0.0.1:${address.port}`;
    const answer = await fetch(`${at}/metrics`);
    expect(answer.headers.get('content-type')).toContain('text/plain');
    expect(await answer.text()).toContain('crms_commands_total{kind="license-granted"');
    expect((await fetch(`${at}/`)).status).toBe(404);
    expect((await fetch(`${at}/metrics`, { method: 'POST' })).status).toBe(404);
    server.close();
  });
});
