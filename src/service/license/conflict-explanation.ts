import type { LicenseClosingPlan } from '../../domain/closing';
import { describeEnd } from '../../domain/closing';
import type { DomainError } from '../../domain/errors';
import type { NoDayForLastStep } from '../../domain/price-plan/ladder';
import type {
  LicenseChange,
  LicenseState,
  ProposedChange,
} from '../../domain/license/license-change';
import type { LicenseConflict, Way } from '../conflict/conflict';
import type { GenerationPlan, KnownPlan } from './generate-offers';
import type { LicenseViews } from './license-views';
import { classify, waysOut } from '../../domain/license/conflict';
import { DateRange, formatLength, isoDate } from '../../domain/values/date-range';
import { deviceName } from '../../domain/values/device';
import { hasCode, isDomainError } from '../../domain/errors';
import { licenseIn } from '../../domain/license/license-in';
import { describeChange, inverse } from '../../domain/license/license-change';
import { LicenseDetails } from '../../domain/license/license-details';
import { NoFreeSlot, NothingToUndo } from '../../domain/license/license-errors';
import { Offer, windowOf } from '../../domain/license/offer';
import { isOpenLadder, priceLadder } from '../../domain/price-plan/ladder';
import { explained } from '../conflict/conflict';
import { comparison } from './conflict-comparison';
import { conflictStrips } from './conflict-strips';
import { NotFound } from '../errors';

/** What a command on a license wanted, before it is known what that means on the latest version. */
export type LicenseIntent =
  | { readonly kind: 'generate'; readonly plan: KnownPlan }
  /** `undoes`: the version whose change was to be taken back, the one the command was made against unless given. */
  | { readonly kind: 'undo'; readonly undoes?: number | undefined }
  | { readonly kind: 'change'; readonly change: ProposedChange }
  | { readonly kind: 'close'; readonly plan: LicenseClosingPlan };

/**
 * Explains what a stale command means on the latest version, with what happened since it was made.
 *
 * @param expectedVersion the version the command was made against
 * @throws NotFound, and the rule an intent breaks by itself, whatever the version
 */
export async function explainConflict(
  licenseId: string,
  expectedVersion: number,
  intent: LicenseIntent,
  views: Pick<LicenseViews, 'licenseSince'>,
): Promise<LicenseConflict> {
  const undoes = intent.kind === 'undo' ? (intent.undoes ?? expectedVersion) : undefined;
  const found = await views.licenseSince(licenseId, expectedVersion, undoes);
  if (found === null) throw new NotFound('license', licenseId);
  const { changes: since, entries, unread } = found;
  const { details, offers, closing } = found.view;
  const latest: LicenseState = { details, offers, closing };
  const proposed = proposal(intent, latest, found.undone);
  const isChange = !isDomainError(proposed);
  const verdict = isChange
    ? classify(proposed, latest, since)
    : ({ kind: 'refused', change: null, reason: proposed, ways: [] } as const);
  const explanation = explained('license', {
    id: licenseId,
    madeAgainst: expectedVersion,
    latestVersion: found.view.version,
    entries,
    verdict,
    nameOf,
  });
  const change = isChange ? proposed : null;
  const result = explanation.ways[0]?.change ?? null;
  return {
    ...explanation,
    reason: explanation.reason ?? (verdict.kind === 'gone' ? goneWith(latest) : null),
    rows: change === null ? [] : comparison(change, verdict, result, latest, { since, unread }),
    strips: conflictStrips(change, result, latest, since),
  };
}

/** Why an offer is gone that went with its license; `null` where the license is in use. */
function goneWith({ closing, details }: LicenseState): string | null {
  if (closing === null) return null;
  if (closing.kind === 'void') return `The license is void: ${closing.reason}.`;
  const { startsOn, endsOn } = details.terms.window;
  const end = describeEnd(DateRange.of(startsOn, endsOn).lastDay, closing);
  return `The license is closed. ${end}.`;
}

/** The ways out of a refusal that a form was answered with, as changes that can be applied as they are. */
export function alternativesFor(
  change: ProposedChange,
  reason: DomainError,
): Way<ProposedChange>[] {
  return waysOut(change, reason).map((way) => ({ label: nameOf(way), change: way }));
}

function proposal(
  intent: LicenseIntent,
  latest: LicenseState,
  undone: LicenseChange | null,
): ProposedChange | DomainError {
  switch (intent.kind) {
    case 'change':
      return intent.change;
    case 'undo':
      return (undone && inverse(undone)) ?? new NothingToUndo();
    case 'generate':
      return generation(intent.plan, latest);
    case 'close':
      return closing(intent.plan, latest);
  }
}

/** The change that closes the license as it is now. */
function closing(plan: LicenseClosingPlan, latest: LicenseState): ProposedChange | DomainError {
  const license = licenseIn(latest);
  try {
    license.close(plan);
  } catch (refusal) {
    if (!isDomainError(refusal)) throw refusal;
    return refusal;
  }
  if (license.change?.kind !== 'license-closed') throw new Error('Closing is a change.');
  return license.change;
}

/** The change a plan would make, where it names its days; `null` where only the license or a price plan tells them. */
export function generationOf(plan: GenerationPlan): ProposedChange | null {
  if (plan.kind === 'first-free' || plan.kind === 'price-plan') return null;
  return plan.kind === 'ladder' && isOpenLadder(plan.steps) ? null : onItsDays(plan, null);
}

/** @param until the first day after the license, where an open last step ends */
function onItsDays(
  plan: Exclude<KnownPlan, { kind: 'first-free' }>,
  until: string | null,
): ProposedChange {
  if (plan.kind === 'at') return { kind: 'offers-generated', offers: plan.offers };
  const offers = priceLadder(plan.start, plan.steps, plan.devices, until);
  return { kind: 'offers-generated', offers: offers.map((offer) => offer.toData()) };
}

function generation(plan: KnownPlan, latest: LicenseState): ProposedChange | DomainError {
  if (plan.kind !== 'first-free')
    try {
      return onItsDays(plan, latest.details.terms.window.endsOn);
    } catch (refusal) {
      if (!hasCode<NoDayForLastStep>(refusal, 'no-day-for-last-step')) throw refusal;
      return refusal;
    }
  const license = licenseIn(latest);
  const place = license.firstFree(plan.days, plan.onOrAfter, null);
  if (place === null) return new NoFreeSlot(plan.days, isoDate(plan.onOrAfter), null);
  return {
    kind: 'offers-generated',
    offers: [{ ...plan.offer, window: place.toData() }],
  };
}

/** A way in words: where it puts what. */
function nameOf(change: ProposedChange): string {
  switch (change.kind) {
    case 'offers-generated':
    case 'offers-withdrawn': {
      const window = windowOf(change.offers);
      return window === null ? '' : placeOf(window);
    }
    case 'offer-replaced':
      return placeOf(Offer.of(change.after).window);
    case 'offers-rearranged':
      return describeChange(change);
    case 'license-amended': {
      const { window, devices } = LicenseDetails.of(change.after).terms;
      return `${window.toString()}, ${devices.map(deviceName).join(', ')}`;
    }
    case 'license-closed':
    case 'license-reopened':
      return describeChange(change);
  }
}

function placeOf(window: DateRange): string {
  return window.days === null
    ? window.toString()
    : `${window.toString()}, ${formatLength(window.days)}`;
}
