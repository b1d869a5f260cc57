import { describe, expect, it } from 'vitest';
import type { BulkPlan } from '../../../../src/domain/bulk/bulk-plan';
import type { StoredPricePlan } from '../../../../src/domain/price-plan/price-plan';
import { TitlesJoined } from '../../../../src/domain/content/content-errors';
import { OfferOutsideLicense } from '../../../../src/domain/license/license-errors';
import { NoDayForLastStep } from '../../../../src/domain/price-plan/ladder';
import { PricePlanChanged } from '../../../../src/domain/price-plan/price-plan';
import { changeLicenses, LicensesBlocked } from '../../../../src/service/bulk/change-licenses';
import { previewLicensesChange } from '../../../../src/service/bulk/preview-licenses-change';
import { undoLicenses } from '../../../../src/service/bulk/undo-licenses';
import { ChangedSince } from '../../../../src/service/changed-since';
import { assignOffer } from '../../../../src/service/content/content-service';
import { NotFound } from '../../../../src/service/errors';
import { generateOffers } from '../../../../src/service/license/generate-offers';
import { aCommand } from '../../../builders/command-builders';
import { anId, anOfferData, days, prices } from '../../../builders/license-builders';
import { GivenTitles } from '../given-titles';

const march = anOfferData({ name: 'March', window: days('2026-03-01', '2026-03-31') });
const inEuros = { ...march, prices: prices('4.99', 'EUR') };

/** Three licenses for 2026 with an offer in March, the last in another currency, and a plan of two months. */
async function givenPlan() {
  const given = await GivenTitles.begin();
  const [first, second, other] = [
    await given.license([march]),
    await given.license([march]),
    await given.license([inEuros]),
  ];
  const plan: StoredPricePlan = {
    ...{ id: anId(), name: 'Library', revision: 3 },
    steps: [
      { name: 'Launch', prices: prices('4.99'), months: 1 },
      { name: 'Catalog', prices: prices('2.99'), months: 1 },
    ],
    ...{ changedBy: 'Ada', changedAt: '2026-06-01T00:00:00.000Z' },
  };
  given.unitOfWork.savePricePlan(plan);
  const applied = (day: string): BulkPlan => ({
    ...{ kind: 'price-plan', pricePlanId: plan.id, revision: 3, start: { at: 'day', day } },
  });
  const on = (...ids: readonly string[]) =>
    ids.map((licenseId) => ({ licenseId, expectedVersion: given.licenseVersion(licenseId) }));
  const apply = (day: string, ids = [first, second]) =>
    changeLicenses({ ...aCommand(), plan: applied(day), licenses: on(...ids) }, given.unitOfWork);
  const offersOf = (id: string) => given.unitOfWork.contents.licenses[id]?.offers ?? [];
  return { given, first, second, other, plan, applied, on, apply, offersOf };
}

describe('a price plan on many licenses', () => {
  it('is tried: those that change, and the others by cause', async () => {
    const { given, first, second, other, applied, on } = await givenPlan();
    const tryOn = async (day: string) => {
      const command = { ...aCommand(), plan: applied(day), today: '2026-01-01' };
      const licenses = on(first, second, other);
      return (await previewLicensesChange({ ...command, licenses }, given.unitOfWork)).bulk;
    };

    const may = await tryOn('2026-05-01');
    expect([...may.changes].sort(byId)).toEqual(on(first, second).sort(byId));
    expect(may).toMatchObject({ offers: 4, same: 0, onTiers: 0 });
    expect(may.samples).toHaveLength(4);
    expect(may.blocked.map(({ code, all }) => [code, all.length])).toEqual([['other-currency', 1]]);
    const causes = async (day: string) => (await tryOn(day)).blocked.map(({ code }) => code);
    expect(await causes('2026-02-15')).toEqual(['offer-overlap', 'other-currency']);
    expect(await causes('2026-11-15')).toEqual(['offer-outside-license', 'other-currency']);
  });

  it('gives each license its offers, and all or none of them', async () => {
    const { given, first, second, other, apply, offersOf } = await givenPlan();

    const answer = await apply('2026-05-01');

    expect(answer.changed.map(({ version }) => version)).toEqual([3, 3]);
    for (const id of [first, second])
      expect(offersOf(id).map(({ name, window }) => [name, window])).toEqual([
        ['March', march.window],
        ['Launch', days('2026-05-01', '2026-05-31')],
        ['Catalog', days('2026-06-01', '2026-06-30')],
      ]);
    await given.refusal(LicensesBlocked, () => apply('2026-07-01', [first, other]));
  });

  it('is undone by one command, and offers of it stay as they are when it changes', async () => {
    const { given, first, second, plan, apply, offersOf } = await givenPlan();
    const { changed } = await apply('2026-05-01');
    given.unitOfWork.savePricePlan({ ...plan, revision: 4, steps: plan.steps.slice(1) });
    expect(offersOf(first)).toHaveLength(3);

    const licenses = changed.map(({ id, version }) => ({
      licenseId: id,
      expectedVersion: version,
    }));
    const undone = await undoLicenses({ ...aCommand(), licenses }, given.unitOfWork);

    expect(undone.changed.map(({ version }) => version)).toEqual([4, 4]);
    expect([first, second].map(offersOf)).toEqual([[march], [march]]);
  });

  it('is not undone where a title has got an offer of it, or the license has changed', async () => {
    const { given, first, apply } = await givenPlan();
    const { changed } = await apply('2026-05-01');
    const licenses = changed.map(({ id, version }) => ({
      licenseId: id,
      expectedVersion: version,
    }));
    const undo = () => undoLicenses({ ...aCommand(), licenses }, given.unitOfWork);
    const titleId = await given.title([{ licenseId: first, offer: march }]);
    const launch = given.unitOfWork.contents.licenses[first]?.offers[1];
    if (launch === undefined) throw new Error('It has the offers of the plan.');
    await assignOffer(
      { ...given.command(titleId), chosen: { licenseId: first, offer: launch } },
      given.unitOfWork,
    );

    await given.refusal(TitlesJoined, undo);
    const december = anOfferData({ window: days('2026-12-01', '2026-12-31') });
    await generateOffers(
      { ...given.licenseCommand(first), plan: { kind: 'at', offers: [december] } },
      given.unitOfWork,
    );
    await given.refusal(ChangedSince, undo);
  });

  it('is not applied at another revision, or when it is gone', async () => {
    const { given, first, plan, on, apply } = await givenPlan();
    given.unitOfWork.savePricePlan({ ...plan, revision: 4 });
    await given.refusal(PricePlanChanged, () => apply('2026-05-01'));

    const gone: BulkPlan = {
      ...{ kind: 'price-plan', pricePlanId: anId(), revision: 1, start: { at: 'license-start' } },
    };
    await given.refusal(NotFound, () =>
      changeLicenses({ ...aCommand(), plan: gone, licenses: on(first) }, given.unitOfWork),
    );
  });
});

describe('a price plan on one license', () => {
  it('is generated from its first day, an open last step until the license ends', async () => {
    const { given, first, plan, offersOf } = await givenPlan();
    const generate = (start: string, revision = 3) =>
      generateOffers(
        {
          ...given.licenseCommand(first),
          plan: {
            ...{ kind: 'price-plan', pricePlanId: plan.id, revision },
            ...{ start, devices: ['tv'] },
          },
        },
        given.unitOfWork,
      );

    await given.refusal(PricePlanChanged, () => generate('2026-05-01', 2));
    await given.refusal(OfferOutsideLicense, () => generate('2026-12-15'));
    const rest = { name: 'Rest', prices: prices('1.99'), days: null };
    given.unitOfWork.savePricePlan({ ...plan, steps: [...plan.steps, rest] });
    await given.refusal(NoDayForLastStep, () => generate('2026-11-01'));
    const { offers } = await generate('2026-05-01');
    expect(offers.at(-1)).toEqual({
      ...{ name: 'Rest', prices: prices('1.99'), devices: ['tv'] },
      window: days('2026-07-01', '2026-12-31'),
    });
    expect(offersOf(first)).toHaveLength(4);
  });
});

function byId(a: { readonly licenseId: string }, b: { readonly licenseId: string }): number {
  return a.licenseId < b.licenseId ? -1 : 1;
}
