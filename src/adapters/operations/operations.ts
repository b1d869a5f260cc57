import { SpanStatusCode, trace } from '@opentelemetry/api';
import type { WatchedCommand } from '../../service/watched';
import type { Log } from './log';
import type { Metrics } from './metrics';
import type { Busy, OutcomeUnknown, Stale } from '../../service/errors';
import { hasCode, isDomainError } from '../../domain/errors';

/** How a command ended, and what it was refused with. */
interface Ending {
  readonly outcome: 'accepted' | 'replayed' | 'stale' | 'refused' | 'busy' | 'unknown' | 'failed';
  readonly code?: string;
}

/** What operators are told of a command. */
interface CommandRecord extends WatchedCommand, Ending {
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

  /**
   * Runs a command and tells operators of it: one line of logs, figures, and a span that the SQL it sends stands under.
   */
  async watch<T>(command: WatchedCommand, run: () => Promise<T>): Promise<T> {
    const begun = performance.now();
    return trace.getTracer('crms').startActiveSpan(`command ${command.kind}`, async (span) => {
      const end = (ending: Ending, error?: unknown) => {
        span.setAttributes({ 'crms.kind': command.kind, 'crms.outcome': ending.outcome });
        if (command.key !== undefined) span.setAttribute('crms.command_key', command.key);
        if (ending.outcome === 'failed') span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
        const milliseconds = performance.now() - begun;
        const why = error === undefined ? {} : { error };
        this.record({ ...command, ...ending, milliseconds, ...why });
      };
      try {
        const result = await run();
        end({ outcome: isReplayed(result) ? 'replayed' : 'accepted' });
        return result;
      } catch (error) {
        end(endingBy(error), error);
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

function endingBy(error: unknown): Ending {
  if (hasCode<Stale>(error, 'stale')) return { outcome: 'stale' };
  if (isDomainError(error)) return { outcome: 'refused', code: error.code };
  if (hasCode<Busy>(error, 'busy')) return { outcome: 'busy' };
  if (hasCode<OutcomeUnknown>(error, 'outcome-unknown')) return { outcome: 'unknown' };
  return { outcome: 'failed' };
}
