import type { Clash } from '../../src/domain/content/clash';
import type { Complaint, ProblemMembers } from '../document/problem-schema';
import { isWindowRefused } from '../../src/domain/license/license-errors';
import { hasCode, isDomainError } from '../../src/domain/errors';
import { assignmentData } from '../../src/domain/content/content-change';
import type {
  LastAssignment,
  OfferClash,
  TitlesClash,
  TitlesStranded,
} from '../../src/domain/content/content-errors';
import type { DomainError } from '../../src/domain/errors';
import type { PricePlanChanged } from '../../src/domain/price-plan/price-plan';
import type {
  DevicesNotLicensed,
  FormatsNotLicensed,
  NoFreeSlot,
  OfferOutsideLicense,
  OfferOverlap,
  OffersStranded,
} from '../../src/domain/license/license-errors';
import type { Path } from '../../src/service/commands/refused-part';
import type { LicensesBlocked } from '../../src/service/bulk/change-licenses';
import type { ChangedSince } from '../../src/service/changed-since';
import type { Busy, OutcomeUnknown, Stale } from '../../src/service/errors';
import { pointerOf } from './complaints';
import { Problem, isProblem } from './problem';
import type { ProblemCode } from './problem-codes';
import { isProblemCode, PROBLEMS } from './problem-codes';

/** In seconds: when it is sensible to try again. */
const RETRY_AFTER = '1';

/**
 * An error as it is answered; `null` for what nobody expected.
 *
 * @param place where in the body a refusal stands; `null` when it stands nowhere there
 */
export function problemOf(error: unknown, place: Path | null = null): Problem | null {
  if (isProblem(error)) return error;
  if (hasCode<Busy>(error, 'busy'))
    return new Problem('busy', error.message, { headers: { 'retry-after': RETRY_AFTER } });
  if (hasCode<OutcomeUnknown>(error, 'outcome-unknown'))
    return new Problem(
      'outcome-unknown',
      `${error.message} Retry with the same Idempotency-Key to get the result.`,
      { headers: { 'retry-after': RETRY_AFTER } },
    );
  if (!isDomainError(error)) return null;
  const refused = KEY_TAKEN.includes(error.code) ? 'key-reused' : error.code;
  // Something that a body names and that is not there is a mistake in the body.
  const code = refused === 'not-found' && place !== null ? 'invalid-input' : refused;
  if (!isProblemCode(code)) return null;
  const [status] = PROBLEMS[code];
  const errors: Complaint[] =
    place !== null && (status === 422 || status === 409)
      ? [{ pointer: pointerOf(place), code: refused, detail: error.message }]
      : [];
  return new Problem(code, INSTEAD[code] ?? error.message, {
    members: { ...(errors.length === 0 ? {} : { errors }), ...membersOf(error) },
  });
}

const KEY_TAKEN: readonly string[] = ['export-taken', 'import-taken'];

/** What people are told that have a page in front of them, told to a program. */
const INSTEAD: Partial<Record<ProblemCode, string>> = {
  'key-reused':
    'This Idempotency-Key was already used for a different request or by another caller.',
  'version-ahead': 'This version does not exist yet. Read the resource again.',
  'import-moved': 'The state of the import has changed and does not allow this. Read it again.',
};

/** What a refusal knows besides its sentence. */
function membersOf(error: DomainError): ProblemMembers {
  return { ...windowMembers(error), ...licenseMembers(error), ...titleMembers(error) };
}

function windowMembers(error: DomainError): ProblemMembers {
  if (!isWindowRefused(error) || error.alternatives === null) return {};
  const { fits, shortened } = error.alternatives;
  return {
    nearest: {
      fits: fits.map((window) => window.toData()),
      shortened: shortened?.toData() ?? null,
    },
  };
}

function licenseMembers(error: DomainError): ProblemMembers {
  if (hasCode<OfferOverlap>(error, 'offer-overlap'))
    return {
      overlaps: error.clashes.map(({ with: offer, days }) => ({
        offer: offer.toData(),
        days: days.toData(),
      })),
    };
  if (hasCode<OfferOutsideLicense>(error, 'offer-outside-license'))
    return { outside: error.outside.map((window) => window.toData()) };
  if (hasCode<NoFreeSlot>(error, 'no-free-slot'))
    return { longest: error.longest?.toData() ?? null };
  if (
    hasCode<DevicesNotLicensed>(error, 'devices-not-licensed') ||
    hasCode<FormatsNotLicensed>(error, 'formats-not-licensed')
  )
    return { missing: [...error.missing] };
  if (hasCode<OffersStranded>(error, 'offers-stranded'))
    return {
      stranded: error.stranded.map(({ offer, outside, missing, formats }) => ({
        offer: offer.toData(),
        outside: outside.map((window) => window.toData()),
        missing: [...missing],
        formats: [...formats],
      })),
    };
  if (hasCode<ChangedSince>(error, 'changed-since'))
    return { changed: error.things.map(({ what: aggregate, ...one }) => ({ aggregate, ...one })) };
  if (hasCode<LicensesBlocked>(error, 'licenses-blocked')) return { blocked: error.licenses };
  if (hasCode<PricePlanChanged>(error, 'price-plan-changed'))
    return { latestVersion: error.latest.revision };
  return {};
}

function titleMembers(error: DomainError): ProblemMembers {
  if (hasCode<LastAssignment>(error, 'last-assignment'))
    return { alternatives: error.alternatives.map(assignmentData) };
  if (hasCode<TitlesStranded>(error, 'titles-stranded'))
    return { titles: error.titles.map(({ id, title }) => ({ id, title })) };
  if (hasCode<OfferClash>(error, 'offer-clash')) return { clashes: error.clashes.map(clashOf) };
  if (hasCode<TitlesClash>(error, 'titles-clash'))
    return {
      titlesClashes: error.clashes.map(({ offer, clash, titles, example }) => ({
        offer: offer.offer.toData(),
        clash: clashOf(clash),
        titles,
        example,
      })),
    };
  if (hasCode<Stale>(error, 'stale') && error.what === 'content')
    return { stale: { contentId: error.id, version: error.expectedVersion } };
  return {};
}

function clashOf({ with: other, territories, devices, languages, days }: Clash) {
  return {
    licenseId: other.licenseId,
    licenseName: other.licenseName,
    offer: other.offer.toData(),
    territories: [...territories],
    devices: [...devices],
    languages,
    days: days.toData(),
  };
}
