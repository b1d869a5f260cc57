import { describe, expect, it } from 'vitest';
import type { OfferData } from '../../../../../src/domain/license/offer';
import { TitlesJoined, TitlesStranded } from '../../../../../src/domain/content/content-errors';
import { assignOffer } from '../../../../../src/service/content/content-service';
import { replaceOffer, withdrawOffers } from '../../../../../src/service/license/license-service';
import { generateOffers } from '../../../../../src/service/license/generate-offers';
import { undoChange } from '../../../../../src/service/license/undo-change';
import {
  previewUndo,
  previewWithdrawal,
} from '../../../../../src/service/license/withdrawal-preview';
import { prices } from '../../../../builders/license-builders';
import { march, may, april, givenTitles } from './support-titles';

describe('withdrawing offers that titles have', () => {
  it('takes them from those titles, each at its next version, with a line of history of its own', async () => {
    const { given, licenseId, both } = await givenTitles();

    const answer = await withdrawOffers(
      { ...given.licenseCommand(licenseId), offers: [may] },
      given.unitOfWork,
    );

    expect(answer.version).toBe(3);
    expect(given.assigned(both)).toEqual(['2026-03-01']);
    expect(given.history(both).at(-1)).toMatchObject({
      version: 3,
      change: { kind: 'offers-unassigned', assignments: [{ licenseId, offer: may }] },
    });
  });

  it('leaves titles alone that have none of them', async () => {
    const { given, licenseId, onlyMarch } = await givenTitles();

    await withdrawOffers({ ...given.licenseCommand(licenseId), offers: [may] }, given.unitOfWork);

    expect(given.stored(onlyMarch).version).toBe(1);
  });

  it('C1: is refused when one is all that some titles have, naming exactly those', async () => {
    const { given, licenseId, onlyMarch } = await givenTitles();
    const { title } = given.stored(onlyMarch).details;

    const refusal = await given.refusal(TitlesStranded, () =>
      withdrawOffers({ ...given.licenseCommand(licenseId), offers: [march] }, given.unitOfWork),
    );

    expect(refusal.titles).toEqual([{ id: onlyMarch, title }]);
  });

  it('C1: is refused when together they are all that some title has', async () => {
    const { given, licenseId, onlyMarch, both } = await givenTitles();

    const refusal = await given.refusal(TitlesStranded, () =>
      withdrawOffers(
        { ...given.licenseCommand(licenseId), offers: [march, may] },
        given.unitOfWork,
      ),
    );

    expect(refusal.titles.map(({ id }) => id).toSorted()).toEqual([onlyMarch, both].toSorted());
  });

  it('is answered once when it is sent twice', async () => {
    const { given, licenseId, both } = await givenTitles();
    const command = { ...given.licenseCommand(licenseId), offers: [may] };
    const first = await withdrawOffers(command, given.unitOfWork);

    const again = await withdrawOffers(command, given.unitOfWork);

    expect(again).toEqual({ ...first, replayed: true });
    expect(given.stored(both).version).toBe(3);
  });

  it('C1: is refused as the undoing of their generation, too', async () => {
    const { given, licenseId } = await givenTitles();
    await generateOffers(
      { ...given.licenseCommand(licenseId), plan: { kind: 'at', offers: [april] } },
      given.unitOfWork,
    );
    await given.title([{ licenseId, offer: april }]);

    await given.refusal(TitlesStranded, () =>
      undoChange(given.licenseCommand(licenseId), given.unitOfWork),
    );
  });
});

describe('withdrawing offers after the person has seen which titles have them', () => {
  it('is refused when another title has got one since, and says how many', async () => {
    const { given, licenseId, both, onlyMarch } = await givenTitles();
    await assignOffer(
      { ...given.command(onlyMarch), chosen: { licenseId, offer: may } },
      given.unitOfWork,
    );

    const refusal = await given.refusal(TitlesJoined, () =>
      withdrawOffers(
        { ...given.licenseCommand(licenseId), offers: [may], titlesSeen: 1 },
        given.unitOfWork,
      ),
    );

    expect(refusal.message).toContain('1 more title has got the offer since you looked.');
    expect([both, onlyMarch].map((id) => given.assigned(id))).toEqual([
      ['2026-03-01', '2026-05-01'],
      ['2026-03-01', '2026-05-01'],
    ]);
    await withdrawOffers(
      { ...given.licenseCommand(licenseId), offers: [may], titlesSeen: 2 },
      given.unitOfWork,
    );
    expect(given.assigned(both)).toEqual(['2026-03-01']);
  });

  it('is refused as the undoing of their generation, too', async () => {
    const { given, licenseId, both } = await givenTitles();
    await generateOffers(
      { ...given.licenseCommand(licenseId), plan: { kind: 'at', offers: [april] } },
      given.unitOfWork,
    );
    await assignOffer(
      { ...given.command(both), chosen: { licenseId, offer: april } },
      given.unitOfWork,
    );

    await given.refusal(TitlesJoined, () =>
      undoChange({ ...given.licenseCommand(licenseId), titlesSeen: 0 }, given.unitOfWork),
    );

    expect(given.assigned(both)).toContain('2026-04-01');
  });
});

describe('what a withdrawal would take from titles', () => {
  it('is told without taking it: who loses an offer, where it goes dark, and who stands against it', async () => {
    const { given, licenseId, onlyMarch, both, otherId } = await givenTitles();
    const later = await given.title([
      { licenseId, offer: march },
      { licenseId: otherId, offer: april },
    ]);
    const before = JSON.stringify(given.unitOfWork.contents);
    const preview = (offers: readonly OfferData[]) =>
      previewWithdrawal(
        { ...given.licenseCommand(licenseId), offers, today: '2026-02-10' },
        given.unitOfWork,
      );
    const titleOf = (id: string) => given.stored(id).details.title;

    expect((await preview([march])).withdrawal).toEqual({
      ...{ offers: ['MAR'], titles: 3, darkTitles: 0, dark: [] },
      ...{ strandedTitles: 1, stranded: [{ contentId: onlyMarch, title: titleOf(onlyMarch) }] },
    });
    expect((await preview([may])).withdrawal).toEqual({
      ...{ offers: ['MAY'], titles: 1, strandedTitles: 0, stranded: [], darkTitles: 1 },
      dark: [
        {
          ...{ contentId: both, title: titleOf(both) },
          places: [{ rightsType: 'SVOD', territories: ['CA', 'US'], from: '2026-04-01' }],
        },
      ],
    });
    expect(given.assigned(later)).toHaveLength(2);
    expect(JSON.stringify(given.unitOfWork.contents)).toBe(before);
  });

  it('is told of undoing the generation of an offer, and is nothing of undoing anything else', async () => {
    const { given, licenseId, both } = await givenTitles();
    const previewed = async () => {
      const command = { ...given.licenseCommand(licenseId), today: '2026-02-10' };
      return (await previewUndo(command, given.unitOfWork)).withdrawal;
    };
    await generateOffers(
      { ...given.licenseCommand(licenseId), plan: { kind: 'at', offers: [april] } },
      given.unitOfWork,
    );
    await assignOffer(
      { ...given.command(both), chosen: { licenseId, offer: april } },
      given.unitOfWork,
    );

    expect(await previewed()).toMatchObject({ offers: ['APR'], titles: 1, strandedTitles: 0 });
    await replaceOffer(
      {
        ...given.licenseCommand(licenseId),
        ...{ before: april, after: { ...april, prices: prices('9.99') } },
      },
      given.unitOfWork,
    );
    expect(await previewed()).toMatchObject({ offers: [], titles: 0 });
    expect(given.assigned(both)).toContain('2026-04-01');
  });

  it('of an offer that no title has is nothing', async () => {
    const { given, otherId } = await givenTitles();

    const { withdrawal } = await previewWithdrawal(
      { ...given.licenseCommand(otherId), offers: [april], today: '2026-02-10' },
      given.unitOfWork,
    );

    expect(withdrawal).toMatchObject({ titles: 0, darkTitles: 0, strandedTitles: 0 });
  });
});
