import { describe, expect, it } from 'vitest';
import type { DateRangeData } from '../../../src/domain/values/date-range';
import type { OfferData } from '../../../src/domain/license/offer';
import { Contract } from '../../../src/domain/contract/contract';
import { DateRange } from '../../../src/domain/values/date-range';
import { DEVICES } from '../../../src/domain/values/device';
import { License as Licenses } from '../../../src/domain/license/license';
import { LicenseDetails } from '../../../src/domain/license/license-details';
import { MAX_AMOUNT } from '../../../src/domain/values/money';
import { ALL_TERRITORIES } from '../../../src/domain/values/territory';
import { closeLicense } from '../../../src/service/license/close-license';
import { grantLicense } from '../../../src/service/license/license-service';
import { aCommand, contractDetails } from '../../builders/command-builders';
import { anId, anOffer, days, prices, someDetails } from '../../builders/license-builders';
import { onePrice } from '../../../src/domain/license/price-list';
import type { Storage } from './storage';
import { look } from './storage';
import { aContractIn, aLicenseIn, stateOf, contractState, found, dataOf } from './stored-licenses';

/** What was added is returned, whole or in part. */
export function readsContract(name: string, create: () => Promise<Storage>): void {
  describe(`${name} keeps the contract of a unit of work:`, () => {
    it('a contract that was added is returned, at version 1', async () => {
      const { unitOfWork } = await create();
      const [id, details] = [anId(), contractDetails({ notes: 'one\ntwo' })];

      await unitOfWork.run(aCommand(), async ({ contracts }) => {
        contracts.add(Contract.record(id, details));
        return {};
      });

      expect(await contractState(unitOfWork, id)).toEqual({ version: 1, details });
    });

    it('a license that was added is returned, at version 1 and without offers', async () => {
      const { unitOfWork } = await create();
      const [id, contractId, details] = [anId(), await aContractIn(unitOfWork), someDetails()];

      await unitOfWork.run(aCommand(), async ({ licenses }) => {
        licenses.add(Licenses.grant(id, contractId, details));
        return {};
      });

      expect(await stateOf(unitOfWork, id)).toEqual({
        version: 1,
        contractId,
        details,
        offers: [],
      });
    });

    it('a license that was added with offers has them at version 1, in one line of history', async () => {
      const { unitOfWork, historyOf } = await create();
      const [id, contractId, details] = [anId(), await aContractIn(unitOfWork), someDetails()];
      const offers = [anOffer(march), anOffer(january)];

      await unitOfWork.run(aCommand(), async ({ licenses }) => {
        licenses.add(Licenses.grant(id, contractId, details, offers));
        return {};
      });

      const inDateOrder = dataOf(offers).toSorted(byStart);
      expect(await stateOf(unitOfWork, id)).toMatchObject({ version: 1, offers: inDateOrder });
      expect((await historyOf(id)).map(({ version, change }) => [version, change])).toEqual([
        [1, { kind: 'license-granted', details, offers: dataOf(offers) }],
      ]);
    });

    it('the licenses of a contract are known by rights type, without void ones, by first day', async () => {
      const { unitOfWork } = await create();
      const contractId = await aContractIn(unitOfWork);
      const termsFrom = (first: string, rightsType = 'TVOD') =>
        someDetails({ terms: { rightsType, window: days(first, null) } });
      const grants = [
        [anId(), termsFrom('2027-01-01')],
        [anId(), termsFrom('2026-01-01')],
        [anId(), termsFrom('2026-01-01', 'SVOD')],
        [anId(), termsFrom('2025-01-01')],
      ] as const;
      for (const [licenseId, details] of grants)
        await grantLicense({ ...aCommand(), licenseId, contractId, details }, unitOfWork);
      const [later, earlier, , voided] = grants.map(([id]) => id);
      const plan = { kind: 'void', reason: 'Recorded twice' } as const;
      await closeLicense(
        { ...aCommand(), licenseId: voided ?? '', expectedVersion: 1, plan },
        unitOfWork,
      );

      const { granted } = await unitOfWork.run(aCommand(), async ({ licenses }) => ({
        granted: await licenses.granted(contractId, 'TVOD'),
      }));

      expect(granted.map(({ id, terms }) => [id, terms.window.startsOn])).toEqual([
        [earlier, '2026-01-01'],
        [later, '2027-01-01'],
      ]);
    });

    it('a license can be added together with its contract', async () => {
      const { unitOfWork } = await create();
      const [id, contractId] = [anId(), anId()];

      await unitOfWork.run(aCommand(), async ({ contracts, licenses }) => {
        contracts.add(Contract.record(contractId, contractDetails()));
        licenses.add(Licenses.grant(id, contractId, someDetails()));
        return {};
      });

      expect((await stateOf(unitOfWork, id))?.contractId).toBe(contractId);
    });

    it('what nobody added is nobody', async () => {
      const { unitOfWork } = await create();

      const found = await look(unitOfWork, async ({ contracts, licenses }) => [
        await contracts.get(anId()),
        await licenses.get(anId()),
        await licenses.get(anId(), [DateRange.of('2026-01-01', null)]),
      ]);

      expect(found).toEqual([null, null, null]);
    });

    it('values at their limits come back as they went in', async () => {
      const { unitOfWork } = await create();
      const details = someDetails({
        name: 'Ünïcødé “quotes” \\ %s $1 – 日本 🎬',
        notes: 'first\n\tsecond; -- third\nfourth ',
        terms: {
          rightsType: 'POEST',
          territories: ALL_TERRITORIES,
          devices: DEVICES,
          window: { startsOn: '1900-01-01', endsOn: null },
        },
      });
      const offers = [
        anOffer({ window: days('1900-01-01', '1900-01-01'), prices: prices('0', 'JPY') }),
        anOffer({ window: days('2024-02-29', '2024-02-29'), prices: prices('1.250', 'KWD') }),
        anOffer({ prices: onePrice({ minor: MAX_AMOUNT, currency: 'USD' }), devices: DEVICES }),
        anOffer({ window: { startsOn: '9999-12-31', endsOn: null }, name: 'x'.repeat(120) }),
      ];
      const id = await aLicenseIn(unitOfWork, { details, offers });

      const state = await stateOf(unitOfWork, id);

      expect(state?.details).toEqual(LicenseDetails.of(details).toData());
      expect(state?.offers).toEqual(dataOf(offers).toSorted(byStart));
    });

    describe('a timeline read in part', () => {
      const timeline = [january, march, may].map(anOffer);
      const [first, second, third] = timeline.map(({ name }) => name);
      const open = anOffer({ window: days('2026-08-01', null), name: 'open' });

      it.each<[string, DateRangeData[], (string | undefined)[]]>([
        ['nothing for no window', [], []],
        ['nothing between two offers', [days('2026-02-01', '2026-02-28')], []],
        ['an offer by its first day', [days('2026-02-01', '2026-03-01')], [second]],
        ['an offer by its last day', [days('2026-03-31', '2026-04-30')], [second]],
        ['an offer that encloses it', [days('2026-03-10', '2026-03-11')], [second]],
        ['every offer it encloses', [days('2026-01-01', '2026-05-31')], [first, second, third]],
        [
          'what each of several has',
          [days('2026-01-05', '2026-01-05'), may.window],
          [first, third],
        ],
        [
          'an offer in two of them once',
          [days('2026-03-01', '2026-03-02'), march.window],
          [second],
        ],
        ['an open offer, far in the future', [days('9999-01-01', '9999-12-30')], ['open']],
        ['what an open window has', [days('2026-05-31', null)], [third, 'open']],
      ])('gives %s', async (_what, windows, expected) => {
        const { unitOfWork } = await create();
        const id = await aLicenseIn(unitOfWork, {
          details: someDetails({ terms: { window: days('2026-01-01', null) } }),
          offers: [...timeline, open],
        });

        const part = await look(unitOfWork, async ({ licenses }) =>
          found(
            licenses.get(
              id,
              windows.map(({ startsOn: start, endsOn: end }) => DateRange.of(start, end)),
            ),
          ),
        );

        expect(part.timeline.offers.map(({ name }) => name)).toEqual(expected);
        expect(part.timeline.isWhole).toBe(false);
      });

      it('is enough to change it, and what was not read stays', async () => {
        const { unitOfWork } = await create();
        const [before, after] = [anOffer(january), anOffer(may)];
        const id = await aLicenseIn(unitOfWork, { offers: [before, after] });
        const between = anOffer(march);

        await unitOfWork.run(aCommand(), async ({ licenses }) => {
          const license = await found(licenses.get(id, [between.window]));
          license.generate([between]);
          licenses.save(license);
          return {};
        });

        expect((await stateOf(unitOfWork, id))?.offers).toEqual(dataOf([before, between, after]));
      });
    });
  });
}

const january = { window: days('2026-01-01', '2026-01-31'), name: 'january' };
const march = { window: days('2026-03-01', '2026-03-31'), name: 'march' };
const may = { window: days('2026-05-01', '2026-05-31'), name: 'may' };

function byStart(a: OfferData, b: OfferData): number {
  return a.window.startsOn < b.window.startsOn ? -1 : 1;
}
