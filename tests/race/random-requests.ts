import type { CopyPlan } from '../../src/domain/bulk/license-copy';
import type { OfferData } from '../../src/domain/license/offer';
import type { LicenseView } from '../../src/service/license/license-views';
import { DateRange, addDays, isoDate } from '../../src/domain/values/date-range';
import { waysToMakeRoom } from '../../src/domain/license/room';
import type { TermsData, UNRESTRICTED } from '../../src/domain/license/terms';
import { contractDetails } from '../builders/command-builders';
import { anId, prices, someDetails } from '../builders/license-builders';
import { languagesOf } from '../builders/random-languages';
import type { Random } from './random';
import { randomTier } from './prices/random-price-requests';
import type { Request } from './requests';
import { asking, newCommand } from './requests';
import { onePrice } from '../../src/domain/license/price-list';

/** A license as read before a change. */
export type SeenLicense = Pick<LicenseView, 'id' | 'version' | 'details' | 'offers' | 'closing'>;

/**
 * A random request for this license; many are legal.
 *
 * @param others that the client has open, too: some are ended and given back together
 */
export function randomRequest(
  license: SeenLicense,
  contract: { readonly id: string; readonly version: number },
  random: Random,
  others: readonly SeenLicense[] = [],
): Request {
  const { id: licenseId, version: expectedVersion, details, offers } = license;
  const some = random.one(offers);
  const command = { ...newCommand(`Person ${random.below(32)}`), licenseId, expectedVersion };
  const fresh = randomOffer(random);
  // What has ended is often brought back, so that something goes on.
  if (license.closing !== null && random.chance(0.7))
    return random.chance(0.5)
      ? { kind: 'undo', command }
      : {
          kind: 'reopen licenses',
          command: { ...newCommand(), licenses: named(license, others) },
        };
  if (random.chance(others.length > 0 ? 0.2 : 0.03)) return closingRequest(license, others, random);
  const chosen = random.below(100);
  if (chosen < 26)
    return asking({ kind: 'offers-generated', offers: [fresh] }, licenseId, expectedVersion);
  if (chosen < 38) {
    const { window, ...offer } = fresh;
    const plan = {
      kind: 'first-free',
      offer,
      days: 1 + random.below(40),
      onOrAfter: window.startsOn,
    } as const;
    return { kind: 'generate', command: { ...command, plan } };
  }
  if (chosen < 46) {
    const steps = Array.from({ length: 1 + random.below(4) }, (_, step) => ({
      name: `Step ${step}`,
      prices: prices('1.99'),
      days: 1 + random.below(10),
    }));
    const plan = {
      kind: 'ladder',
      start: fresh.window.startsOn,
      steps,
      devices: fresh.devices,
    } as const;
    return { kind: 'generate', command: { ...command, plan } };
  }
  if (chosen < 50 && offers.length > 0) {
    const state = { details, offers, closing: null };
    const wanted = { before: random.chance(0.6) ? (some ?? null) : null, after: fresh };
    const open = waysToMakeRoom(wanted, state).flatMap(({ change }) => change ?? []);
    const change = open[random.below(Math.max(1, open.length))];
    if (change !== undefined) return asking(change, licenseId, expectedVersion);
  }
  if (chosen < 66 && some !== undefined) {
    if (random.chance(0.5)) {
      const retiring = random.chance(0.3) ? 'Reverted' : undefined;
      return { kind: 'withdraw', command: { ...command, offers: [some], retiring } };
    }
    const after = random.chance(0.5) ? { ...fresh, window: some.window } : fresh;
    return asking({ kind: 'offer-replaced', before: some, after }, licenseId, expectedVersion);
  }
  if (chosen < 88) {
    const amended = randomAmendment(details, random);
    return asking(
      { kind: 'license-amended', before: details, after: amended },
      licenseId,
      expectedVersion,
    );
  }
  if (chosen < 96) return { kind: 'undo', command };
  const anew = newCommand();
  switch (random.below(4)) {
    case 0: {
      const plan = randomCopy(contract.id, random);
      return { kind: 'copy', command: { ...command, copyId: anId(), plan } };
    }
    case 1: {
      const granted = { licenseId: anId(), contractId: contract.id, details: someDetails() };
      return { kind: 'grant', command: { ...anew, ...granted } };
    }
    case 2:
      return {
        kind: 'record',
        command: { ...anew, contractId: anId(), details: contractDetails() },
      };
    default: {
      const corrected = { contractId: contract.id, expectedVersion: contract.version };
      return { kind: 'correct', command: { ...anew, ...corrected, details: contractDetails() } };
    }
  }
}

/** A copy for another territory or on other days, with everything or with less. */
function randomCopy(contractId: string, random: Random): CopyPlan {
  const shift = random.one([null, { unit: 'months', by: 12 }, { unit: 'days', by: -30 }] as const);
  return {
    ...{ contractId, name: 'Copy', territories: [random.one(['JP', 'BR', 'US'])], shift },
    ...{ offers: random.chance(0.2) ? [] : null, titles: random.chance(0.4) ? [] : null },
  };
}

/** Ends the license on some day, or makes it void; sometimes as one of several. */
function closingRequest(
  license: SeenLicense,
  others: readonly SeenLicense[],
  random: Random,
): Request {
  const { id: licenseId, version: expectedVersion } = license;
  const lastDay = addDays(isoDate('2025-12-31'), random.below(370));
  const plan = random.chance(0.8)
    ? ({ kind: 'ended', lastDay, reason: 'Reverted' } as const)
    : ({ kind: 'void', reason: 'Recorded twice' } as const);
  return random.chance(0.5)
    ? { kind: 'close', command: { ...newCommand(), licenseId, expectedVersion, plan } }
    : {
        kind: 'close licenses',
        command: { ...newCommand(), licenses: named(license, others), plan },
      };
}

/** A license and those of the others that are in use as it is, or closed as it is. */
function named(license: SeenLicense, others: readonly SeenLicense[]) {
  const alike = others.filter(
    ({ id, closing }) => id !== license.id && (closing === null) === (license.closing === null),
  );
  return [license, ...alike].map(({ id, version }) => ({
    ...{ licenseId: id, expectedVersion: version },
  }));
}

function randomOffer(random: Random): OfferData {
  const start = addDays(isoDate('2025-12-25'), random.below(370));
  return {
    name: random.one(['Premiere', 'Library', 'Promotion', 'Catalog']),
    prices: random.chance(0.8)
      ? onePrice({ minor: random.below(2_000), currency: 'USD' })
      : [{ format: null, kind: 'WSP', amount: null, tier: randomTier(random) }],
    window: DateRange.ofLength(start, 1 + random.below(30)).toData(),
    devices: random.chance(0.95) ? ['tv'] : ['tv', 'console'],
  };
}

/** Half of them are for all languages, so that offers clash. */
export function randomFurtherTerms(random: Random): Pick<TermsData, keyof typeof UNRESTRICTED> {
  const [allowed, heldBack] = [random.below(64), random.below(64)];
  return {
    formats: random.one([null, ['SD', 'HD'], ['UHD']]),
    languages: languagesOf(allowed, heldBack, random.below(4)),
    exclusive: random.chance(0.5),
  };
}

function randomAmendment(details: SeenLicense['details'], random: Random): SeenLicense['details'] {
  const { terms } = details;
  const notes = `Note ${random.below(1_000)}`;
  if (random.chance(0.35)) return { ...details, notes };
  const end = addDays(isoDate('2026-12-01'), random.below(60));
  const devices = random.chance(0.5) ? ['tv', 'mobile'] : ['tv', 'computer', 'console'];
  const territories = random.one([['CA', 'US'], ['DE'], ['DE', 'US'], ['BR']]);
  return {
    ...details,
    notes,
    terms: {
      ...terms,
      devices,
      territories,
      ...(random.chance(0.5) ? randomFurtherTerms(random) : {}),
      window: { startsOn: terms.window.startsOn, endsOn: end },
    },
  };
}
