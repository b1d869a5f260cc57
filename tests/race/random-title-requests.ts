import type { OfferRef } from '../../src/domain/content/clash';
import type { OfferData } from '../../src/domain/license/offer';
import type { LicenseView } from '../../src/service/license/license-views';
import { anId } from '../builders/license-builders';
import type { Random } from './random';
import type { ContentRequest } from './requests';
import { newCommand } from './requests';

/** A title as read before a change. */
export interface SeenTitle {
  readonly id: string;
  readonly version: number;
  readonly assignments: readonly OfferRef[];
}

type SeenLicense = Pick<LicenseView, 'id' | 'offers'>;

/** A random request for these titles and this license; many are legal. */
export function randomTitleRequest(
  titles: readonly SeenTitle[],
  license: SeenLicense,
  random: Random,
): ContentRequest | null {
  const title = random.one(titles);
  const offer = random.one(license.offers);
  if (title === undefined || offer === undefined) return null;
  const chosen = { licenseId: license.id, offer: perhapsOutdated(offer, random) };
  const about = {
    ...newCommand(`Person ${random.below(32)}`),
    contentId: title.id,
    expectedVersion: title.version,
  };
  const assignment = random.one(title.assignments);
  const turn = random.below(100);
  if (turn < 15) return register(chosen, random);
  if (turn < 50 || assignment === undefined)
    return { kind: 'assign', command: { ...about, chosen } };
  if (turn < 65) return { kind: 'unassign', command: { ...about, assignment } };
  if (turn < 80) return { kind: 'move', command: { ...about, from: assignment, to: chosen } };
  if (turn < 90) {
    const together = titles.filter(() => random.chance(0.5));
    return {
      kind: 'assign titles',
      command: {
        ...newCommand(),
        chosen,
        titles: together.map(({ id, version }) => ({ contentId: id, expectedVersion: version })),
      },
    };
  }
  return { kind: 'correct title', command: { ...about, details: details(license.id, random) } };
}

function register(first: { licenseId: string; offer: OfferData }, random: Random): ContentRequest {
  return {
    kind: 'register',
    command: {
      ...newCommand(),
      contentId: anId(),
      details: details(first.licenseId, random),
      first,
    },
  };
}

/** Sometimes an outdated copy of the offer. */
function perhapsOutdated(offer: OfferData, random: Random): OfferData {
  return random.chance(0.95) ? offer : { ...offer, name: `${offer.name}, once` };
}

/** Two titles with an offer of the same license sometimes want the same identifier. */
export function details(licenseId: string, random: Random) {
  return {
    title: `Title ${random.below(1_000)}`,
    kind: 'movie',
    studio: 'A studio',
    releaseYear: 2000 + random.below(27),
    parentId: null,
    position: null,
    identifiers: random.chance(0.5)
      ? [{ scheme: 'house', value: `${licenseId}-${random.below(2)}` }]
      : [],
    notes: '',
  };
}
