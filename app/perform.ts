import 'server-only';
import type { z } from 'zod';
import type { Actor } from '../src/domain/actor';
import type { Role } from '../src/domain/role';
import type { ProposedChange } from '../src/domain/license-change';
import type { OfferData } from '../src/domain/offer';
import type { TitlesAssigned, TrialOfTitle } from '../src/service/content-service';
import type { Command, Outcome } from '../src/service/unit-of-work';
import type { WithdrawalPreview } from '../src/service/withdrawal-preview';
import type { CommandResult, Lead } from './command-result';
import type { LastAssignment, TitlesClash, TitlesStranded } from '../src/domain/content-errors';
import type { DomainError } from '../src/domain/errors';
import type { Busy, OutcomeUnknown, Stale } from '../src/service/errors';
import { hasCode, isDomainError } from '../src/domain/errors';
import { assignmentData } from '../src/domain/content-change';
import { mayActAs } from '../src/domain/role';
import { waysOutOf } from '../src/service/conflict-explanation';
import { isFromHere } from './from-here';
import { actorOf, currentPerson } from './person';
import { FOREIGN, mayNot, SIGNED_OUT } from './refusal';

interface Saved {
  readonly id: string;
  readonly version: number;
  readonly offers?: readonly OfferData[];
}

/** What a command on many titles answers, or a dry run. */
type OfTitles =
  | TitlesAssigned
  | { readonly titles: readonly TrialOfTitle[] }
  | { readonly withdrawal: WithdrawalPreview };

/** One command, from what a browser sent to what it is answered with. */
interface Performance<Input, Parsed> {
  readonly schema: z.ZodType<Parsed>;
  readonly input: Input;
  /** Who may give it: editors, unless it says otherwise. */
  readonly needs?: Role | undefined;
  readonly run: (
    command: Parsed & Pick<Command, 'actor' | 'at'>,
  ) => Promise<Outcome<Saved | OfTitles>>;
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
  needs = 'editor',
  run,
  explain,
  proposed,
}: Performance<Input, Parsed>): Promise<CommandResult> {
  try {
    if (!(await isFromHere())) return FROM_ELSEWHERE;
    const person = await currentPerson();
    if (person === null) return NOBODY;
    if (!mayActAs(person.role, needs)) return notAllowed(person.role);
    const parsed = schema.safeParse(input);
    if (!parsed.success) return invalid(parsed.error);
    return await settled(parsed.data, actorOf(person), run, explain, proposed);
  } catch (error) {
    if (hasCode<Busy>(error, 'busy')) return { status: 'busy', message: error.message };
    if (hasCode<OutcomeUnknown>(error, 'outcome-unknown'))
      return { status: 'unknown', message: error.message };
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
    const outcome = await run({ ...parsed, actor, at: new Date().toISOString() });
    return accepted(outcome, versionOf(parsed));
  } catch (error) {
    if (hasCode<Stale>(error, 'stale') && explain !== undefined) return explain(parsed);
    if (!isDomainError(error)) throw error;
    const change = proposed?.(parsed) ?? null;
    return {
      status: 'refused',
      code: error.code,
      message: error.message,
      field: error.field ?? null,
      ways: change === null ? [] : waysOutOf(change, error),
      alternatives: hasCode<LastAssignment>(error, 'last-assignment')
        ? error.alternatives.map(assignmentData)
        : [],
      leads: leadsOf(error),
    };
  }
}

/** The version that a command was made against; `null` for one that makes something new. */
function versionOf(parsed: unknown): number | null {
  const { expectedVersion } = parsed as { readonly expectedVersion?: unknown };
  return typeof expectedVersion === 'number' ? expectedVersion : null;
}

/** Every accepted change raises the version (L7): an answer with the version that was there means that nothing changed. */
function accepted(
  outcome: Outcome<Saved | OfTitles>,
  expectedVersion: number | null,
): CommandResult {
  const { replayed } = outcome;
  if ('withdrawal' in outcome) return { status: 'previewed', withdrawal: outcome.withdrawal };
  if ('titles' in outcome) return { status: 'tried', titles: outcome.titles };
  if ('assigned' in outcome) return { status: 'assigned', titles: outcome.assigned, replayed };
  const { id, version, offers = [] } = outcome;
  if (version === expectedVersion) return { status: 'unchanged', id, version };
  return { status: 'saved', id, version, offers, replayed };
}

/** More pages than these are not led to from one refusal. */
const MOST_LEADS = 6;

/** Where a person goes to put right what stands against a change of a license: its titles, or their other licenses. */
function leadsOf(error: DomainError): readonly Lead[] {
  if (hasCode<TitlesStranded>(error, 'titles-stranded'))
    return error.titles
      .slice(0, MOST_LEADS)
      .map(({ id, title }) => ({ label: title, address: `/content/${id}` }));
  if (!hasCode<TitlesClash>(error, 'titles-clash')) return [];
  const licenses = new Map(
    error.clashes.map(({ clash }) => [clash.with.licenseId, clash.with.licenseName]),
  );
  return [...licenses]
    .slice(0, MOST_LEADS)
    .map(([id, name]) => ({ label: name, address: `/licenses/${id}` }));
}

const NOBODY = notHeard('nobody', SIGNED_OUT);
const FROM_ELSEWHERE = notHeard('from-elsewhere', FOREIGN);

function notAllowed(role: Role): CommandResult {
  return notHeard('not-allowed', mayNot(role));
}

/** Refused before anybody looked at what was asked. */
function notHeard(code: string, message: string): CommandResult {
  return { status: 'refused', code, message, field: null, ways: [] };
}

/** Where fields stand inside a command; a form names its fields without them. */
const CONTAINERS = new Set<PropertyKey>([
  ...['plan', 'details', 'before', 'after', 'offers', 'first', 'chosen', 'to', 0],
]);

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
    message: fields.length > 1 ? `Fix ${fields.length} fields. ${first}` : first,
    fieldErrors,
  };
}
