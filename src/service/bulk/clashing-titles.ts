import type { LicensedOffer, OfferRef } from '../../domain/content/clash';
import type { DomainError } from '../../domain/errors';
import type { LicenseChange } from '../../domain/license/license-change';
import type { OfferData } from '../../domain/license/offer';
import type { License } from '../../domain/license/license';
import type { Neighbor } from '../../domain/content/title-rules';
import type { Transaction } from '../unit-of-work';
import { licensedOffer } from '../../domain/content/clash';
import { hasCode } from '../../domain/errors';
import type { TitlesClash } from '../../domain/content/content-errors';
import { offersInQuestion, requireNoTitlesClash } from '../../domain/content/title-rules';
import { replacedBy } from '../../domain/license/license-change';
import { Offer } from '../../domain/license/offer';

/** A license whose change is refused, and why. */
export interface RefusedLicense {
  readonly license: License;
  readonly refusal: DomainError;
}

/**
 * The licenses whose changes would make offers of a title clash (C2), when all of them change at once. Where a license is
 * refused, the others are judged as if it stayed as it is.
 *
 * @param licenses changed and not saved
 */
export async function titleClashes(
  licenses: readonly License[],
  { contents }: Transaction,
): Promise<readonly RefusedLicense[]> {
  const judged: { readonly license: License; readonly neighbors: readonly Neighbor[] }[] = [];
  for (const license of licenses) {
    if (license.change === null || !canClash(license.change)) continue;
    const offers = offersInQuestion(license.change);
    const neighbors = await contents.neighbors(license.id, offers === 'all' ? undefined : offers);
    judged.push({ license, neighbors });
  }
  const refused: RefusedLicense[] = [];
  let changing = judged;
  for (;;) {
    const moved = movedOffers(changing.map(({ license }) => license));
    const found = changing.flatMap(({ license, neighbors }) => {
      const refusal = clashOf(license, neighbors, moved);
      return refusal === null ? [] : [{ license, refusal }];
    });
    if (found.length === 0) return refused;
    refused.push(...found);
    const staying = new Set(found.map(({ license }) => license));
    changing = changing.filter(({ license }) => !staying.has(license));
  }
}

/** Whether a change moves or widens anything that decides on clashes: a name or an amount does not. */
function canClash(change: LicenseChange): boolean {
  const offers = offersInQuestion(change);
  if (offers === 'all') return true;
  return (
    offers.length > 0 &&
    replacedBy(change).some(({ before, after }) => clashSpace(before) !== clashSpace(after))
  );
}

function clashSpace({ window, devices, prices }: OfferData): string {
  const formats = prices.map(({ format }) => format).sort();
  return JSON.stringify([window.startsOn, window.endsOn, [...devices].sort(), formats]);
}

function clashOf(
  license: License,
  neighbors: readonly Neighbor[],
  moved: ReadonlyMap<string, LicensedOffer>,
): DomainError | null {
  try {
    requireNoTitlesClash(
      license,
      neighbors.map((one) => ({ ...one, other: moved.get(keyOf(one.other)) ?? one.other })),
    );
    return null;
  } catch (refusal) {
    if (!hasCode<TitlesClash>(refusal, 'titles-clash')) throw refusal;
    return refusal;
  }
}

/** The offers that licenses replace, as they will be, by what they are now. */
function movedOffers(licenses: readonly License[]): ReadonlyMap<string, LicensedOffer> {
  return new Map(
    licenses.flatMap((license) =>
      (license.change === null ? [] : replacedBy(license.change)).map(
        ({ before, after }) =>
          [
            refKey({ licenseId: license.id, startsOn: before.window.startsOn }),
            licensedOffer(license, Offer.of(after)),
          ] as const,
      ),
    ),
  );
}

function keyOf({ licenseId, offer }: LicensedOffer): string {
  return refKey({ licenseId, startsOn: offer.window.startsOn });
}

function refKey({ licenseId, startsOn }: OfferRef): string {
  return `${licenseId} ${startsOn}`;
}
