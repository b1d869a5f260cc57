import { describe, expect, it } from 'vitest';
import { TitlesJoined, TitlesStranded } from '../../../../src/domain/content/content-errors';
import { OfferNamedTwice, OffersCrossed } from '../../../../src/domain/license/license-errors';
import { rearrangeOffers } from '../../../../src/service/license/license-service';
import { undoChange } from '../../../../src/service/license/undo-change';
import {
  previewRearrangement,
  previewUndo,
} from '../../../../src/service/license/withdrawal-preview';
import { anOfferData, days } from '../../../builders/license-builders';
import { GivenTitles } from '../given-titles';

const spring = anOfferData({ name: 'Spring', window: days('2026-03-01', '2026-04-30') });
const may = anOfferData({ name: 'May', window: days('2026-05-01', '2026-05-31') });
const sale = anOfferData({ name: 'Sale', window: days('2026-10-01', '2026-10-20') });

const saleInSpring = { ...sale, window: days('2026-03-10', '2026-03-29') };
const firstPart = { ...spring, window: days('2026-03-01', '2026-03-09') };
const rest = { ...spring, window: days('2026-03-30', '2026-04-30') };
/** The sale moves into the middle of spring, which goes on after it. */
const split = {
  replaced: [
    { before: sale, after: saleInSpring },
    { before: spring, after: firstPart },
  ],
  added: [{ offer: rest, titlesOf: spring }],
  withdrawn: [],
};
/** The sale takes the place of May, from its first day on. */
const inPlaceOfMay = {
  replaced: [{ before: sale, after: { ...sale, window: days('2026-05-01', '2026-05-20') } }],
  added: [],
  withdrawn: [may],
};

describe('rearranging offers that titles have', () => {
  it('gives the titles of a split offer both parts, and undo gives the whole back', async () => {
    const { given, licenseId, both } = await givenTitles();

    const answer = await rearrangeOffers(
      { ...given.licenseCommand(licenseId), ...split },
      given.unitOfWork,
    );

    expect(answer).toMatchObject({ version: 3, offers: [saleInSpring, firstPart, rest] });
    expect(given.assigned(both)).toEqual(['2026-03-01', '2026-03-10', '2026-03-30']);
    expect(given.history(both).at(-1)?.change).toMatchObject({
      kind: 'offers-reassigned',
      taken: [],
      given: [{ offer: rest }],
    });

    await undoChange(given.licenseCommand(licenseId), given.unitOfWork);

    expect(given.assigned(both)).toEqual(['2026-03-01', '2026-10-01']);

    await undoChange(given.licenseCommand(licenseId), given.unitOfWork);

    expect(given.assigned(both)).toEqual(['2026-03-01', '2026-03-10', '2026-03-30']);
  });

  it('takes a withdrawn offer from its titles where another comes to begin on its first day', async () => {
    const { given, licenseId, both, mayAndSale } = await givenTitles();

    await rearrangeOffers(
      { ...given.licenseCommand(licenseId), ...inPlaceOfMay },
      given.unitOfWork,
    );

    expect(given.assigned(both)).toEqual(['2026-03-01', '2026-05-01']);
    expect(given.assigned(mayAndSale)).toEqual(['2026-05-01']);
    expect(given.history(mayAndSale).at(-1)?.change).toMatchObject({
      kind: 'offers-unassigned',
      assignments: [{ offer: may }],
    });

    await undoChange(given.licenseCommand(licenseId), given.unitOfWork);

    expect(given.assigned(both)).toEqual(['2026-03-01', '2026-10-01']);
    expect(given.assigned(mayAndSale)).toEqual(['2026-05-01', '2026-10-01']);
  });

  it('C1: is refused for titles that have nothing else, unless they are to be retired', async () => {
    const { given, licenseId } = await givenTitles();
    const onlyMay = await given.title([{ licenseId, offer: may }]);

    const refusal = await given.refusal(TitlesStranded, () =>
      rearrangeOffers({ ...given.licenseCommand(licenseId), ...inPlaceOfMay }, given.unitOfWork),
    );
    expect(refusal.titles.map(({ id }) => id)).toEqual([onlyMay]);

    const retiring = { retiring: 'Sale instead' };
    await rearrangeOffers(
      { ...given.licenseCommand(licenseId), ...inPlaceOfMay, ...retiring },
      given.unitOfWork,
    );
    expect(given.stored(onlyMay).closing).toEqual({ kind: 'retired', reason: 'Sale instead' });

    await undoChange(given.licenseCommand(licenseId), given.unitOfWork);
    expect(given.stored(onlyMay).closing).toBeNull();
    expect(given.assigned(onlyMay)).toEqual(['2026-05-01']);
  });

  it('is refused when more titles lose an offer than the person saw', async () => {
    const { given, licenseId } = await givenTitles();

    const refusal = await given.refusal(TitlesJoined, () =>
      rearrangeOffers(
        { ...given.licenseCommand(licenseId), ...inPlaceOfMay, titlesSeen: 0 },
        given.unitOfWork,
      ),
    );

    expect(refusal.message).toContain('1');
  });

  it('is previewed: titles that lose an offer, and those that go dark earlier', async () => {
    const { given, licenseId } = await givenTitles();
    const onlySpring = await given.title([{ licenseId, offer: spring }]);
    const today = '2026-01-15';
    const trimmed = {
      replaced: [{ before: spring, after: firstPart }],
      ...{ added: [], withdrawn: [may] },
    };

    const { withdrawal } = await previewRearrangement(
      { ...given.licenseCommand(licenseId), ...trimmed, today },
      given.unitOfWork,
    );

    expect(withdrawal).toMatchObject({ offers: ['May'], titles: 1, strandedTitles: 0 });
    expect(withdrawal.dark).toMatchObject([
      { contentId: onlySpring, places: [{ from: '2026-03-10' }] },
    ]);

    await rearrangeOffers({ ...given.licenseCommand(licenseId), ...split }, given.unitOfWork);
    const back = await previewUndo({ ...given.licenseCommand(licenseId), today }, given.unitOfWork);
    expect(back.withdrawal).toMatchObject({ offers: ['Spring'], titles: 2, strandedTitles: 0 });
  });

  it('is refused where offers would take each other’s days, or one is named twice', async () => {
    const { given, licenseId } = await givenTitles();
    const swapped = {
      replaced: [
        { before: may, after: { ...may, window: sale.window } },
        { before: sale, after: { ...sale, window: may.window } },
      ],
      ...{ added: [], withdrawn: [] },
    };
    const twice = { ...inPlaceOfMay, withdrawn: [may, may] };
    const copiedOntoAnother = {
      ...{ replaced: [], withdrawn: [may] },
      added: [{ offer: may, titlesOf: spring }],
    };

    const doing = (change: typeof swapped | typeof twice | typeof copiedOntoAnother) => () =>
      rearrangeOffers({ ...given.licenseCommand(licenseId), ...change }, given.unitOfWork);

    expect((await given.refusal(OffersCrossed, doing(swapped))).message).toContain(
      'cannot take each other’s',
    );
    await given.refusal(OfferNamedTwice, doing(twice));
    await given.refusal(OfferNamedTwice, doing(copiedOntoAnother));
  });
});

async function givenTitles() {
  const given = await GivenTitles.begin();
  const licenseId = await given.license([spring, may, sale]);
  const both = await given.title([
    { licenseId, offer: spring },
    { licenseId, offer: sale },
  ]);
  const mayAndSale = await given.title([
    { licenseId, offer: may },
    { licenseId, offer: sale },
  ]);
  return { given, licenseId, both, mayAndSale };
}
