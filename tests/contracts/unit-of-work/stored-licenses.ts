import type { License } from '../../../src/domain/license/license';
import type { LicenseDetailsData } from '../../../src/domain/license/license-details';
import type { OfferData } from '../../../src/domain/license/offer';
import type { UnitOfWork } from '../../../src/service/unit-of-work';
import { Contract } from '../../../src/domain/contract/contract';
import { License as Licenses } from '../../../src/domain/license/license';
import type { Offer } from '../../../src/domain/license/offer';
import { aCommand, contractDetails } from '../../builders/command-builders';
import { anId, someDetails } from '../../builders/license-builders';
import { look } from './storage';

interface State {
  readonly version: number;
  readonly contractId: string;
  readonly details: LicenseDetailsData;
  readonly offers: readonly OfferData[];
}

/** A contract at version 1. */
export async function aContractIn(
  unitOfWork: UnitOfWork,
  details = contractDetails(),
  id = anId(),
): Promise<string> {
  await unitOfWork.run(aCommand(), async ({ contracts }) => {
    contracts.add(Contract.record(id, details));
    return {};
  });
  return id;
}

/** A license at version 1, or with offers at version 2. */
export async function aLicenseIn(
  unitOfWork: UnitOfWork,
  parts: { contractId?: string; details?: LicenseDetailsData; offers?: readonly Offer[] } = {},
): Promise<string> {
  const {
    contractId = await aContractIn(unitOfWork),
    details = someDetails(),
    offers = [],
  } = parts;
  const id = anId();
  await unitOfWork.run(aCommand(), async ({ licenses }) => {
    licenses.add(Licenses.grant(id, contractId, details));
    return {};
  });
  if (offers.length > 0) await changed(unitOfWork, id, (license) => license.generate(offers));
  return id;
}

/** Changes a license in a unit of work of its own. */
export async function changed(
  unitOfWork: UnitOfWork,
  id: string,
  act: (license: License) => void,
  command = aCommand(),
): Promise<void> {
  await unitOfWork.run(command, async ({ licenses }) => {
    const license = await found(licenses.get(id));
    act(license);
    licenses.save(license);
    return {};
  });
}

/** Corrects a contract in a unit of work of its own. */
export async function corrected(
  unitOfWork: UnitOfWork,
  id: string,
  details: ReturnType<typeof contractDetails>,
): Promise<void> {
  await unitOfWork.run(aCommand(), async ({ contracts }) => {
    const contract = await found(contracts.get(id));
    contract.correct(details);
    contracts.save(contract);
    return {};
  });
}

/** What is stored of a license; `null` where there is none. */
export function stateOf(unitOfWork: UnitOfWork, id: string): Promise<State | null> {
  return look(unitOfWork, async ({ licenses }) => {
    const license = await licenses.get(id);
    if (license === null) return null;
    const { version, contractId, details, timeline } = license;
    return { version, contractId, details: details.toData(), offers: dataOf(timeline.offers) };
  });
}

/** What is stored of a contract; `null` where there is none. */
export function contractState(unitOfWork: UnitOfWork, id: string) {
  return look(unitOfWork, async ({ contracts }) => {
    const contract = await contracts.get(id);
    return contract === null ? null : { version: contract.version, details: contract.details };
  });
}

/** Throws when there is none. */
export async function found<T>(wanted: Promise<T | null>): Promise<T> {
  const one = await wanted;
  if (one === null) throw new Error('It is not there.');
  return one;
}

/** Offers as plain data, in their order. */
export function dataOf(offers: readonly Offer[]): OfferData[] {
  return offers.map((offer) => offer.toData());
}

/** What the only accepted one returned. Throws unless exactly one was accepted. */
export function onlyResult<T>(outcomes: readonly PromiseSettledResult<T>[]): T {
  const results = outcomes.filter((outcome) => outcome.status === 'fulfilled');
  const [only] = results;
  if (only === undefined || results.length !== 1)
    throw new Error(`${results.length} of ${outcomes.length} were accepted.`);
  return only.value;
}

/** Why the only refused one was. Throws unless exactly one was refused. */
export function onlyRejection(outcomes: readonly PromiseSettledResult<unknown>[]): unknown {
  const rejections = outcomes.filter((outcome) => outcome.status === 'rejected');
  const [only] = rejections;
  if (only === undefined || rejections.length !== 1)
    throw new Error(`${rejections.length} of ${outcomes.length} were refused.`);
  return only.reason as unknown;
}
