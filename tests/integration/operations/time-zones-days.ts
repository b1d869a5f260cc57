import type { UnitOfWork } from '../../../src/service/unit-of-work';
import { recordContract } from '../../../src/service/contract/contract-service';
import { generateOffers } from '../../../src/service/license/generate-offers';
import { grantLicense } from '../../../src/service/license/license-service';
import { aCommand, contractDetails } from '../../builders/command-builders';
import { anId, anOfferData, someDetails } from '../../builders/license-builders';

/** Days that a process in some time zone wrote and read. */
export interface WrittenDays {
  readonly zone: string;
  readonly rounds: readonly {
    readonly serverZone: string;
    readonly id: string;
    readonly written: readonly string[];
    readonly read: readonly string[];
  }[];
}

/** Includes clock changes in New York and Auckland, a leap day and the first valid day. */
const WINDOWS = [
  { startsOn: '1900-01-01', endsOn: '1900-01-02' },
  { startsOn: '2024-02-29', endsOn: '2024-03-01' },
  { startsOn: '2026-03-08', endsOn: '2026-03-09' },
  { startsOn: '2026-04-05', endsOn: '2026-04-06' },
  { startsOn: '2026-09-27', endsOn: '2026-11-01' },
  { startsOn: '2026-11-01', endsOn: '2027-01-01' },
];
const LICENSE = { startsOn: '1900-01-01', endsOn: '9999-12-31' };
const SIGNED = '2025-12-31';

export const DAYS: readonly string[] = [
  ...[LICENSE.startsOn, LICENSE.endsOn, SIGNED],
  ...WINDOWS.flatMap(({ startsOn, endsOn }) => [startsOn, endsOn]),
];

/** A license whose days are `DAYS`. */
export async function writeDays(unitOfWork: UnitOfWork): Promise<string> {
  const [contractId, licenseId] = [anId(), anId()];
  const contract = contractDetails({ signedOn: SIGNED });
  await recordContract({ ...aCommand(), contractId, details: contract }, unitOfWork);
  const details = someDetails({ terms: { window: LICENSE } });
  await grantLicense({ ...aCommand(), licenseId, contractId, details }, unitOfWork);
  const offers = WINDOWS.map((window) => anOfferData({ window }));
  await generateOffers(
    { ...aCommand(), licenseId, expectedVersion: 1, plan: { kind: 'at', offers } },
    unitOfWork,
  );
  return licenseId;
}

/** The days of a license, in the order of `DAYS`. */
export async function daysOf(unitOfWork: UnitOfWork, id: string): Promise<string[]> {
  const { days } = await unitOfWork.run(aCommand(), async ({ licenses, contracts }) => {
    const license = await licenses.get(id);
    if (license === null) throw new Error('It is not there.');
    const contract = await contracts.get(license.contractId);
    const { startsOn: start, endsOn: end } = license.window;
    const offers = license.timeline.offers.flatMap(({ window }) => [
      window.startsOn,
      window.endsOn,
    ]);
    return { days: [start, end, contract?.details.signedOn, ...offers].map(String) };
  });
  return days;
}
