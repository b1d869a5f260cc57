import type { Verdict } from '../../domain/license/conflict';
import type {
  LicenseChange,
  LicenseState,
  ProposedChange,
} from '../../domain/license/license-change';
import type { ConflictRow } from './conflict-comparison';
import type { ConflictStrips } from './conflict-strips';
import type { GenerationPlan } from './license-service';
import type { HistoryEntry, LicenseViews } from '../views';
import type { DateRange } from '../../domain/values/date-range';
import { classify, waysOut } from '../../domain/license/conflict';
import { formatLength, isoDate } from '../../domain/values/date-range';
import { deviceName } from '../../domain/values/device';
import { DomainError } from '../../domain/errors';
import { License } from '../../domain/license/license';
import { inverse } from '../../domain/license/license-change';
import { LicenseDetails } from '../../domain/license/license-details';
import { NoFreeSlot, NothingToUndo } from '../../domain/license/license-errors';
import { Offer, priceLadder, windowOf } from '../../domain/license/offer';
import { Timeline } from '../../domain/license/timeline';
import { comparison } from './conflict-comparison';
import { conflictStrips } from './conflict-strips';
import { NotFound } from '../errors';

/** What a command on a license wanted, before it is known what that means on the latest version. */
export type LicenseIntent =
  | { readonly kind: 'generate'; readonly plan: GenerationPlan }
  /** `undoes`: the version whose change was to be taken back, the one the command was made against unless given. */
  | { readonly kind: 'undo'; readonly undoes?: number | undefined }
  | { readonly kind: 'change'; readonly change: ProposedChange };

/** A change that can be applied to the latest version, in words that name it. */
export interface Way {
  readonly label: string;
  readonly change: ProposedChange;
}

/** Everything a person needs to settle a stale command: plain data. */
export interface ConflictExplanation {
  readonly licenseId: string;
  /** The version the command was made against. */
  readonly madeAgainst: number;
  /** The version it is judged on, and is applied to. */
  readonly latestVersion: number;
  /** What happened in between, in order. */
  readonly since: readonly HistoryEntry[];
  readonly verdict: Verdict['kind'];
  /** Why it cannot simply be applied; the rule's own words. */
  readonly reason: string | null;
  /** The change in dispute, each way; fields are settled one by one. */
  readonly dispute: Omit<Extract<Verdict, { kind: 'disputed' }>, 'kind'> | null;
  /** What can be applied, the best first: the change itself where it is legal. */
  readonly ways: readonly Way[];
  readonly rows: readonly ConflictRow[];
  readonly strips: ConflictStrips;
}

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
  views: LicenseViews,
): Promise<ConflictExplanation> {
  // An undo means a change up to the expected version, so the story is read from the version before that change.
  const from = intent.kind === 'undo' ? (intent.undoes ?? expectedVersion) - 1 : expectedVersion;
  const found = await views.licenseSince(licenseId, from);
  if (found === null) throw new NotFound('license', licenseId);
  const undone = expectedVersion - from;
  const since = found.changes.slice(undone);
  const latest: LicenseState = { details: found.view.details, offers: found.view.offers };
  const proposed = proposal(intent, latest, found.changes);
  const verdict =
    proposed instanceof DomainError
      ? ({ kind: 'refused', reason: proposed } as const)
      : classify(proposed, latest, since);
  const change = proposed instanceof DomainError ? null : proposed;
  const ways = waysOf(verdict);
  return {
    licenseId,
    madeAgainst: expectedVersion,
    latestVersion: found.view.version,
    since: found.entries.slice(undone),
    verdict: verdict.kind,
    reason: verdict.kind === 'refused' ? verdict.reason.message : null,
    dispute:
      verdict.kind === 'disputed'
        ? { fields: verdict.fields, yours: verdict.yours, theirs: verdict.theirs }
        : null,
    ways,
    rows:
      change === null ? [] : comparison(change, verdict, ways[0]?.change ?? null, latest, since),
    strips: conflictStrips(change, ways[0]?.change ?? null, latest, since),
  };
}

/** The ways out of a refusal that a form was answered with, as changes that can be applied as they are. */
export function alternativesFor(change: ProposedChange, reason: DomainError): Way[] {
  return waysOut(change, reason).map((way) => ({ label: nameOf(way), change: way }));
}

function proposal(
  intent: LicenseIntent,
  latest: LicenseState,
  changes: readonly LicenseChange[],
): ProposedChange | DomainError {
  switch (intent.kind) {
    case 'change':
      return intent.change;
    case 'undo': {
      const [undone] = changes;
      return (undone && inverse(undone)) ?? new NothingToUndo();
    }
    case 'generate':
      return generation(intent.plan, latest);
  }
}

/** The change a plan would make, where it names its days; `null` where only the timeline tells them. */
export function generationOf(plan: GenerationPlan): ProposedChange | null {
  return plan.kind === 'first-free' ? null : onItsDays(plan);
}

function onItsDays(plan: Exclude<GenerationPlan, { kind: 'first-free' }>): ProposedChange {
  if (plan.kind === 'at') return { kind: 'offers-generated', offers: plan.offers };
  const offers = priceLadder(plan.start, plan.steps, plan.devices);
  return { kind: 'offers-generated', offers: offers.map((offer) => offer.toData()) };
}

function generation(plan: GenerationPlan, latest: LicenseState): ProposedChange | DomainError {
  if (plan.kind !== 'first-free') return onItsDays(plan);
  const license = asLicense(latest);
  const place = license.firstFree(plan.days, plan.onOrAfter, null);
  if (place === null) return new NoFreeSlot(plan.days, isoDate(plan.onOrAfter), null);
  return {
    kind: 'offers-generated',
    offers: [{ ...plan.offer, window: place.toData() }],
  };
}

function asLicense({ details, offers }: LicenseState): License {
  return License.reconstitute({
    id: '',
    contractId: '',
    version: 1,
    details: LicenseDetails.of(details),
    timeline: Timeline.whole(offers.map(Offer.of)),
  });
}

function waysOf(verdict: Verdict | { kind: 'refused'; reason: DomainError }): Way[] {
  switch (verdict.kind) {
    case 'legal':
      return [{ label: nameOf(verdict.change), change: verdict.change }];
    case 'refused':
      return 'ways' in verdict
        ? verdict.ways.map((change) => ({ label: nameOf(change), change }))
        : [];
    case 'gone':
      return verdict.recreate === null
        ? []
        : [{ label: nameOf(verdict.recreate), change: verdict.recreate }];
    case 'settled':
    case 'disputed':
      return [];
  }
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
    case 'license-amended': {
      const { window, devices } = LicenseDetails.of(change.after).terms;
      return `${window.toString()}, ${devices.map(deviceName).join(', ')}`;
    }
  }
}

function placeOf(window: DateRange): string {
  return window.days === null
    ? window.toString()
    : `${window.toString()}, ${formatLength(window.days)}`;
}
