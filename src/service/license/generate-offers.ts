import type { OfferWithoutWindow } from '../../domain/license/license';
import type { OfferData } from '../../domain/license/offer';
import type { Ladder } from '../../domain/price-plan/ladder';
import type { ChosenPricePlan } from '../price-plan/applied-plan';
import type { Outcome, Transaction, UnitOfWork } from '../unit-of-work';
import type { LicenseCommand, LicenseSaved } from './license-at-version';
import { Offer, lengthInDays } from '../../domain/license/offer';
import { generateLadder, priceLadder } from '../../domain/price-plan/ladder';
import { DateRange, addDays, dayNumber, isoDate } from '../../domain/values/date-range';
import { stepsOf } from '../price-plan/applied-plan';
import { changeLicense, current, windowsOf } from './license-at-version';

/** Where generated offers go: at their windows, in the first free slot of a length, or one after another from a day on. */
export type GenerationPlan =
  | { readonly kind: 'at'; readonly offers: readonly OfferData[] }
  | {
      readonly kind: 'first-free';
      readonly offer: OfferWithoutWindow;
      /** Whole days. */
      readonly days: number;
      /** The earliest day it may begin. */
      readonly onOrAfter: string;
    }
  | Ladder
  /** The ladder that a price plan says. */
  | (Omit<Ladder, 'kind' | 'steps'> & ChosenPricePlan & { readonly kind: 'price-plan' });

/** A plan that says itself what it makes. */
export type KnownPlan = Exclude<GenerationPlan, { readonly kind: 'price-plan' }>;

export interface GenerateOffers extends LicenseCommand {
  readonly plan: GenerationPlan;
}

/**
 * Generates offers by a plan, all or nothing.
 *
 * @throws NotFound, Stale, VersionAhead, PricePlanChanged, OfferOutsideLicense (L2), OfferOverlap (L3), DevicesNotLicensed (L4),
 *   NoFreeSlot, NoDayForLastStep; those of L2 and L3 carry the nearest places that fit
 */
export function generateOffers(
  command: GenerateOffers,
  unitOfWork: UnitOfWork,
): Promise<Outcome<LicenseSaved>> {
  return unitOfWork.run(command, async (transaction) => {
    const plan = await knownPlan(command.plan, transaction.pricePlans);
    if (plan.kind === 'first-free') return generateInFirstFreeSlot(command, plan, transaction);
    if (plan.kind === 'at') {
      const offers = plan.offers.map(Offer.of);
      return changeLicense(transaction, command, windowsOf(offers), (license) => {
        license.generate(offers);
      });
    }
    const { start, steps, devices } = plan;
    const days = windowsOf(priceLadder(start, steps, devices));
    return changeLicense(transaction, command, days, (license) => {
      generateLadder(license, plan);
    });
  });
}

/** A plan with the steps of the price plan that it names. @throws NotFound, PricePlanChanged */
export async function knownPlan(
  plan: GenerationPlan,
  pricePlans: Transaction['pricePlans'],
): Promise<KnownPlan> {
  if (plan.kind !== 'price-plan') return plan;
  const { start, devices } = plan;
  return { kind: 'ladder', start, steps: await stepsOf(plan, pricePlans), devices };
}

/** How far ahead to read, in multiples of the wanted length, before reading the whole timeline. */
const HORIZONS = [16, 256];

const LAST_DAY = dayNumber(isoDate('9999-12-31'));

async function generateInFirstFreeSlot(
  command: GenerateOffers,
  { offer, days, onOrAfter }: Extract<GenerationPlan, { kind: 'first-free' }>,
  transaction: Transaction,
): Promise<LicenseSaved> {
  const { licenses } = transaction;
  const from = isoDate(onOrAfter);
  for (const horizon of HORIZONS) {
    const ahead = horizon * lengthInDays(days);
    if (dayNumber(from) + ahead > LAST_DAY) break;
    const near = DateRange.of(from, addDays(from, ahead));
    const place = (await current(licenses, command, [near])).firstFree(days, from, near.endsOn);
    if (place !== null)
      return changeLicense(transaction, command, [place], (license) => {
        license.generate([Offer.of({ ...offer, window: place.toData() })]);
      });
  }
  return changeLicense(transaction, command, undefined, (license) => {
    license.generateInFirstFreeSlot(offer, days, from);
  });
}
