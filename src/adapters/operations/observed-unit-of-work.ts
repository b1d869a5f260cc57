import { SpanStatusCode, trace } from '@opentelemetry/api';
import type { Command, Outcome, Transaction, UnitOfWork } from '../../service/unit-of-work';
import type { Operations } from './operations';
import { DomainError } from '../../domain/errors';
import { Busy, OutcomeUnknown, Stale } from '../../service/errors';

/** How a command ended, and what it was refused with. */
interface Ending {
  readonly outcome: 'accepted' | 'replayed' | 'stale' | 'refused' | 'busy' | 'unknown' | 'failed';
  readonly code?: string;
}

/** Tells operators of every command: one line of logs, figures, and a span that the SQL it sends stands under. */
export class ObservedUnitOfWork implements UnitOfWork {
  constructor(
    private readonly inner: UnitOfWork,
    private readonly operations: Operations,
  ) {}

  async run<T extends object>(
    command: Command,
    work: (transaction: Transaction) => Promise<T>,
  ): Promise<Outcome<T>> {
    const about = aboutWhat(command);
    const kinds = new Set<string>();
    const begun = performance.now();
    return trace.getTracer('crms').startActiveSpan(`command ${about}`, async (span) => {
      const end = (ending: Ending, error?: unknown) => {
        const kind = [...kinds].sort().join('+') || about;
        span.setAttributes({ 'crms.kind': kind, 'crms.outcome': ending.outcome });
        span.setAttribute('crms.command_key', command.key);
        if (ending.outcome === 'failed') span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
        this.operations.recordCommand({
          kind,
          key: command.key,
          actor: command.actor,
          ...ending,
          milliseconds: performance.now() - begun,
          ...(error === undefined ? {} : { error }),
        });
      };
      try {
        const outcome = await this.inner.run(command, (transaction) => {
          kinds.clear();
          return work(noting(transaction, kinds));
        });
        end({ outcome: outcome.replayed ? 'replayed' : 'accepted' });
        return outcome;
      } catch (error) {
        end(endingBy(error), error);
        throw error;
      }
    });
  }
}

function endingBy(error: unknown): Ending {
  if (error instanceof Stale) return { outcome: 'stale' };
  if (error instanceof DomainError) return { outcome: 'refused', code: error.code };
  if (error instanceof Busy) return { outcome: 'busy' };
  if (error instanceof OutcomeUnknown) return { outcome: 'unknown' };
  return { outcome: 'failed' };
}

/** What a command is about that has changed nothing yet. */
function aboutWhat(command: Command): string {
  if ('contentId' in command) return 'content';
  if ('licenseId' in command) return 'license';
  if ('contractId' in command) return 'contract';
  return 'titles';
}

interface Changed {
  readonly change: { readonly kind: string } | null;
}

/** The same transaction, with the kinds of what is written through it noted. */
function noting(transaction: Transaction, kinds: Set<string>): Transaction {
  const note = (changed: Changed | readonly Changed[]) => {
    for (const { change } of [changed].flat()) if (change !== null) kinds.add(change.kind);
  };
  const noted = <R extends object>(repository: R, removal: string): R =>
    new Proxy(repository, {
      get(target, name, receiver) {
        const member: unknown = Reflect.get(target, name, receiver);
        if (typeof member !== 'function') return member;
        return (...args: unknown[]): unknown => {
          if (name === 'add' || name === 'save') note(args[0] as Changed | readonly Changed[]);
          if (name === 'remove') kinds.add(removal);
          return Reflect.apply(member, target, args);
        };
      },
    });
  return {
    contracts: noted(transaction.contracts, 'contract-removed'),
    licenses: noted(transaction.licenses, 'license-removed'),
    contents: noted(transaction.contents, 'content-removed'),
  };
}
