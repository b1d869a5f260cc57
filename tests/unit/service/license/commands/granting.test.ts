import { describe, expect, it } from 'vitest';
import type { TermsData } from '../../../../../src/domain/license/terms';
import type { LicenseCommand } from '../../../../../src/service/license/license-at-version';
import type { Given } from '../../given';
import { InvalidDate, InvalidDateRange } from '../../../../../src/domain/values/date-range';
import { InvalidDevices } from '../../../../../src/domain/values/device';
import { InvalidTerritories } from '../../../../../src/domain/values/territory';
import { InvalidText } from '../../../../../src/domain/values/text';
import { NotFound, Stale, VersionAhead } from '../../../../../src/service/errors';
import {
  amendLicense,
  grantLicense,
  replaceOffer,
  withdrawOffers,
} from '../../../../../src/service/license/license-service';
import { generateOffers } from '../../../../../src/service/license/generate-offers';
import { undoChange } from '../../../../../src/service/license/undo-change';
import { aCommand } from '../../../../builders/command-builders';
import { anId, someDetails } from '../../../../builders/license-builders';
import { LicenseTwin } from '../../../../../src/domain/license/twin';
import { closeLicense } from '../../../../../src/service/license/close-license';
import { refusalFrom } from '../../../../builders/refusal';
import { givenLicense } from '../../given';
import { march, june, amended, firstFree, ladder } from './support-commands';

describe('granting a license', () => {
  it('stores it at version 1 and says so', async () => {
    const { unitOfWork, contractId } = await givenLicense();
    const [licenseId, details] = [anId(), someDetails()];

    const answer = await grantLicense(
      { ...aCommand(), licenseId, contractId, details },
      unitOfWork,
    );

    expect(answer).toEqual({ id: licenseId, version: 1, offers: [], replayed: false });
    expect(unitOfWork.contents.licenses[licenseId]).toEqual({
      contractId,
      version: 1,
      details,
      offers: [],
      closing: null,
    });
  });

  it('is asked about when the contract grants the same already, with the license that does', async () => {
    const { unitOfWork, contractId } = await givenLicense();
    const details = someDetails({ terms: { territories: ['FI'] } });
    const grant = (ifTwin: 'ask' | 'grant') =>
      grantLicense({ ...aCommand(), licenseId: anId(), contractId, details, ifTwin }, unitOfWork);
    const { id } = await grant('ask');

    const refusal = await refusalFrom(LicenseTwin, grant('ask'));

    expect(refusal.twin).toEqual({ id, name: details.name, terms: details.terms });
    expect((await grant('grant')).version).toBe(1);
  });

  it('is not asked about beside a license that is void', async () => {
    const { unitOfWork, contractId } = await givenLicense();
    const details = someDetails({ terms: { territories: ['FI'] } });
    const grant = () =>
      grantLicense(
        { ...aCommand(), licenseId: anId(), contractId, details, ifTwin: 'ask' },
        unitOfWork,
      );
    const { id: licenseId } = await grant();
    const plan = { kind: 'void', reason: 'Recorded twice' } as const;
    await closeLicense({ ...aCommand(), licenseId, expectedVersion: 1, plan }, unitOfWork);

    expect((await grant()).version).toBe(1);
  });

  it('is refused under a contract that does not exist', async () => {
    const given = await givenLicense();
    const [licenseId, contractId, details] = [anId(), anId(), someDetails()];

    const refusal = await given.refusal(NotFound, () =>
      grantLicense({ ...aCommand(), licenseId, contractId, details }, given.unitOfWork),
    );

    expect(refusal).toMatchObject({ what: 'contract', id: contractId });
  });

  it.each<[string, Partial<TermsData> | null, new (...parts: never[]) => Error]>([
    ['L1', { window: { startsOn: '2026-02-01', endsOn: '2026-01-01' } }, InvalidDateRange],
    [
      'a day that does not exist',
      { window: { startsOn: '2026-02-30', endsOn: null } },
      InvalidDate,
    ],
    ['no territory', { territories: [] }, InvalidTerritories],
    ['an unknown device', { devices: ['fridge'] }, InvalidDevices],
    ['no name', null, InvalidText],
  ])('is refused by %s', async (_rule, terms, expected) => {
    const given = await givenLicense();
    const details = terms === null ? someDetails({ name: '' }) : someDetails({ terms });

    await given.refusal(expected, () =>
      grantLicense(
        { ...aCommand(), licenseId: anId(), contractId: given.contractId, details },
        given.unitOfWork,
      ),
    );
  });

  it('twice with the same key grants one license', async () => {
    const { unitOfWork, contractId } = await givenLicense();
    const command = { ...aCommand(), licenseId: anId(), contractId, details: someDetails() };
    const first = await grantLicense(command, unitOfWork);

    const second = await grantLicense(command, unitOfWork);

    expect(second).toEqual({ ...first, replayed: true });
    expect(Object.keys(unitOfWork.contents.licenses)).toHaveLength(2);
  });
});

describe.each<[string, (given: Given, command: LicenseCommand) => Promise<{ version: number }>]>([
  [
    'generating at a window',
    ({ unitOfWork }, command) =>
      generateOffers({ ...command, plan: { kind: 'at', offers: [june] } }, unitOfWork),
  ],
  [
    'generating in the first free slot',
    ({ unitOfWork }, command) =>
      generateOffers({ ...command, plan: firstFree(10, '2026-01-01') }, unitOfWork),
  ],
  [
    'generating a price ladder',
    ({ unitOfWork }, command) =>
      generateOffers({ ...command, plan: ladder('2026-06-01', 10, 20) }, unitOfWork),
  ],
  [
    'replacing an offer',
    ({ unitOfWork }, command) =>
      replaceOffer({ ...command, before: march, after: june }, unitOfWork),
  ],
  [
    'withdrawing an offer',
    ({ unitOfWork }, command) => withdrawOffers({ ...command, offers: [march] }, unitOfWork),
  ],
  [
    'amending',
    ({ unitOfWork }, command) => amendLicense({ ...command, details: amended }, unitOfWork),
  ],
  ['undoing', ({ unitOfWork }, command) => undoChange(command, unitOfWork)],
])('%s', (_what, act) => {
  it('is accepted against the latest version, which it raises by one', async () => {
    const given = await givenLicense({ offers: [march] });

    const answer = await act(given, given.command());

    expect([answer.version, given.version]).toEqual([3, 3]);
  });

  it('is answered once when it is sent twice', async () => {
    const given = await givenLicense({ offers: [march] });
    const command = given.command();
    const first = await act(given, command);

    const second = await act(given, command);

    expect(second).toEqual({ ...first, replayed: true });
    expect(given.version).toBe(3);
  });

  it('is refused where there is no such license', async () => {
    const given = await givenLicense({ offers: [march] });
    const licenseId = anId();

    const refusal = await given.refusal(NotFound, () => act(given, given.command({ licenseId })));

    expect(refusal).toMatchObject({ what: 'license', id: licenseId });
  });

  it.each([1, 0, -1])('is stale against version %i of 2', async (expectedVersion) => {
    const given = await givenLicense({ offers: [march] });

    const refusal = await given.refusal(Stale, () =>
      act(given, given.command({ expectedVersion })),
    );

    expect(refusal).toMatchObject({ what: 'license', id: given.licenseId, expectedVersion });
  });

  it.each([3, 1000])('is refused against version %i of 2, which never was', async (ahead) => {
    const given = await givenLicense({ offers: [march] });

    const refusal = await given.refusal(VersionAhead, () =>
      act(given, given.command({ expectedVersion: ahead })),
    );

    expect(refusal).toMatchObject({ expectedVersion: ahead, latestVersion: 2 });
  });

  it('at the same moment as another is stale, or the other is', async () => {
    const given = await givenLicense({ offers: [march] });
    const other = withdrawOffers({ ...given.command(), offers: [march] }, given.unitOfWork);

    const outcomes = await Promise.allSettled([act(given, given.command()), other]);

    const refusals = outcomes.flatMap((one) =>
      one.status === 'rejected' ? [one.reason as unknown] : [],
    );
    expect(refusals).toEqual([expect.any(Stale)]);
    expect(given.version).toBe(3);
  });
});
