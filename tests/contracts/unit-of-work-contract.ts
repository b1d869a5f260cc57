import { describe, expect, it } from 'vitest';
import type { ContentChange } from '../../src/domain/content/content-change';
import type { ContractChange } from '../../src/domain/contract/contract';
import type { DateRangeData } from '../../src/domain/values/date-range';
import type { PriceTableChange } from '../../src/domain/price-table/price-table-change';
import type { Removal } from '../../src/domain/removal';
import type { License } from '../../src/domain/license/license';
import type { LicenseChange } from '../../src/domain/license/license-change';
import type { LicenseDetailsData } from '../../src/domain/license/license-details';
import type { OfferData } from '../../src/domain/license/offer';
import type { LicenseSaved } from '../../src/service/license/license-at-version';
import type { Command, Outcome, Transaction, UnitOfWork } from '../../src/service/unit-of-work';
import { actor } from '../../src/domain/people/actor';
import { Contract } from '../../src/domain/contract/contract';
import { ContractReferenceTaken } from '../../src/domain/contract/contract-errors';
import { DateRange } from '../../src/domain/values/date-range';
import { DEVICES } from '../../src/domain/values/device';
import { License as Licenses } from '../../src/domain/license/license';
import { LicenseDetails } from '../../src/domain/license/license-details';
import { MAX_AMOUNT } from '../../src/domain/values/money';
import { Offer } from '../../src/domain/license/offer';
import { ALL_TERRITORIES } from '../../src/domain/values/territory';
import { KeyReused, Stale } from '../../src/service/errors';
import { closeLicense } from '../../src/service/license/close-license';
import { grantLicense } from '../../src/service/license/license-service';
import { aCommand, contractDetails } from '../builders/command-builders';
import {
  aName,
  anId,
  anOffer,
  anOfferData,
  days,
  prices,
  someDetails,
} from '../builders/license-builders';
import { gate } from './gate';
import { onePrice } from '../../src/domain/license/price-list';

/** What a suite runs against: a unit of work, and a look at the history that no port gives. */
export interface Storage {
  readonly unitOfWork: UnitOfWork;
  readonly historyOf: (aggregateId: string) => Promise<readonly StoredLine[]>;
}

export interface StoredLine {
  readonly version: number;
  readonly actor: string;
  readonly at: string;
  readonly change: LicenseChange | ContractChange | ContentChange | PriceTableChange | Removal;
}

interface State {
  readonly version: number;
  readonly contractId: string;
  readonly details: LicenseDetailsData;
  readonly offers: readonly OfferData[];
}

/** What holds for every unit of work, whatever it stores in. */
export function unitOfWorkContract(name: string, create: () => Promise<Storage>): void {
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

    describe('a saved change', () => {
      it('that generates offers is kept and raises the version by one', async () => {
        const { unitOfWork } = await create();
        const id = await aLicenseIn(unitOfWork);
        const offers = [january, march].map(anOffer);

        await changed(unitOfWork, id, (license) => license.generate(offers));

        expect(await stateOf(unitOfWork, id)).toMatchObject({ version: 2, offers: dataOf(offers) });
      });

      it('that replaces an offer leaves the others as they were', async () => {
        const { unitOfWork } = await create();
        const [first, second, third] = [anOffer(january), anOffer(march), anOffer(may)];
        const id = await aLicenseIn(unitOfWork, { offers: [first, second, third] });
        const other = anOffer({
          window: days('2026-03-10', '2026-04-30'),
          prices: prices('7', 'EUR'),
        });

        await changed(unitOfWork, id, (license) => license.replace(second, other));

        const offers = dataOf([first, other, third]);
        expect(await stateOf(unitOfWork, id)).toMatchObject({ version: 3, offers });
      });

      it('that replaces an offer by one beginning on the same day is kept', async () => {
        const { unitOfWork } = await create();
        const before = anOffer(january);
        const id = await aLicenseIn(unitOfWork, { offers: [before] });
        const after = anOffer({ ...january, name: 'Other', devices: ['tv', 'mobile'] });

        await changed(unitOfWork, id, (license) => license.replace(before, after));

        expect((await stateOf(unitOfWork, id))?.offers).toEqual(dataOf([after]));
      });

      it('that withdraws offers leaves the others', async () => {
        const { unitOfWork } = await create();
        const [first, second, third] = [anOffer(january), anOffer(march), anOffer(may)];
        const id = await aLicenseIn(unitOfWork, { offers: [first, second, third] });

        await changed(unitOfWork, id, (license) => license.withdraw([third, first]));

        expect(await stateOf(unitOfWork, id)).toMatchObject({
          version: 3,
          offers: dataOf([second]),
        });
      });

      it('that amends everything there is to amend is kept', async () => {
        const { unitOfWork } = await create();
        const id = await aLicenseIn(unitOfWork, { offers: [anOffer(january)] });
        const details = someDetails({
          notes: 'Extended by letter.',
          terms: {
            rightsType: 'AVOD',
            territories: ['DE', 'AT'],
            devices: ['console', 'tv'],
            window: days('2025-12-01', null),
          },
        });

        await changed(unitOfWork, id, (license) => license.amend(LicenseDetails.of(details)));

        const after = LicenseDetails.of(details).toData();
        expect(await stateOf(unitOfWork, id)).toMatchObject({ version: 3, details: after });
        expect((await stateOf(unitOfWork, id))?.offers).toHaveLength(1);
      });

      it('of a contract is kept', async () => {
        const { unitOfWork } = await create();
        const [id, details] = [await aContractIn(unitOfWork), contractDetails()];

        await corrected(unitOfWork, id, details);

        expect(await contractState(unitOfWork, id)).toEqual({ version: 2, details });
      });

      it('of a contract leaves the versions of its licenses alone', async () => {
        const { unitOfWork } = await create();
        const contractId = await aContractIn(unitOfWork);
        const id = await aLicenseIn(unitOfWork, { contractId, offers: [anOffer(january)] });

        await corrected(unitOfWork, contractId, contractDetails());

        expect(await stateOf(unitOfWork, id)).toMatchObject({ version: 2, contractId });
      });

      it('leaves one line of history: who, when and what', async () => {
        const { unitOfWork, historyOf } = await create();
        const details = someDetails();
        const id = await aLicenseIn(unitOfWork, { details });
        const offer = anOffer(january);
        const command = aCommand({ actor: actor('Otto'), at: '2026-05-06T07:08:09.123Z' });

        await changed(unitOfWork, id, (license) => license.generate([offer]), command);

        expect(await historyOf(id)).toEqual([
          expect.objectContaining({ version: 1, change: { kind: 'license-granted', details } }),
          {
            version: 2,
            actor: 'Otto',
            at: '2026-05-06T07:08:09.123Z',
            change: { kind: 'offers-generated', offers: dataOf([offer]) },
          },
        ]);
      });

      it('of a contract leaves one line of history', async () => {
        const { unitOfWork, historyOf } = await create();
        const [before, after] = [contractDetails(), contractDetails()];
        const id = await aContractIn(unitOfWork, before);

        await corrected(unitOfWork, id, after);

        expect((await historyOf(id)).map(({ change }) => change)).toEqual([
          { kind: 'contract-recorded', details: before },
          { kind: 'contract-corrected', before, after },
        ]);
      });

      it('is found among the changes after an earlier version, in order', async () => {
        const { unitOfWork } = await create();
        const [first, second] = [anOffer(january), anOffer(march)];
        const id = await aLicenseIn(unitOfWork, { offers: [first, second] });
        await changed(unitOfWork, id, (license) => license.withdraw([first]));
        await changed(unitOfWork, id, (license) => license.withdraw([second]));

        const changes = await look(unitOfWork, ({ licenses }) => licenses.changesAfter(id, 2));

        expect(changes).toEqual([
          { kind: 'offers-withdrawn', offers: dataOf([first]) },
          { kind: 'offers-withdrawn', offers: dataOf([second]) },
        ]);
      });
    });

    describe('nothing is stored', () => {
      it('of a change that is not saved', async () => {
        const { unitOfWork } = await create();
        const id = await aLicenseIn(unitOfWork);
        const before = await stateOf(unitOfWork, id);

        await unitOfWork.run(aCommand(), async ({ licenses }) => {
          (await found(licenses.get(id))).generate([anOffer(january)]);
          return {};
        });

        expect(await stateOf(unitOfWork, id)).toEqual(before);
      });

      it('of a change that is not saved, for whoever reads in the same unit of work', async () => {
        const { unitOfWork } = await create();
        const id = await aLicenseIn(unitOfWork);

        const seen = await look(unitOfWork, async ({ licenses }) => {
          (await found(licenses.get(id))).generate([anOffer(january)]);
          return (await found(licenses.get(id))).timeline.offers;
        });

        expect(seen).toEqual([]);
      });

      it('of a saved change when the work then throws', async () => {
        const { unitOfWork, historyOf } = await create();
        const id = await aLicenseIn(unitOfWork);
        const before = [await stateOf(unitOfWork, id), await historyOf(id)];

        const failing = unitOfWork.run(aCommand(), async ({ licenses }) => {
          const license = await found(licenses.get(id));
          license.generate([anOffer(january)]);
          licenses.save(license);
          throw new Unforeseen();
        });

        await expect(failing).rejects.toBeInstanceOf(Unforeseen);
        expect([await stateOf(unitOfWork, id), await historyOf(id)]).toEqual(before);
      });

      it('of something added when the work then throws', async () => {
        const { unitOfWork } = await create();
        const id = anId();

        const failing = unitOfWork.run(aCommand(), ({ contracts }) => {
          contracts.add(Contract.record(id, contractDetails()));
          throw new Unforeseen();
        });

        await expect(failing).rejects.toBeInstanceOf(Unforeseen);
        expect(await contractState(unitOfWork, id)).toBeNull();
      });

      it('when a license is saved that did not change', async () => {
        const { unitOfWork, historyOf } = await create();
        const offer = anOffer(january);
        const id = await aLicenseIn(unitOfWork, { offers: [offer] });
        const before = [await stateOf(unitOfWork, id), await historyOf(id)];

        await changed(unitOfWork, id, (license) => license.replace(offer, offer));

        expect([await stateOf(unitOfWork, id), await historyOf(id)]).toEqual(before);
      });

      it('when a contract is saved that did not change', async () => {
        const { unitOfWork, historyOf } = await create();
        const details = contractDetails();
        const id = await aContractIn(unitOfWork, details);

        await corrected(unitOfWork, id, details);

        expect(await contractState(unitOfWork, id)).toEqual({ version: 1, details });
        expect(await historyOf(id)).toHaveLength(1);
      });
    });

    describe('of two writers at once', () => {
      it('on one license exactly one wins, and the other is stale', async () => {
        const { unitOfWork, historyOf } = await create();
        const id = await aLicenseIn(unitOfWork);
        const offers = [anOffer(january), anOffer(march)];
        const bothHaveRead = gate(2);

        const outcomes = await Promise.allSettled(
          offers.map((offer) =>
            unitOfWork.run(aCommand(), async ({ licenses }) => {
              const license = await found(licenses.get(id));
              await bothHaveRead();
              license.generate([offer]);
              licenses.save(license);
              return { offer: offer.name };
            }),
          ),
        );

        const loser = onlyRejection(outcomes);
        expect(loser).toBeInstanceOf(Stale);
        expect(loser).toMatchObject({ what: 'license', id, expectedVersion: 1 });
        const winner = offers.find(({ name }) => name === onlyResult(outcomes).offer);
        expect(await stateOf(unitOfWork, id)).toMatchObject({
          version: 2,
          offers: dataOf(winner === undefined ? [] : [winner]),
        });
        expect(await historyOf(id)).toHaveLength(2);
      });

      it('on one contract exactly one wins, and the other is stale', async () => {
        const { unitOfWork, historyOf } = await create();
        const id = await aContractIn(unitOfWork);
        const bothHaveRead = gate(2);

        const outcomes = await Promise.allSettled(
          [contractDetails(), contractDetails()].map((details) =>
            unitOfWork.run(aCommand(), async ({ contracts }) => {
              const contract = await found(contracts.get(id));
              await bothHaveRead();
              contract.correct(details);
              contracts.save(contract);
              return { details };
            }),
          ),
        );

        expect(onlyRejection(outcomes)).toMatchObject({ code: 'stale', what: 'contract', id });
        const { details } = onlyResult(outcomes);
        expect(await contractState(unitOfWork, id)).toEqual({ version: 2, details });
        expect(await historyOf(id)).toHaveLength(2);
      });

      it('on two licenses both win', async () => {
        const { unitOfWork } = await create();
        const ids = [await aLicenseIn(unitOfWork), await aLicenseIn(unitOfWork)];
        const bothHaveRead = gate(2);

        await Promise.all(
          ids.map((id) =>
            unitOfWork.run(aCommand(), async ({ licenses }) => {
              const license = await found(licenses.get(id));
              await bothHaveRead();
              license.generate([anOffer(january)]);
              licenses.save(license);
              return {};
            }),
          ),
        );

        const states = await Promise.all(ids.map((id) => stateOf(unitOfWork, id)));
        expect(states.map((state) => state?.version)).toEqual([2, 2]);
      });

      it('a writer that read before the other committed is stale, however late it writes', async () => {
        const { unitOfWork } = await create();
        const id = await aLicenseIn(unitOfWork);

        const late = unitOfWork.run(aCommand(), async ({ licenses }) => {
          const license = await found(licenses.get(id));
          await changed(unitOfWork, id, (other) => other.generate([anOffer(january)]));
          license.generate([anOffer(march)]);
          licenses.save(license);
          return {};
        });

        await expect(late).rejects.toBeInstanceOf(Stale);
        expect(await stateOf(unitOfWork, id)).toMatchObject({ version: 2 });
      });

      it('adding one license twice, the second is stale', async () => {
        const { unitOfWork } = await create();
        const [id, contractId] = [anId(), await aContractIn(unitOfWork)];
        const add = () =>
          unitOfWork.run(aCommand(), async ({ licenses }) => {
            licenses.add(Licenses.grant(id, contractId, someDetails()));
            return {};
          });
        await add();

        await expect(add()).rejects.toBeInstanceOf(Stale);
      });
    });

    describe('a key', () => {
      it('sent twice has one effect, and the first answer again', async () => {
        const { unitOfWork, historyOf } = await create();
        const id = await aLicenseIn(unitOfWork);
        const command = aGeneration(id);
        const first = await generate(unitOfWork, command);

        const second = await generate(unitOfWork, command);

        expect(first.replayed).toBe(false);
        expect(second).toEqual({ ...first, replayed: true });
        expect(await stateOf(unitOfWork, id)).toMatchObject({ version: 2 });
        expect(await historyOf(id)).toHaveLength(2);
      });

      it('sent twice at the same moment has one effect, and both get the same answer', async () => {
        const { unitOfWork, historyOf } = await create();
        const id = await aLicenseIn(unitOfWork);
        const command = aGeneration(id);
        const bothHaveRead = gate(2);

        const answers = await Promise.all([
          generate(unitOfWork, command, bothHaveRead),
          generate(unitOfWork, command, bothHaveRead),
        ]);

        expect(answers.map(({ replayed }) => replayed).toSorted()).toEqual([false, true]);
        expect(answers[0].offers).toEqual(answers[1].offers);
        expect(await historyOf(id)).toHaveLength(2);
      });

      it('of a recording sent twice at the same moment records one contract', async () => {
        const { unitOfWork, historyOf } = await create();
        const [id, command, details] = [anId(), aCommand(), contractDetails()];
        const bothAreThere = gate(2);
        const record = () =>
          unitOfWork.run(command, async ({ contracts }) => {
            await bothAreThere();
            contracts.add(Contract.record(id, details));
            return { id, version: 1 };
          });

        const answers = await Promise.all([record(), record()]);

        expect(answers.map(({ replayed }) => replayed).toSorted()).toEqual([false, true]);
        expect(await historyOf(id)).toHaveLength(1);
      });

      it('sent again after others have changed the license gets the first answer', async () => {
        const { unitOfWork } = await create();
        const id = await aLicenseIn(unitOfWork);
        const command = aGeneration(id);
        const first = await generate(unitOfWork, command);
        await changed(unitOfWork, id, (license) => license.generate([anOffer(march)]));

        const second = await generate(unitOfWork, command);

        expect(second).toEqual({ ...first, replayed: true });
        expect(await stateOf(unitOfWork, id)).toMatchObject({ version: 3 });
      });

      it('sent again at another moment is still the same command', async () => {
        const { unitOfWork } = await create();
        const command = aGeneration(await aLicenseIn(unitOfWork));
        await generate(unitOfWork, command);

        const again = await generate(unitOfWork, { ...command, at: '2026-03-04T05:09:00.000Z' });

        expect(again.replayed).toBe(true);
      });

      it('sent again with its properties in another order is still the same command', async () => {
        const { unitOfWork } = await create();
        const command = aGeneration(await aLicenseIn(unitOfWork));
        await generate(unitOfWork, command);
        const { offer, ...rest } = command;
        const { devices, window, ...offerRest } = offer;

        const again = await generate(unitOfWork, {
          offer: { window, devices, ...offerRest },
          ...rest,
        });

        expect(again.replayed).toBe(true);
      });

      it('sent again with another payload is refused, also where that would be legal', async () => {
        const { unitOfWork, historyOf } = await create();
        const id = await aLicenseIn(unitOfWork);
        const { key } = await accepted(unitOfWork, id);

        const other = generate(unitOfWork, { ...aGeneration(id, march, 2), key });

        await expect(other).rejects.toBeInstanceOf(KeyReused);
        expect(await historyOf(id)).toHaveLength(2);
      });

      it('sent again with another payload is refused, also when that is stale', async () => {
        const { unitOfWork } = await create();
        const id = await aLicenseIn(unitOfWork);
        const { key } = await accepted(unitOfWork, id);

        const other = generate(unitOfWork, { ...aGeneration(id, march, 1), key });

        await expect(other).rejects.toBeInstanceOf(KeyReused);
      });

      it('sent again for another license is refused', async () => {
        const { unitOfWork, historyOf } = await create();
        const { key } = await accepted(unitOfWork, await aLicenseIn(unitOfWork));
        const other = await aLicenseIn(unitOfWork);

        const reuse = generate(unitOfWork, { ...aGeneration(other), key });

        await expect(reuse).rejects.toBeInstanceOf(KeyReused);
        expect(await historyOf(other)).toHaveLength(1);
      });

      it('sent again by somebody else is refused', async () => {
        const { unitOfWork } = await create();
        const command = await accepted(unitOfWork, await aLicenseIn(unitOfWork));

        const others = generate(unitOfWork, { ...command, actor: actor('Somebody Else') });

        await expect(others).rejects.toMatchObject({ code: 'key-reused', key: command.key });
      });

      it('of a refused command is free to be sent again', async () => {
        const { unitOfWork } = await create();
        const id = await aLicenseIn(unitOfWork);
        const command = aGeneration(id, january, 2);
        await expect(generate(unitOfWork, command)).rejects.toBeInstanceOf(Stale);
        await changed(unitOfWork, id, (license) => license.generate([anOffer(march)]));

        const answer = await generate(unitOfWork, command);

        expect(answer.replayed).toBe(false);
        expect(await stateOf(unitOfWork, id)).toMatchObject({ version: 3 });
      });
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

    describe('two aggregates in one unit of work', () => {
      it('are both stored', async () => {
        const { unitOfWork, historyOf } = await create();
        const ids = [await aLicenseIn(unitOfWork), await aLicenseIn(unitOfWork)];

        await generateInAll(unitOfWork, ids);

        const states = await Promise.all(ids.map((id) => stateOf(unitOfWork, id)));
        expect(states.map((state) => state?.version)).toEqual([2, 2]);
        const lines = await Promise.all(ids.map((id) => historyOf(id)));
        expect(lines.map(({ length }) => length)).toEqual([2, 2]);
      });

      it.each([0, 1])('are both left alone when number %i of them is stale', async (late) => {
        const { unitOfWork, historyOf } = await create();
        const ids = [await aLicenseIn(unitOfWork), await aLicenseIn(unitOfWork)] as const;

        const stale = generateInAll(unitOfWork, ids, () =>
          changed(unitOfWork, ids[late === 0 ? 0 : 1], (license) =>
            license.generate([anOffer(may)]),
          ),
        );

        await expect(stale).rejects.toMatchObject({ code: 'stale', id: ids[late === 0 ? 0 : 1] });
        const other = ids[late === 0 ? 1 : 0];
        expect(await stateOf(unitOfWork, other)).toMatchObject({ version: 1, offers: [] });
        expect(await historyOf(other)).toHaveLength(1);
      });

      it('of two kinds are both left alone when the contract’s number is taken', async () => {
        const { unitOfWork } = await create();
        const taken = contractDetails();
        await aContractIn(unitOfWork, taken);
        const contractId = await aContractIn(unitOfWork);
        const id = await aLicenseIn(unitOfWork, { contractId });

        const both = unitOfWork.run(aCommand(), async ({ contracts, licenses }) => {
          const license = await found(licenses.get(id));
          license.generate([anOffer(january)]);
          licenses.save(license);
          const contract = await found(contracts.get(contractId));
          contract.correct(taken);
          contracts.save(contract);
          return {};
        });

        await expect(both).rejects.toBeInstanceOf(ContractReferenceTaken);
        expect(await stateOf(unitOfWork, id)).toMatchObject({ version: 1 });
        expect(await contractState(unitOfWork, contractId)).toMatchObject({ version: 1 });
      });

      it('answer a repeated key once for both', async () => {
        const { unitOfWork, historyOf } = await create();
        const ids = [await aLicenseIn(unitOfWork), await aLicenseIn(unitOfWork)];
        const command = aCommand();
        const twice = gate(2);
        const both = () => generateInAll(unitOfWork, ids, twice, command);

        const answers = await Promise.all([both(), both()]);

        expect(answers.map(({ replayed }) => replayed).toSorted()).toEqual([false, true]);
        const lines = await Promise.all(ids.map((id) => historyOf(id)));
        expect(lines.map(({ length }) => length)).toEqual([2, 2]);
      });
    });

    describe('a reference number', () => {
      it('that the studio has already is refused on recording', async () => {
        const { unitOfWork } = await create();
        const details = contractDetails();
        await aContractIn(unitOfWork, details);
        const id = anId();

        const second = aContractIn(unitOfWork, { ...details, notes: 'another deal' }, id);

        await expect(second).rejects.toBeInstanceOf(ContractReferenceTaken);
        await expect(second).rejects.toMatchObject({
          studio: details.studio,
          reference: details.reference,
        });
        expect(await contractState(unitOfWork, id)).toBeNull();
      });

      it('that the studio has already is refused however both are spelt', async () => {
        const { unitOfWork } = await create();
        const [studio, reference] = [aName('Élan Films'), aName('K-ß')];
        await aContractIn(unitOfWork, contractDetails({ studio, reference }));
        const respelled = contractDetails({
          studio: ` ${studio.toUpperCase().replace(' ', '\u00A0 ')}`,
          reference: reference.toLowerCase().replace('ß', 'SS'),
        });
        const id = anId();

        const second = aContractIn(unitOfWork, respelled, id);

        await expect(second).rejects.toBeInstanceOf(ContractReferenceTaken);
        expect(await contractState(unitOfWork, id)).toBeNull();
      });

      it('can be corrected to another spelling of itself', async () => {
        const { unitOfWork } = await create();
        const own = contractDetails({ studio: aName('ELAN FILMS') });
        const id = await aContractIn(unitOfWork, own);
        const respelled = { ...own, studio: own.studio.replace('ELAN FILMS', 'Élan Films') };

        await corrected(unitOfWork, id, respelled);

        expect(await contractState(unitOfWork, id)).toEqual({ version: 2, details: respelled });
      });

      it('that the studio has already is refused on correcting', async () => {
        const { unitOfWork } = await create();
        const taken = contractDetails();
        await aContractIn(unitOfWork, taken);
        const own = contractDetails({ studio: taken.studio });
        const id = await aContractIn(unitOfWork, own);

        const correction = corrected(unitOfWork, id, { ...own, reference: taken.reference });

        await expect(correction).rejects.toBeInstanceOf(ContractReferenceTaken);
        expect(await contractState(unitOfWork, id)).toEqual({ version: 1, details: own });
      });

      it('that another studio has is no hindrance', async () => {
        const { unitOfWork } = await create();
        const reference = aName('REF');
        await aContractIn(unitOfWork, contractDetails({ reference }));

        const id = await aContractIn(unitOfWork, contractDetails({ reference }));

        expect(await contractState(unitOfWork, id)).toMatchObject({ details: { reference } });
      });

      it.each([
        ['one spelling', (name: string) => name],
        ['two spellings', (name: string) => name.toUpperCase().replace('E', 'É')],
      ])('asked for by two at once in %s is had by one', async (_, respelled) => {
        const { unitOfWork } = await create();
        const details = contractDetails();
        const other = { ...details, studio: respelled(details.studio) };
        const bothAreThere = gate(2);

        const outcomes = await Promise.allSettled(
          [details, other].map((asked) =>
            unitOfWork.run(aCommand(), async ({ contracts }) => {
              const id = anId();
              await bothAreThere();
              contracts.add(Contract.record(id, asked));
              return { id, asked };
            }),
          ),
        );

        expect(onlyRejection(outcomes)).toBeInstanceOf(ContractReferenceTaken);
        const { id, asked } = onlyResult(outcomes);
        expect(await contractState(unitOfWork, id)).toEqual({ version: 1, details: asked });
      });
    });
  });
}

const january = { window: days('2026-01-01', '2026-01-31'), name: 'january' };
const march = { window: days('2026-03-01', '2026-03-31'), name: 'march' };
const may = { window: days('2026-05-01', '2026-05-31'), name: 'may' };

class Unforeseen extends Error {}

interface Generation extends Command {
  readonly licenseId: string;
  readonly expectedVersion: number;
  readonly offer: OfferData;
}

function aGeneration(
  licenseId: string,
  parts: Partial<OfferData> = january,
  expectedVersion = 1,
): Generation {
  return { ...aCommand(), licenseId, expectedVersion, offer: anOfferData(parts) };
}

/** As a service would: compares the version, changes, saves. */
function generate(
  unitOfWork: UnitOfWork,
  command: Generation,
  beforeSaving: () => Promise<unknown> = () => Promise.resolve(),
): Promise<Outcome<LicenseSaved>> {
  return unitOfWork.run(command, async ({ licenses }) => {
    const { licenseId, expectedVersion, offer } = command;
    const license = await found(licenses.get(licenseId));
    await beforeSaving();
    if (license.version !== expectedVersion) throw new Stale('license', licenseId, expectedVersion);
    license.generate([Offer.of(offer)]);
    licenses.save(license);
    return { id: licenseId, version: expectedVersion + 1, offers: [offer] };
  });
}

async function accepted(unitOfWork: UnitOfWork, licenseId: string): Promise<Generation> {
  const command = aGeneration(licenseId);
  await generate(unitOfWork, command);
  return command;
}

/** One offer in each of several licenses, in one unit of work. */
function generateInAll(
  unitOfWork: UnitOfWork,
  ids: readonly string[],
  beforeSaving: () => Promise<unknown> = () => Promise.resolve(),
  command = aCommand(),
) {
  return unitOfWork.run(command, async ({ licenses }) => {
    const all = await Promise.all(ids.map((id) => found(licenses.get(id))));
    await beforeSaving();
    for (const license of all) {
      license.generate([anOffer(january)]);
      licenses.save(license);
    }
    return { closed: ids.map((id) => ({ id, version: 2 })) };
  });
}

async function aContractIn(
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
async function aLicenseIn(
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

async function changed(
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

async function corrected(
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

/** Reads in a unit of work that stores nothing. */
async function look<T>(
  unitOfWork: UnitOfWork,
  read: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const { seen } = await unitOfWork.run(aCommand(), async (transaction) => ({
    seen: await read(transaction),
  }));
  return seen;
}

function stateOf(unitOfWork: UnitOfWork, id: string): Promise<State | null> {
  return look(unitOfWork, async ({ licenses }) => {
    const license = await licenses.get(id);
    if (license === null) return null;
    const { version, contractId, details, timeline } = license;
    return { version, contractId, details: details.toData(), offers: dataOf(timeline.offers) };
  });
}

function contractState(unitOfWork: UnitOfWork, id: string) {
  return look(unitOfWork, async ({ contracts }) => {
    const contract = await contracts.get(id);
    return contract === null ? null : { version: contract.version, details: contract.details };
  });
}

async function found<T>(wanted: Promise<T | null>): Promise<T> {
  const one = await wanted;
  if (one === null) throw new Error('It is not there.');
  return one;
}

function dataOf(offers: readonly Offer[]): OfferData[] {
  return offers.map((offer) => offer.toData());
}

function byStart(a: OfferData, b: OfferData): number {
  return a.window.startsOn < b.window.startsOn ? -1 : 1;
}

function onlyResult<T>(outcomes: readonly PromiseSettledResult<T>[]): T {
  const results = outcomes.filter((outcome) => outcome.status === 'fulfilled');
  const [only] = results;
  if (only === undefined || results.length !== 1)
    throw new Error(`${results.length} of ${outcomes.length} were accepted.`);
  return only.value;
}

function onlyRejection(outcomes: readonly PromiseSettledResult<unknown>[]): unknown {
  const rejections = outcomes.filter((outcome) => outcome.status === 'rejected');
  const [only] = rejections;
  if (only === undefined || rejections.length !== 1)
    throw new Error(`${rejections.length} of ${outcomes.length} were refused.`);
  return only.reason as unknown;
}
