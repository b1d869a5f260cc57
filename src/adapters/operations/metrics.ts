import { createServer, type Server } from 'node:http';
import type pg from 'pg';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Prometheus metrics of one process. */
export class Metrics {
  private readonly registry = new Registry();
  private isWatched = false;

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

  async text(): Promise<string> {
    this.watchProcess();
    return this.registry.metrics();
  }

  /** Serves `GET /metrics` on a separate address that only operators can reach. */
  async serve(port: number, host: string): Promise<Server> {
    this.watchProcess();
    const server = createServer((request, response) => {
      if (request.method !== 'GET' || request.url !== '/metrics') {
        response.writeHead(404).end();
        return;
      }
      this.text().then(
        (text) => response.writeHead(200, { 'content-type': this.registry.contentType }).end(text),
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
}
