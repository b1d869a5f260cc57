import type { LicenseChange, LicenseState } from '../license-change';
import { LicenseDetails } from '../license-details';
import { Offer } from '../offer';

/**
 * Few changes that lead from one state of a license to another, in place of the many that did. An offer is taken to be the
 * one that began on the same day before: on its license that is its key.
 */
export function changesBetween(before: LicenseState, after: LicenseState): LicenseChange[] {
  return [...offersBetween(before, after), ...termsBetween(before, after)];
}

function offersBetween(before: LicenseState, after: LicenseState): LicenseChange[] {
  const now = new Map(after.offers.map((offer) => [offer.window.startsOn, offer]));
  const then = new Map(before.offers.map((offer) => [offer.window.startsOn, offer]));
  const gone = before.offers.filter(({ window }) => !now.has(window.startsOn));
  const added = after.offers.filter(({ window }) => !then.has(window.startsOn));
  const replaced = before.offers.flatMap((offer) => {
    const successor = now.get(offer.window.startsOn);
    return successor === undefined || Offer.of(successor).equals(Offer.of(offer))
      ? []
      : [{ kind: 'offer-replaced' as const, before: offer, after: successor }];
  });
  return [
    ...(gone.length === 0 ? [] : [{ kind: 'offers-withdrawn' as const, offers: gone }]),
    ...replaced,
    ...(added.length === 0 ? [] : [{ kind: 'offers-generated' as const, offers: added }]),
  ];
}

function termsBetween(before: LicenseState, after: LicenseState): LicenseChange[] {
  const spelled = ({ details }: LicenseState) =>
    JSON.stringify(LicenseDetails.of(details).toData());
  const { window } = after.details.terms;
  const effect = { before: window, after: window, replaced: null, offers: [] };
  return [
    ...(spelled(before) === spelled(after)
      ? []
      : [{ kind: 'license-amended' as const, before: before.details, after: after.details }]),
    ...(JSON.stringify(before.closing) === JSON.stringify(after.closing)
      ? []
      : [
          ...(before.closing === null
            ? []
            : [{ kind: 'license-reopened' as const, closing: before.closing, ...effect }]),
          ...(after.closing === null
            ? []
            : [{ kind: 'license-closed' as const, closing: after.closing, ...effect }]),
        ]),
  ];
}
