import { createServer, type Server } from 'node:http';
import type pg from 'pg';
import type { ReadyState } from './readiness';
import { readyWords } from './readiness';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Prometheus metrics of one process. */
export class Metrics {
  private readonly registry = new Registry();
  private isWatched = false;
  private readState: (() => Promise<ReadyState>) | null = null;

  private readonly commands = new Counter({
    name: 'crms_commands_total',
    help: 'Commands by what they were about, what they changed and how they ended: the stale and the replayed among them.',
    labelNames: ['kind', 'outcome'] as const,
    registers: [this.registry],
  });

  private readonly seconds = new Histogram({
    name: 'crms_command_seconds',
    help: 'How long commands took, with the tries that failed.',
    labelNames: ['outcome'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  });

  private readonly reads = new Counter({
    name: 'crms_reads_total',
    help: 'Statements that read what is shown, by the server that answered them; counted where replicas are named.',
    labelNames: ['server'] as const,
    registers: [this.registry],
  });

  private readonly waits = new Histogram({
    name: 'crms_pool_wait_seconds',
    help: 'How long was waited for a connection to the database.',
    buckets: [0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 2.5],
    registers: [this.registry],
  });

  /** Not before somebody can read it: watching the event loop wakes a process a hundred times a second. */
  private watchProcess(): void {
    if (this.isWatched) return;
    this.isWatched = true;
    collectDefaultMetrics({ register: this.registry });
  }

  command(kind: string, outcome: string, milliseconds: number): void {
    this.commands.inc({ kind, outcome });
    this.seconds.observe({ outcome }, milliseconds / 1000);
  }

  read(server: 'primary' | 'replica'): void {
    this.reads.inc({ server });
  }

  /** Exposes the size of a pool and the time spent waiting for its connections. */
  watchPool(pool: pg.Pool): void {
    const gauge = (name: string, help: string, read: () => number) =>
      new Gauge({
        name,
        help,
        registers: [this.registry],
        collect() {
          this.set(read());
        },
      });
    gauge('crms_pool_connections', 'Open connections.', () => pool.totalCount);
    gauge('crms_pool_idle', 'Idle connections.', () => pool.idleCount);
    gauge('crms_pool_waiting', 'Requests waiting for a connection.', () => pool.waitingCount);
    gauge('crms_pool_limit', 'Maximum number of connections.', () => pool.options.max);
    const { waits } = this;
    const connect = pool.connect.bind(pool);
    type Callback = Parameters<pg.Pool['connect']>[0];
    pool.connect = ((callback?: Callback) => {
      const done = waits.startTimer();
      if (callback === undefined) return connect().finally(() => done());
      connect((...answer) => {
        done();
        callback(...answer);
      });
    }) as pg.Pool['connect'];
  }

  /** Exposes whether a process is ready, and how long ago jobs were last heard of. */
  watchReadiness(read: () => Promise<ReadyState>): void {
    const gauge = (name: string, help: string) =>
      new Gauge({ name, help, registers: [this.registry] });
    const ready = gauge('crms_ready', 'Whether requests should be sent here: 1 or 0.');
    const silence = gauge(
      'crms_jobs_silence_seconds',
      'Since a process for jobs was last heard of; NaN when none is connected.',
    );
    this.readState = async () => {
      const state = await read();
      ready.set(state.reason === null ? 1 : 0);
      silence.set(state.jobsSilence ?? Number.NaN);
      return state;
    };
  }

  async text(): Promise<string> {
    this.watchProcess();
    await this.readState?.();
    return this.registry.metrics();
  }

  /** Serves `GET /metrics`, and `GET /readyz`, on a separate address that only operators can reach. */
  async serve(port: number, host: string): Promise<Server> {
    this.watchProcess();
    const server = createServer((request, response) => {
      const answer = request.method === 'GET' ? this.answerTo(request.url) : undefined;
      if (answer === undefined) {
        response.writeHead(404).end();
        return;
      }
      answer.then(
        ({ status, type, text }) => response.writeHead(status, { 'content-type': type }).end(text),
        () => response.writeHead(500).end(),
      );
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
    server.unref();
    return server;
  }

  private answerTo(path: string | undefined): Promise<PlainAnswer> | undefined {
    if (path === '/metrics') return this.metricsAnswer();
    return path === '/readyz' && this.readState !== null ? readyAnswer(this.readState) : undefined;
  }

  private async metricsAnswer(): Promise<PlainAnswer> {
    return { status: 200, type: this.registry.contentType, text: await this.text() };
  }
}

interface PlainAnswer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

async function readyAnswer(read: () => Promise<ReadyState>): Promise<PlainAnswer> {
  const state = await read();
  const status = state.reason === null ? 200 : 503;
  return { status, type: 'text/plain; charset=utf-8', text: readyWords(state) };
}
