import 'server-only';
import type { z } from 'zod';
import type { Actor } from '../src/domain/actor';
import type { ProposedChange } from '../src/domain/license-change';
import type { OfferData } from '../src/domain/offer';
import type { Command, Outcome } from '../src/service/unit-of-work';
import type { CommandResult } from './command-result';
import { DomainError } from '../src/domain/errors';
import { waysOutOf } from '../src/service/conflict-explanation';
import { Busy, OutcomeUnknown, Stale } from '../src/service/errors';
import { currentWorker } from './worker';

interface Saved {
  readonly id: string;
  readonly version: number;
  readonly offers?: readonly OfferData[];
}

/** One command, from what a browser sent to what it is answered with. */
interface Performance<Input, Parsed> {
  readonly schema: z.ZodType<Parsed>;
  readonly input: Input;
  readonly run: (command: Parsed & Pick<Command, 'actor' | 'at'>) => Promise<Outcome<Saved>>;
  /** What a stale command is answered with. */
  readonly explain?: ((command: Parsed) => Promise<CommandResult>) | undefined;
  /** The change a refused command would have made, from which the ways out are found. */
  readonly proposed?: ((command: Parsed) => ProposedChange | null) | undefined;
}

/**
 * Parses, runs and answers a command: the one place where errors become values. Whatever it does not know is a bug and
 * passes, to be logged and shown as one.
 */
export async function perform<Input, Parsed>({
  schema,
  input,
  run,
  explain,
  proposed,
}: Performance<Input, Parsed>): Promise<CommandResult> {
  const actor = await currentWorker();
  if (actor === null) return NOBODY;
  const parsed = schema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  try {
    return await settled(parsed.data, actor, run, explain, proposed);
  } catch (error) {
    if (error instanceof Busy) return { status: 'busy', message: error.message };
    if (error instanceof OutcomeUnknown) return { status: 'unknown', message: error.message };
    throw error;
  }
}

async function settled<Parsed>(
  parsed: Parsed,
  actor: Actor,
  run: Performance<unknown, Parsed>['run'],
  explain: Performance<unknown, Parsed>['explain'],
  proposed: Performance<unknown, Parsed>['proposed'],
): Promise<CommandResult> {
  try {
    const {
      id,
      version,
      offers = [],
      replayed,
    } = await run({
      ...parsed,
      actor,
      at: new Date().toISOString(),
    });
    return { status: 'saved', id, version, offers, replayed };
  } catch (error) {
    if (error instanceof Stale && explain !== undefined) return explain(parsed);
    if (!(error instanceof DomainError)) throw error;
    const change = proposed?.(parsed) ?? null;
    return {
      status: 'refused',
      code: error.code,
      message: error.message,
      field: error.field ?? null,
      ways: change === null ? [] : waysOutOf(change, error),
    };
  }
}

const NOBODY: CommandResult = {
  status: 'refused',
  code: 'nobody',
  message: 'Nothing was saved: say who is working first.',
  field: null,
  ways: [],
};

/** Where fields stand inside a command; a form names its fields without them. */
const CONTAINERS = new Set<PropertyKey>(['plan', 'details', 'before', 'after', 'offers', 0]);

function fieldOf(path: readonly PropertyKey[]): string {
  return path
    .filter((part) => !CONTAINERS.has(part))
    .map(String)
    .join('.');
}

function invalid(error: z.ZodError): CommandResult {
  const fieldErrors: Record<string, string> = {};
  for (const { path, message } of error.issues) {
    const field = fieldOf(path);
    fieldErrors[field] ??= message;
  }
  const fields = Object.keys(fieldErrors).filter((field) => field !== '');
  const first = fieldErrors[fields[0] ?? ''] ?? 'This form is not complete.';
  return {
    status: 'invalid',
    message: fields.length > 1 ? `${fields.length} fields need another look. ${first}` : first,
    fieldErrors,
  };
}
