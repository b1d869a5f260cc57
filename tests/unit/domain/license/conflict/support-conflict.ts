import type { Verdict } from '../../../../../src/domain/license/conflict';
import type {
  LicenseState,
  ProposedChange,
} from '../../../../../src/domain/license/license-change';
import type { LicenseDetailsData } from '../../../../../src/domain/license/license-details';
import type { OfferData } from '../../../../../src/domain/license/offer';
import type { TermsData } from '../../../../../src/domain/license/terms';
import { classify } from '../../../../../src/domain/license/conflict';
import { inverse, rewind } from '../../../../../src/domain/license/license-change';
import { anOfferData, days, someDetails } from '../../../../builders/license-builders';

export const details = someDetails({ name: 'DISNEY US' });
export const january = anOfferData({ name: 'JAN', window: days('2026-01-01', '2026-01-31') });
export const march = anOfferData({ name: 'MAR', window: days('2026-03-01', '2026-03-31') });
export const may = anOfferData({ name: 'MAY', window: days('2026-05-01', '2026-05-31') });

/** Offers that are generated. */
export function generation(...offers: OfferData[]) {
  return { kind: 'offers-generated', offers } as const;
}

/** Offers that are withdrawn. */
export function withdrawal(...offers: OfferData[]) {
  return { kind: 'offers-withdrawn', offers } as const;
}

/** One offer in place of another. */
export function replacement(before: OfferData, after: OfferData) {
  return { kind: 'offer-replaced', before, after } as const;
}

/** Details in place of others. */
export function amendment(before: LicenseDetailsData, after: LicenseDetailsData) {
  return { kind: 'license-amended', before, after } as const;
}

/** The details with other terms. */
export function withTerms(terms: Partial<TermsData>): LicenseDetailsData {
  return { ...details, terms: { ...details.terms, ...terms } };
}

/** A license in use with these offers. */
export function stateOf(offers: readonly OfferData[]): LicenseState {
  return { details, offers, closing: null };
}

/** What an intent made on a license with these offers means after some changes. */
export function verdictOn(
  intent: ProposedChange,
  offers: readonly OfferData[],
  since: readonly ProposedChange[],
): Verdict {
  // Rewinding the opposites of what happened, backwards, makes them happen.
  const latest = rewind(stateOf(offers), since.toReversed().map(opposite));
  return classify(intent, latest, since);
}

function opposite(change: ProposedChange): ProposedChange {
  const back = inverse(change);
  if (back === null) throw new Error('Every proposed change has an opposite.');
  return back;
}

/** A verdict as a refusal; throws when it is none. */
export function refused(verdict: Verdict): Extract<Verdict, { kind: 'refused' }> {
  if (verdict.kind === 'refused') return verdict;
  throw new Error(`It is ${verdict.kind}.`);
}

/** The windows of the offers that a change adds. */
export function windowsOf(change: ProposedChange) {
  if (change.kind === 'offers-generated') return change.offers.map(({ window }) => window);
  return change.kind === 'offer-replaced' ? [change.after.window] : [];
}
