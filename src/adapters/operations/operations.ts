import type { Actor } from '../../domain/actor';
import type { Log } from './log';
import type { Metrics } from './metrics';

/** What operators are told of a command. */
export interface CommandRecord {
  /** What it did, such as `offers-generated`; what it was about where it did nothing. */
  readonly kind: string;
  readonly key?: string | undefined;
  readonly actor?: Actor | undefined;
  readonly outcome: string;
  /** What it was refused with. */
  readonly code?: string | undefined;
  readonly milliseconds: number;
  /** Why it failed, or nobody knows what became of it. */
  readonly error?: unknown;
}

/** An error that nobody expected, while a request was answered. */
export interface FailedRequest {
  readonly method: string;
  readonly path: string;
  /** What the request was for: a page, an action, a route. */
  readonly what: string;
  readonly error: unknown;
}

/** What operators see of a process. */
export class Operations {
  constructor(
    readonly log: Log,
    readonly metrics: Metrics,
  ) {}

  /** One line of logs, and the figures. */
  recordCommand({ milliseconds, error, ...record }: CommandRecord): void {
    this.metrics.command(record.kind, record.outcome, milliseconds);
    const line = { ...record, ms: Math.round(milliseconds * 10) / 10 };
    if (record.outcome === 'failed') this.log.error({ ...line, err: error }, 'command');
    else if (record.outcome === 'busy' || record.outcome === 'unknown')
      this.log.warn({ ...line, err: error }, 'command');
    else this.log.info(line, 'command');
  }

  failedRequest({ error, ...request }: FailedRequest): void {
    this.log.error({ ...request, err: error }, 'request failed');
  }
}
