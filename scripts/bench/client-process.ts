import { Agent, request } from 'node:http';
import { CommandQueue } from './command-queue';
import { percentile } from './figures';

/*
 * A program that uses an API over connections that stay open, in a process of its own, so that what it costs to ask is not
 * counted to who answers. It is told what to ask, tells how fast it was answered, and ends when its parent lets go of it.
 */

/** The licenses that offers are generated in. */
export interface Licenses {
  readonly ids: readonly string[];
  /** The first day of their offers, each for a week. */
  readonly from: string;
  readonly offersEach: number;
}

/** One round of requests, all of one kind. */
export interface Round {
  readonly address: string;
  readonly tokens: readonly string[];
  readonly connections: number;
  readonly milliseconds: number;
  readonly ask:
    | { readonly kind: 'read'; readonly paths: readonly string[] }
    /** Generates offers, one after another in each license; a later round of the same address goes on from there. */
    | { readonly kind: 'change'; readonly licenses: Licenses };
}

export interface RoundResult {
  readonly done: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
}

/** How a round went, or why it did not. */
export type RoundAnswer = { readonly result: RoundResult } | { readonly error: string };

async function run({
  address,
  tokens,
  connections,
  milliseconds,
  ask,
}: Round): Promise<RoundResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let turn = 0;
  const requests = ask.kind === 'read' ? readsOf(ask.paths) : changesOf(address, ask.licenses);
  const next = () => {
    turn += 1;
    return send(agent, address, tokens[turn % tokens.length] ?? '', requests());
  };
  const start = performance.now();
  const work = async () => {
    while (performance.now() - start < milliseconds) {
      const begun = performance.now();
      await next();
      times.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  const perSecond = (times.length * 1000) / (performance.now() - start);
  agent.destroy();
  return {
    done: times.length,
    perSecond,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
  };
}

function readsOf(paths: readonly string[]): () => Sent {
  let turn = 0;
  return () => {
    turn += 1;
    return { method: 'GET', path: paths[turn % paths.length] ?? '', headers: {}, body: undefined };
  };
}

const queues = new Map<string, CommandQueue>();

function changesOf(address: string, { ids, from, offersEach }: Licenses): () => Sent {
  const queue = queues.get(address) ?? new CommandQueue(ids, from, offersEach);
  queues.set(address, queue);
  return () => {
    const { key, licenseId, expectedVersion, plan } = queue.next();
    if (plan.kind !== 'at') throw new Error('Only offers at their windows are measured.');
    const offers = plan.offers.map(({ window: { startsOn, endsOn }, prices, ...offer }) => ({
      ...offer,
      prices,
      window: { startsOn, endsOn },
    }));
    return {
      method: 'POST',
      path: `/licenses/${licenseId}/offers`,
      headers: { 'if-match': `"${expectedVersion}"`, 'idempotency-key': key },
      body: { kind: 'at', offers },
    };
  };
}

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object | undefined;
}

function send(
  agent: Agent,
  address: string,
  token: string,
  { method, path, headers, body }: Sent,
): Promise<void> {
  const all = { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers };
  return new Promise((resolve, reject) => {
    const sent = request(`${address}/api/v1${path}`, { method, agent, headers: all }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (piece: string) => (text += piece));
      answer.on('error', reject);
      answer.on('end', () => {
        if (answer.statusCode === 200) resolve();
        else reject(new Error(`${method} ${path}: ${answer.statusCode} ${text.slice(0, 200)}`));
      });
    });
    sent.on('error', reject);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

process.on('message', (round: Round) => {
  run(round).then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});

process.on('disconnect', () => process.exit());
