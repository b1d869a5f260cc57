import type { LicensedOffer } from '../../domain/content/clash';
import type { License } from '../../domain/license/license';
import type { OfferData } from '../../domain/license/offer';
import type { DateRange } from '../../domain/values/date-range';
import type { Transaction } from '../unit-of-work';
import { licensedOffer } from '../../domain/content/clash';
import { OfferGone } from '../../domain/license/license-errors';
import { Offer } from '../../domain/license/offer';
import { NotFound } from '../errors';

/** An offer as the person who chose it saw it. */
export interface ChosenOffer {
  readonly licenseId: string;
  readonly offer: OfferData;
}

/** The offer, if its license has it now exactly as it was chosen (C3). */
export async function chosenOffer(
  chosen: ChosenOffer,
  transaction: Transaction,
): Promise<LicensedOffer> {
  const choose = await offersToChoose([chosen], transaction);
  return choose(chosen);
}

/**
 * Reads the licenses of some offers, each once, and finds the offers on them.
 *
 * @throws NotFound for a license; what it returns throws OfferGone for an offer that is not there as it was chosen (C3)
 */
export async function offersToChoose(
  chosen: readonly ChosenOffer[],
  { licenses }: Transaction,
): Promise<(one: ChosenOffer) => LicensedOffer> {
  const windows = new Map<string, Map<string, DateRange>>();
  for (const { licenseId, offer } of chosen) {
    const { window } = Offer.of(offer);
    const known = windows.get(licenseId) ?? new Map<string, DateRange>();
    windows.set(licenseId, known.set(window.startsOn, window));
  }
  const read = new Map<string, License>();
  for (const [id, known] of windows) {
    const license = await licenses.get(id, [...known.values()]);
    if (license === null) throw new NotFound('license', id);
    read.set(id, license);
  }
  return ({ licenseId, offer: data }) => {
    const offer = Offer.of(data);
    const license = read.get(licenseId);
    if (license?.timeline.has(offer) !== true) throw new OfferGone(offer);
    return licensedOffer(license, offer);
  };
}
