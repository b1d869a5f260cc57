import { expect } from 'vitest';
import type { OfferData } from '../../../src/domain/license/offer';
import type { ContentDetailsData } from '../../../src/domain/content/content-details';
import type { Content } from '../../../src/domain/content/content';
import type { UnitOfWork } from '../../../src/service/unit-of-work';
import { assignOffer, registerContent } from '../../../src/service/content/content-service';
import { recordContract } from '../../../src/service/contract/contract-service';
import { grantLicense } from '../../../src/service/license/license-service';
import { generateOffers } from '../../../src/service/license/generate-offers';
import { aCommand, contractDetails } from '../../builders/command-builders';
import { someContentDetails } from '../../builders/content-builders';
import { anId, anOfferData, days, someDetails } from '../../builders/license-builders';
import { look } from './storage';

export const january = anOfferData({ name: 'january', window: days('2026-01-01', '2026-01-31') });
export const march = anOfferData({ name: 'march', window: days('2026-03-01', '2026-03-31') });

type Chosen = readonly [licenseId: string, offer: OfferData];

export const year = days('2026-01-01', '2026-12-31');

/** A license with both offers, at version 2. */
export async function aLicense(
  unitOfWork: UnitOfWork,
  territories?: readonly string[],
): Promise<string> {
  const [contractId, licenseId] = [anId(), anId()];
  await recordContract({ ...aCommand(), contractId, details: contractDetails() }, unitOfWork);
  const terms = { window: year, ...(territories === undefined ? {} : { territories }) };
  const details = someDetails({ terms });
  await grantLicense({ ...aCommand(), licenseId, contractId, details }, unitOfWork);
  const plan = { kind: 'at', offers: [january, march] } as const;
  await generateOffers({ ...aCommand(), licenseId, expectedVersion: 1, plan }, unitOfWork);
  return licenseId;
}

/** One that shares no territory with the others. */
export function anotherLicense(unitOfWork: UnitOfWork): Promise<string> {
  return aLicense(unitOfWork, ['NZ']);
}

/** A title with these offers: at version 1 with one, one more for each other. */
export async function aTitle(
  unitOfWork: UnitOfWork,
  [first, ...further]: readonly [Chosen, ...Chosen[]],
  details: ContentDetailsData = someContentDetails(),
): Promise<string> {
  const contentId = anId();
  const chosen = ([licenseId, offer]: Chosen) => ({ licenseId, offer });
  await registerContent({ ...aCommand(), contentId, details, first: chosen(first) }, unitOfWork);
  for (const [index, one] of further.entries())
    await assignOffer({ ...onTitle(contentId, index + 1), chosen: chosen(one) }, unitOfWork);
  return contentId;
}

/** Assigns an offer to a title at version 1. */
export async function assign(unitOfWork: UnitOfWork, id: string, [licenseId, offer]: Chosen) {
  return assignOffer({ ...onTitle(id), chosen: { licenseId, offer } }, unitOfWork);
}

/** What every command on a title carries. */
export function onTitle(contentId: string, expectedVersion = 1) {
  return { ...aCommand(), contentId, expectedVersion };
}

/** What every command on a license carries. */
export function onLicense(licenseId: string, expectedVersion = 2) {
  return { ...aCommand(), licenseId, expectedVersion };
}

/** The codes of what was refused; at least one has to be done. */
export function refusals(outcomes: readonly PromiseSettledResult<unknown>[]): unknown[] {
  expect(outcomes.map(({ status }) => status)).toContain('fulfilled');
  return outcomes.flatMap((outcome): unknown[] =>
    outcome.status === 'fulfilled' ? [] : [Reflect.get(outcome.reason as object, 'code')],
  );
}

/** A title; throws when there is none. */
export async function found(unitOfWork: UnitOfWork, id: string): Promise<Content> {
  const title = await look(unitOfWork, ({ contents }) => contents.get(id));
  if (title === null) throw new Error('It is not there.');
  return title;
}

/** The first days of a title’s offers, in order. */
export async function startsOf(unitOfWork: UnitOfWork, id: string): Promise<string[]> {
  const { assignments } = await found(unitOfWork, id);
  return assignments.map(({ offer }) => offer.window.startsOn);
}
