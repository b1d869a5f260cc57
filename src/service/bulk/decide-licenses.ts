import type { BulkPlan, KnownBulkPlan } from '../../domain/bulk/bulk-plan';
import type { License } from '../../domain/license/license';
import type { LicenseAtVersion } from '../license/close-license';
import type { Transaction } from '../unit-of-work';
import { bulkStep } from '../../domain/bulk/bulk-change';
import { DomainError, isDomainError } from '../../domain/errors';
import { countOffers } from '../../domain/bulk/bulk-sample';
import { NotFound, Stale, VersionAhead } from '../errors';
import { requireFewLicenses } from '../license/close-license';
import { stepsOf } from '../price-plan/applied-plan';
import { titleClashes } from './clashing-titles';

/** What becomes of one license of a bulk change. */
export type DecidedLicense = {
  readonly license: License;
  /** How many of its chosen offers stay because all their prices are tiers. */
  readonly onTiers: number;
} & (
  | { readonly outcome: 'changes' }
  | { readonly outcome: 'same' }
  | { readonly outcome: 'blocked'; readonly refusal: DomainError }
);

/** As many offers as one command changes at most. */
export const MAX_OFFERS = 10_000;

/**
 * Decides a bulk change license by license, as if those that are blocked were left out. Those that change have their change, and
 * are not saved.
 *
 * @throws TooManyLicenses, TooManyOffers, NotFound, VersionAhead, PricePlanChanged
 */
export async function decideLicenses(
  wanted: readonly LicenseAtVersion[],
  plan: BulkPlan,
  transaction: Transaction,
): Promise<readonly DecidedLicense[]> {
  const versions = new Map(wanted.map((one) => [one.licenseId, one.expectedVersion]));
  requireFewLicenses(versions.size, 'changed');
  const known = await knownBulkPlan(plan, transaction);
  const read = await transaction.licenses.getAll([...versions.keys()]);
  const byId = new Map(read.map((license) => [license.id, license]));
  const decided = [...versions].map(([id, expectedVersion]) => {
    const license = byId.get(id);
    if (license === undefined) throw new NotFound('license', id);
    if (license.version < expectedVersion) throw new VersionAhead(expectedVersion, license.version);
    return license.version > expectedVersion
      ? blocked(license, new Stale('license', id, expectedVersion))
      : decide(license, known);
  });
  requireFewOffers(decided);
  const changing = decided.filter(({ outcome }) => outcome === 'changes');
  const clashes = await titleClashes(
    changing.map(({ license }) => license),
    transaction,
  );
  const refusals = new Map(clashes.map(({ license, refusal }) => [license, refusal]));
  return decided.map((one) => {
    const refusal = refusals.get(one.license);
    return refusal === undefined ? one : blocked(one.license, refusal);
  });
}

async function knownBulkPlan(plan: BulkPlan, { pricePlans }: Transaction): Promise<KnownBulkPlan> {
  if (plan.kind !== 'price-plan') return plan;
  return { kind: 'ladder', steps: await stepsOf(plan, pricePlans), start: plan.start };
}

function decide(license: License, plan: KnownBulkPlan): DecidedLicense {
  try {
    const { change, onTiers } = bulkStep(plan, license);
    if (change === null) return { license, onTiers, outcome: 'same' };
    license.perform(change);
    return { license, onTiers, outcome: license.change === null ? 'same' : 'changes' };
  } catch (refusal) {
    if (!isDomainError(refusal)) throw refusal;
    return blocked(license, refusal);
  }
}

function blocked(license: License, refusal: DomainError): DecidedLicense {
  return { license, onTiers: 0, outcome: 'blocked', refusal };
}

function requireFewOffers(decided: readonly DecidedLicense[]): void {
  const offers = decided.reduce(
    (sum, { license: { change } }) => sum + (change === null ? 0 : countOffers(change)),
    0,
  );
  if (offers > MAX_OFFERS) throw new TooManyOffers(offers);
}

/** A bulk change is of at most `MAX_OFFERS` offers. */
export class TooManyOffers extends DomainError {
  readonly code = 'too-many-offers';
  override readonly field = 'licenses';

  constructor(count: number) {
    super(
      `These are ${count.toLocaleString('en-US')} offers; at most ${MAX_OFFERS.toLocaleString('en-US')} can be changed at once. Narrow the filter.`,
    );
  }
}
