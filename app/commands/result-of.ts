import type { z } from 'zod';
import type {
  LastAssignment,
  TitlesClash,
  TitlesStranded,
} from '../../src/domain/content/content-errors';
import type { ContractVoid, LicensesInUse } from '../../src/domain/contract/contract-errors';
import type { LicenseTwin } from '../../src/domain/license/twin';
import type { DomainError } from '../../src/domain/errors';
import type { DoneOf } from '../../src/service/commands/commands';
import type { Result } from '../../src/service/commands/execute';
import type { ChangedSince } from '../../src/service/changed-since';
import type { Stale } from '../../src/service/errors';
import type { Outcome } from '../../src/service/unit-of-work';
import type { FormKind, RecordFormKind, VersionedFormKind } from '../../src/wire/forms/forms';
import type { CommandResult, Lead } from './command-result';
import { assignmentData } from '../../src/domain/content/content-change';
import { hasCode } from '../../src/domain/errors';
import { isRecordKind } from '../../src/service/commands/commands';
import type { LicensesBlocked } from '../../src/service/bulk/change-licenses';
import { typedPlace } from '../../src/wire/forms/typed-place';
import { invalidWords } from './invalid-words';

/**
 * The result of a command as a browser is sent it: plain data, in the terms of forms.
 *
 * @param input the command's; the version in it tells whether anything changed
 * @param typed the same as it was typed: there the refusal stands
 */
export function resultOf(
  kind: FormKind,
  result: Result<FormKind>,
  input: object,
  typed: object,
): CommandResult {
  switch (result.status) {
    case 'done':
      return isOfRecord(kind, result.done)
        ? { status: 'done', done: result.done }
        : done(result.done, versionIn(input));
    case 'stale':
      return { status: 'stale', conflict: result.conflict };
    case 'refused': {
      const { refusal, place, alternatives } = result;
      return {
        status: 'refused',
        code: refusal.code,
        message: refusal.message,
        field: place === null ? null : named(typedPlace(place, typed)),
        ways: alternatives,
        alternatives: hasCode<LastAssignment>(refusal, 'last-assignment')
          ? refusal.alternatives.map(assignmentData)
          : [],
        leads: leadsOf(refusal),
        ...(hasCode<LicenseTwin>(refusal, 'license-twin') ? { twin: refusal.twin } : {}),
      };
    }
    case 'busy':
    case 'unknown':
      return { status: result.status, message: result.error.message };
  }
}

/** Whether an outcome is that of a command on a record, which has no version to tell. */
function isOfRecord(
  kind: FormKind,
  outcome: Outcome<DoneOf<FormKind>>,
): outcome is Outcome<DoneOf<RecordFormKind>> {
  return isRecordKind(kind) && !('version' in outcome);
}

/** Every accepted change raises the version (L7): an answer with the version that was there means that nothing changed. */
function done(
  outcome: Outcome<DoneOf<VersionedFormKind>>,
  expectedVersion: number | null,
): CommandResult {
  const { replayed } = outcome;
  if ('titles' in outcome) return { status: 'tried', titles: outcome.titles };
  if ('withdrawal' in outcome) return { status: 'previewed', withdrawal: outcome.withdrawal };
  if ('effects' in outcome) return { status: 'takedown-previewed', effects: outcome.effects };
  if ('closing' in outcome) return { status: 'closing-previewed', closing: outcome.closing };
  if ('closed' in outcome) return { status: 'closed', licenses: outcome.closed, replayed };
  if ('reopened' in outcome) return { status: 'reopened', licenses: outcome.reopened, replayed };
  if ('bulk' in outcome) return { status: 'bulk-previewed', bulk: outcome.bulk };
  if ('copy' in outcome) return { status: 'copy-previewed', copy: outcome.copy };
  if ('changed' in outcome) return { status: 'bulk-changed', licenses: outcome.changed, replayed };
  if ('assigned' in outcome) return { status: 'assigned', titles: outcome.assigned, replayed };
  const { id, version } = outcome;
  if (version === expectedVersion) return { status: 'unchanged', id, version };
  const offers = 'offers' in outcome ? outcome.offers : [];
  return { status: 'saved', id, version, offers, replayed };
}

/** The version that a command was made against; `null` for one that makes something new, as a copy. */
function versionIn(input: object): number | null {
  if ('copyId' in input) return null;
  return 'expectedVersion' in input && typeof input.expectedVersion === 'number'
    ? input.expectedVersion
    : null;
}

const PAGES = { license: '/licenses', content: '/content' };

/** More pages than these are not led to from one refusal. */
const MAX_LEADS = 6;

/** Where a person goes to put right what stands against a change: titles, other licenses, what has changed since. */
function leadsOf(error: DomainError): readonly Lead[] {
  if (hasCode<TitlesStranded>(error, 'titles-stranded'))
    return error.titles
      .slice(0, MAX_LEADS)
      .map(({ id, title }) => ({ label: title, address: `/content/${id}` }));
  if (hasCode<ChangedSince>(error, 'changed-since'))
    return error.things
      .slice(0, MAX_LEADS)
      .map(({ what, id, name }) => ({ label: name, address: `${PAGES[what]}/${id}` }));
  if (hasCode<LicensesInUse>(error, 'licenses-in-use'))
    return error.licenses
      .slice(0, MAX_LEADS)
      .map(({ id, name }) => ({ label: name, address: `/licenses/${id}` }));
  if (hasCode<LicensesBlocked>(error, 'licenses-blocked'))
    return error.licenses
      .slice(0, MAX_LEADS)
      .map(({ id, name }) => ({ label: name, address: `/licenses/${id}` }));
  if (hasCode<ContractVoid>(error, 'contract-void'))
    return [{ label: error.reference, address: `/contracts/${error.contractId}` }];
  if (hasCode<Stale>(error, 'stale') && error.what === 'license')
    return [{ label: 'what was saved', address: `/licenses/${error.id}` }];
  if (!hasCode<TitlesClash>(error, 'titles-clash')) return [];
  const licenses = new Map(
    error.clashes.map(({ clash }) => [clash.with.licenseId, clash.with.licenseName]),
  );
  return [...licenses]
    .slice(0, MAX_LEADS)
    .map(([id, name]) => ({ label: name, address: `/licenses/${id}` }));
}

/** Refused before anybody looked at what was asked. */
export function notAccepted(code: string, message: string): CommandResult {
  return { status: 'refused', code, message, field: null, ways: [] };
}

/** What no form of ours sends. */
export const NO_FORM: CommandResult = {
  status: 'invalid',
  message: 'This form is not valid. Reload the page.',
  fieldErrors: {},
};

function named(place: readonly PropertyKey[]): string {
  return place.map(String).join('.');
}

/** What cannot be read as the command's input. */
export function invalid(error: z.ZodError): CommandResult {
  const fieldErrors: Record<string, string> = {};
  for (const { path, message } of error.issues) {
    fieldErrors[named(path)] ??= message;
  }
  return { status: 'invalid', message: invalidWords(fieldErrors), fieldErrors };
}
