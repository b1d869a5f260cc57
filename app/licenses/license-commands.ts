import type { LicenseClosing } from '../../src/domain/closing';
import type { LicenseClosingInput } from '../../src/wire/forms/closing';
import type {
  LicenseClosed,
  OffersRearranged,
  ProposedChange,
} from '../../src/domain/license/license-change';
import type { LicenseDetailsData } from '../../src/domain/license/license-details';
import type { OfferData } from '../../src/domain/license/offer';
import type { DateRangeData } from '../../src/domain/values/date-range';
import type { FormCommand } from '../../src/wire/forms/forms';
import type { DetailsInput, OfferInput } from '../../src/wire/forms/license';
import { typedFurtherTerms } from './typed-further-terms';
import { DateRange } from '../../src/domain/values/date-range';
import { typedAmount } from '../../src/domain/values/money';

/** A command that changes a license. */
export type LicenseCommand = FormCommand<
  | 'generate-offers'
  | 'replace-offer'
  | 'withdraw-offers'
  | 'rearrange-offers'
  | 'amend-license'
  | 'close-license'
  | 'undo-change'
>;

/** A command that can take offers from titles. */
export type Withdrawal = Extract<
  LicenseCommand,
  { kind: 'withdraw-offers' | 'rearrange-offers' | 'undo-change' }
>;

/** The offers that a command names to be withdrawn; an undo names none. */
export function withdrawnBy(command: Withdrawal): readonly OfferInput[] {
  if (command.kind === 'withdraw-offers') return command.input.offers;
  return command.kind === 'rearrange-offers' ? command.input.withdrawn : [];
}

/** Where what is typed on a license is kept until it is saved. */
export const licenseDraft = {
  newOffer: (licenseId: string) => `license/${licenseId}/new-offer`,
  /** @param startsOn the offer's first day, which is its key within the license */
  offer: (licenseId: string, startsOn: string) => `license/${licenseId}/offer/${startsOn}`,
  amendment: (licenseId: string) => `license/${licenseId}/terms`,
  /** @param startsOn the offer that the sheet was opened for; `null` for none of them */
  titles: (licenseId: string, startsOn: string | null) =>
    `license/${licenseId}/titles/${startsOn ?? ''}`,
  /** Of several of its titles at once. */
  takedown: (licenseId: string) => `license/${licenseId}/takedown`,
  /** Of several of its offers at once. */
  offers: (licenseId: string) => `license/${licenseId}/offers`,
  copy: (licenseId: string) => `license/${licenseId}/copy`,
  closing: (licenseId: string, kind: LicenseClosing['kind']) => `license/${licenseId}/${kind}`,
};

/** What takes a saved change back is called. */
export type TakeBack = 'Undo' | 'Redo';

/**
 * What takes a command back once it is saved.
 *
 * @param isRedo whether the command itself takes an undo back
 */
export function takeBackOf({ kind }: LicenseCommand, isRedo: boolean): TakeBack {
  return kind === 'undo-change' && !isRedo ? 'Redo' : 'Undo';
}

/** The license that a command is on, and the version it was made against. */
export interface OnLicense {
  readonly licenseId: string;
  readonly expectedVersion: number;
}

/**
 * The command that makes a change which the server proposed: a slot that fits, a conflict's result.
 *
 * @param undoes the version whose change was to be taken back, where the change came of an undo
 */
export function commandOf(
  change: ProposedChange,
  on: OnLicense,
  undoes: number = on.expectedVersion,
): LicenseCommand {
  switch (change.kind) {
    case 'offers-generated':
      return {
        kind: 'generate-offers',
        input: { ...on, plan: { kind: 'at', offers: change.offers.map(typedOffer) } },
      };
    case 'offer-replaced':
      return {
        kind: 'replace-offer',
        input: { ...on, before: typedOffer(change.before), after: typedOffer(change.after) },
      };
    case 'offers-withdrawn':
      return { kind: 'withdraw-offers', input: { ...on, offers: change.offers.map(typedOffer) } };
    case 'offers-rearranged':
      return { kind: 'rearrange-offers', input: { ...on, ...typedRearrangement(change) } };
    case 'license-amended':
      return { kind: 'amend-license', input: { ...on, details: typedDetails(change.after) } };
    case 'license-closed':
      return { kind: 'close-license', input: { ...on, plan: typedClosing(change) } };
    case 'license-reopened':
      return { kind: 'undo-change', input: { ...on, undoes } };
  }
}

/** A rearrangement as its form has it. */
export function typedRearrangement({ replaced, added, withdrawn }: Omit<OffersRearranged, 'kind'>) {
  return {
    replaced: replaced.map(({ before, after }) => ({
      before: typedOffer(before),
      after: typedOffer(after),
    })),
    added: added.map(({ offer, titlesOf }) => ({
      offer: typedOffer(offer),
      titlesOf: titlesOf === null ? null : typedOffer(titlesOf),
    })),
    withdrawn: withdrawn.map(typedOffer),
  };
}

/** A closing as its form has it. */
function typedClosing({ closing: { kind, reason }, after }: LicenseClosed): LicenseClosingInput {
  return kind === 'void' ? { kind, reason } : { kind, reason, lastDay: typedDays(after).lastDay };
}

/** An offer as its form shows it. */
export function typedOffer({ name, prices, window, devices }: OfferData): OfferInput {
  return {
    name,
    currency: prices.find(({ amount }) => amount !== null)?.amount?.currency ?? 'USD',
    prices: prices.map(({ format, kind, amount, tier }) => ({
      format: format ?? '',
      kind,
      price: amount === null ? (tier ?? '') : typedAmount(amount),
    })),
    ...typedDays(window),
    devices: [...devices],
  };
}

/** A license's details as their form shows them. */
export function typedDetails({ name, notes, terms }: LicenseDetailsData): DetailsInput {
  return {
    name,
    notes,
    rightsType: terms.rightsType,
    territories: [...terms.territories],
    devices: [...terms.devices],
    ...typedFurtherTerms(terms),
    ...typedDays(terms.window),
  };
}

/** First and last day, both inclusive, as people type them. */
function typedDays({ startsOn, endsOn }: DateRangeData): { firstDay: string; lastDay: string } {
  return { firstDay: startsOn, lastDay: DateRange.of(startsOn, endsOn).lastDay ?? 'open' };
}
