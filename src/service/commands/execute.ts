import type { Actor } from '../../domain/people/actor';
import type { DomainError } from '../../domain/errors';
import type { Role } from '../../domain/people/role';
import type { ProposedChange } from '../../domain/license/license-change';
import type { Way } from '../conflict/conflict';
import type { Busy, OutcomeUnknown, Stale } from '../errors';
import type { Outcome } from '../unit-of-work';
import type { CommandKind, ConflictOf, DoneOf, NamedCommand } from './commands';
import type { Ports, Views } from './definition';
import type { Path } from './refused-part';
import { hasCode, isDomainError } from '../../domain/errors';
import { mayActAs } from '../../domain/people/role';
import { alternativesFor } from '../license/conflict-explanation';
import { NotAllowed } from '../errors';
import { placeOf } from './refused-part';
import { COMMANDS } from './commands';

/** Who gives a command, when, and under which key. */
export interface Call {
  readonly role: Role;
  readonly actor: Actor;
  /** A UUID that the client made for this intent. */
  readonly key: string;
  /** The instant it arrived, ISO 8601 in UTC. */
  readonly at: string;
}

/** How a command ended. Nothing else is possible but an error that nobody expected, which is thrown. */
export type Result<K extends CommandKind = CommandKind> =
  | { readonly status: 'done'; readonly done: Outcome<DoneOf<K>> }
  /** Someone saved first; nothing was written. */
  | { readonly status: 'stale'; readonly stale: Stale; readonly conflict: ConflictOf<K> }
  /** A rule stands against it; nothing was written. The alternatives are legal changes, the nearest first. */
  | {
      readonly status: 'refused';
      readonly refusal: DomainError;
      /** Where in the input it stands; `null` when it is about nothing that was sent. */
      readonly place: Path | null;
      readonly alternatives: readonly Way<ProposedChange>[];
    }
  /** Nothing was written, and the same command may be sent again. */
  | { readonly status: 'busy'; readonly error: Busy }
  /** It was written or not: sending it again with the same key tells. */
  | { readonly status: 'unknown'; readonly error: OutcomeUnknown };

/** Runs a command and throws what stands against it. */
export type Run = <K extends CommandKind>(
  command: NamedCommand<K>,
  call: Call,
) => Promise<Outcome<DoneOf<K>>>;

/** Runs a command and answers how it ended. */
export type Execute = <K extends CommandKind>(
  command: NamedCommand<K>,
  call: Call,
) => Promise<Result<K>>;

/**
 * Lets in who may give the command, and runs it.
 *
 * @returns a function that throws NotAllowed, and what the command is refused with
 */
export function authorized(ports: () => Ports): Run {
  return async ({ kind, input }, { role, ...envelope }) => {
    const { role: lowest, run } = COMMANDS[kind];
    if (!mayActAs(role, lowest)) throw new NotAllowed(role, lowest);
    return run({ ...input, ...envelope, kind }, ports());
  };
}

/** The one place where the errors of commands become values. */
export function answering(run: Run, views: () => Views): Execute {
  return async (command, call) => {
    try {
      return { status: 'done', done: await run(command, call) };
    } catch (error) {
      if (hasCode<Busy>(error, 'busy')) return { status: 'busy', error };
      if (hasCode<OutcomeUnknown>(error, 'outcome-unknown')) return { status: 'unknown', error };
      if (!isDomainError(error)) throw error;
      const { aggregate, explain, explainBeside, proposed, parts } = COMMANDS[command.kind];
      const explanation = hasCode<Stale>(error, 'stale')
        ? error.what === aggregate
          ? explain
          : explainBeside
        : undefined;
      if (hasCode<Stale>(error, 'stale') && explanation !== undefined)
        return {
          status: 'stale',
          stale: error,
          conflict: await explanation(command.input, views(), call.at),
        };
      const change = proposed?.(command.input) ?? null;
      const alternatives = change === null ? [] : alternativesFor(change, error);
      const place = placeOf(error, command.input, parts?.(command.input) ?? []);
      return { status: 'refused', refusal: error, place, alternatives };
    }
  };
}
