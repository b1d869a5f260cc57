import type { Content } from '../../src/domain/content/content';
import type { OfferRef } from '../../src/domain/content/clash';
import { refOf, sameRef } from '../../src/domain/content/clash';
import { addDays, isoDate } from '../../src/domain/values/date-range';
import type { DateRangeData } from '../../src/domain/values/date-range';
import type { OfferData } from '../../src/domain/license/offer';
import type { LicenseView } from '../../src/service/license/license-views';
import { anId } from '../builders/license-builders';
import type { ContentCommand } from '../../src/service/content/title-at-version';
import type { Random } from './random';
import type { ContentRequest } from './requests';
import { newCommand } from './requests';

/** A title as read before a change. */
export interface SeenTitle {
  readonly id: string;
  readonly version: number;
  /** None when it is retired or void. */
  readonly assignments: readonly OfferRef[];
  /** The numbers of its takedowns that have no end. */
  readonly standing: readonly number[];
}

/** A title as a random request needs it. */
export function seenTitle({ id, version, assignments, takedowns }: Content): SeenTitle {
  return { id, version, assignments: assignments.map(refOf), standing: standing(takedowns) };
}

/** The numbers of the takedowns that have no end. */
export function standing(
  takedowns: readonly { readonly number: number; readonly days: Pick<DateRangeData, 'endsOn'> }[],
): readonly number[] {
  return takedowns.flatMap(({ number, days }) => (days.endsOn === null ? [number] : []));
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
  if (assignment === undefined && random.chance(0.7))
    return { kind: 'reopen title', command: { ...about, chosen: [chosen] } };
  if (random.chance(0.14)) return endingRequest(about, title, titles, random);
  if (random.chance(0.1)) return undoRequest(titles, assignment, random);
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

/** Takes back what one command did to several titles: takedowns, or an assignment. */
function undoRequest(
  titles: readonly SeenTitle[],
  assignment: OfferRef | undefined,
  random: Random,
): ContentRequest | null {
  const named = (some: readonly SeenTitle[]) =>
    some.map(({ id, version }) => ({ contentId: id, expectedVersion: version }));
  const down = titles.filter(({ standing: numbers, version }) => numbers.includes(version));
  if (down.length > 0 && random.chance(0.5))
    return { kind: 'undo takedowns', command: { ...newCommand(), titles: named(down) } };
  if (assignment === undefined) return null;
  const having = titles.filter(({ assignments }) =>
    assignments.some((ref) => sameRef(ref, assignment)),
  );
  const command = { ...newCommand(), assignment, titles: named(having) };
  return { kind: 'unassign titles', command };
}

/** Takes titles down, brings one back, or takes it out of the catalog. */
function endingRequest(
  about: ContentCommand,
  { standing: numbers }: SeenTitle,
  titles: readonly SeenTitle[],
  random: Random,
): ContentRequest {
  const day = addDays(isoDate('2026-01-01'), random.below(360));
  const territories = random.one([null, ['US'], ['DE'], ['CA']]);
  const plan = { startsOn: day, territories, rightsTypes: null, reason: 'Dispute' };
  const takedown = random.one(numbers);
  const turn = random.below(100);
  if (turn < 35 && takedown !== undefined)
    return { kind: 'bring back', command: { ...about, takedown, from: day } };
  if (turn < 55) return { kind: 'take down', command: { ...about, plan } };
  if (turn < 80) {
    const { key, actor, at } = about;
    const named = titles
      .filter(({ assignments }) => assignments.length > 0)
      .slice(0, 2)
      .map(({ id, version }) => ({ contentId: id, expectedVersion: version }));
    const everywhere = { ...plan, territories: null };
    return {
      kind: 'take down titles',
      command: { key, actor, at, plan: everywhere, titles: named },
    };
  }
  const kind = random.chance(0.5) ? 'retired' : 'void';
  return { kind: 'close title', command: { ...about, closing: { kind, reason: 'Reverted' } } };
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
