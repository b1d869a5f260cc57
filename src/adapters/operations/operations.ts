import { SpanStatusCode, trace } from '@opentelemetry/api';
import type { WatchedCommand } from '../../service/watched';
import type { Log } from './log';
import type { Metrics } from './metrics';
import type { Busy, OutcomeUnknown, Stale } from '../../service/errors';
import { hasCode, isDomainError } from '../../domain/errors';

/** The outcome of a command, with the error code of a refusal. */
interface CommandOutcome {
  readonly outcome: 'accepted' | 'replayed' | 'stale' | 'refused' | 'busy' | 'unknown' | 'failed';
  readonly code?: string;
}

/** The record of a command for operators. */
interface CommandRecord extends WatchedCommand, CommandOutcome {
  readonly milliseconds: number;
  /** The cause of a failure or an unknown outcome. */
  readonly error?: unknown;
}

/** An unexpected error during a request. */
export interface FailedRequest {
  readonly method: string;
  readonly path: string;
  /** The kind of request: a page, an action, a route. */
  readonly what: string;
  readonly error: unknown;
}

/** The logs and metrics of a process. */
export class Operations {
  constructor(
    readonly log: Log,
    readonly metrics: Metrics,
  ) {}

  /** Runs a command and records it: a log line, metrics, and a span that contains its SQL statements. */
  async watch<T>(command: WatchedCommand, run: () => Promise<T>): Promise<T> {
    const begun = performance.now();
    return trace.getTracer('crms').startActiveSpan(`command ${command.kind}`, async (span) => {
      const end = (result: CommandOutcome, error?: unknown) => {
        span.setAttributes({ 'crms.kind': command.kind, 'crms.outcome': result.outcome });
        if (command.key !== undefined) span.setAttribute('crms.command_key', command.key);
        if (result.outcome === 'failed') span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
        const milliseconds = performance.now() - begun;
        const why = error === undefined ? {} : { error };
        this.record({ ...command, ...result, milliseconds, ...why });
      };
      try {
        const value = await run();
        end({ outcome: isReplayed(value) ? 'replayed' : 'accepted' });
        return value;
      } catch (error) {
        end(outcomeOf(error), error);
        throw error;
      }
    });
  }

  private record({ milliseconds, error, ...record }: CommandRecord): void {
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

function isReplayed(result: unknown): boolean {
  return (result as { readonly replayed?: unknown } | null | undefined)?.replayed === true;
}

function outcomeOf(error: unknown): CommandOutcome {
  if (hasCode<Stale>(error, 'stale')) return { outcome: 'stale' };
  if (isDomainError(error)) return { outcome: 'refused', code: error.code };
  if (hasCode<Busy>(error, 'busy')) return { outcome: 'busy' };
  if (hasCode<OutcomeUnknown>(error, 'outcome-unknown')) return { outcome: 'unknown' };
  return { outcome: 'failed' };
}
