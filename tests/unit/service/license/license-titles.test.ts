import { describe, expect, it } from 'vitest';
import type { OfferData } from '../../../../src/domain/license/offer';
import {
  TitlesClash,
  TitlesJoined,
  TitlesStranded,
} from '../../../../src/domain/content/content-errors';
import { assignOffer } from '../../../../src/service/content/content-service';
import {
  amendLicense,
  replaceOffer,
  withdrawOffers,
} from '../../../../src/service/license/license-service';
import { generateOffers } from '../../../../src/service/license/generate-offers';
import { undoChange } from '../../../../src/service/license/undo-change';
import { previewUndo, previewWithdrawal } from '../../../../src/service/license/withdrawal-preview';
import { anOfferData, days, prices, someDetails } from '../../../builders/license-builders';
import { GivenTitles } from '../given-titles';

const march = anOfferData({ name: 'MAR', window: days('2026-03-01', '2026-03-31') });
const may = anOfferData({ name: 'MAY', window: days('2026-05-01', '2026-05-31') });
const april = anOfferData({ name: 'APR', window: days('2026-04-01', '2026-04-30') });

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

describe('undoing a withdrawal', () => {
  it('gives each title back what it lost by it, in one command, and nothing else', async () => {
    const { given, licenseId, both, onlyMarch, otherId } = await givenTitles();
    const elsewhere = await given.title([{ licenseId: otherId, offer: april }]);
    await withdrawOffers({ ...given.licenseCommand(licenseId), offers: [may] }, given.unitOfWork);
    await assignOffer(
      { ...given.command(both), chosen: { licenseId: otherId, offer: april } },
      given.unitOfWork,
    );

    const answer = await undoChange(given.licenseCommand(licenseId), given.unitOfWork);

    expect(answer).toMatchObject({ version: 4, offers: [may] });
    expect(given.assigned(both)).toEqual(['2026-03-01', '2026-04-01', '2026-05-01']);
    expect(given.history(both).at(-1)).toMatchObject({
      version: 5,
      change: { kind: 'offers-reassigned', taken: [], given: [{ licenseId, offer: may }] },
    });
    expect([onlyMarch, elsewhere].map((id) => given.stored(id).version)).toEqual([1, 1]);
  });

  it('of several offers gives each title its own', async () => {
    const { given, licenseId, otherId } = await givenTitles();
    const more = { ...april, name: 'JUN', window: days('2026-06-01', '2026-06-30') };
    const shared = await given.license([april, more]);
    const chosen = (offer: typeof april) => ({ licenseId: shared, offer });
    const kept = { licenseId: otherId, offer: april };
    const first = await given.title([chosen(more), { licenseId, offer: march }]);
    const second = await given.title([chosen(april), chosen(more), { licenseId, offer: may }]);
    const other = await given.title([kept]);
    await withdrawOffers(
      { ...given.licenseCommand(shared), offers: [april, more] },
      given.unitOfWork,
    );
    expect(given.assigned(second)).toEqual(['2026-05-01']);

    await undoChange(given.licenseCommand(shared), given.unitOfWork);

    expect([first, second, other].map((id) => given.assigned(id))).toEqual([
      ['2026-03-01', '2026-06-01'],
      ['2026-04-01', '2026-05-01', '2026-06-01'],
      ['2026-04-01'],
    ]);
  });

  it('C2: is refused whole where a title has another offer there by now, and says which', async () => {
    const { given, licenseId, both, otherId } = await givenTitles();
    const free = await given.title([
      { licenseId, offer: march },
      { licenseId, offer: may },
    ]);
    await withdrawOffers({ ...given.licenseCommand(licenseId), offers: [may] }, given.unitOfWork);
    const instead = { ...may, name: 'INSTEAD', window: days('2026-05-10', '2026-05-20') };
    await generateOffers(
      { ...given.licenseCommand(otherId), plan: { kind: 'at', offers: [instead] } },
      given.unitOfWork,
    );
    await assignOffer(
      { ...given.command(both), chosen: { licenseId: otherId, offer: instead } },
      given.unitOfWork,
    );
    const { title } = given.stored(both).details;

    const refusal = await given.refusal(TitlesClash, () =>
      undoChange(given.licenseCommand(licenseId), given.unitOfWork),
    );

    expect(refusal.clashes).toMatchObject([{ titles: 1, example: title }]);
    expect(refusal.message).toContain('INSTEAD');
    expect(given.assigned(free)).toEqual(['2026-03-01']);
  });

  it('can be undone, and that again', async () => {
    const { given, licenseId, both } = await givenTitles();
    const undo = () => undoChange(given.licenseCommand(licenseId), given.unitOfWork);
    await withdrawOffers({ ...given.licenseCommand(licenseId), offers: [may] }, given.unitOfWork);
    await undo();

    await undo();
    expect(given.assigned(both)).toEqual(['2026-03-01']);
    await undo();
    expect(given.assigned(both)).toEqual(['2026-03-01', '2026-05-01']);
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

describe('replacing an offer that titles have', () => {
  it.each([
    ['price', { ...march, prices: prices('9.99') }, '2026-03-01'],
    ['first day', { ...march, window: days('2026-02-15', '2026-03-31') }, '2026-02-15'],
    ['days and devices', { ...april, devices: ['mobile'] }, '2026-04-01'],
  ])(
    'L5: with another %s takes its titles along, at their versions',
    async (_what, after, start) => {
      const { given, licenseId, onlyMarch, both } = await givenTitles();

      await replaceOffer(
        { ...given.licenseCommand(licenseId), before: march, after },
        given.unitOfWork,
      );

      expect([given.assigned(onlyMarch), given.assigned(both)]).toEqual([
        [start],
        [start, '2026-05-01'].toSorted(),
      ]);
      expect(given.stored(onlyMarch).version).toBe(1);
    },
  );

  it('C2: so that it clashes with an offer of another license is refused, and says where', async () => {
    const { given, licenseId, onlyMarch, otherId } = await givenTitles();
    const shared = await given.title([
      { licenseId, offer: march },
      { licenseId: otherId, offer: april },
    ]);
    const after = { ...march, window: days('2026-03-01', '2026-04-10') };

    const refusal = await given.refusal(TitlesClash, () =>
      replaceOffer({ ...given.licenseCommand(licenseId), before: march, after }, given.unitOfWork),
    );

    expect(refusal.clashes).toMatchObject([
      {
        clash: {
          with: { licenseId: otherId },
          territories: ['CA', 'US'],
          devices: ['tv'],
          days: days('2026-04-01', '2026-04-10'),
        },
        titles: 1,
        example: given.stored(shared).details.title,
      },
    ]);
    expect(given.assigned(onlyMarch)).toEqual(['2026-03-01']);
  });

  it('C2: counts the titles that would clash', async () => {
    const { given, licenseId, otherId } = await givenTitles();
    for (let count = 0; count < 3; count += 1)
      await given.title([
        { licenseId, offer: march },
        { licenseId: otherId, offer: april },
      ]);
    const after = { ...march, window: days('2026-03-01', '2026-04-10') };

    const refusal = await given.refusal(TitlesClash, () =>
      replaceOffer({ ...given.licenseCommand(licenseId), before: march, after }, given.unitOfWork),
    );

    expect(refusal.clashes.map(({ titles }) => titles)).toEqual([3]);
  });

  it('C2: may overlap an offer of another license that shares no title', async () => {
    const { given, licenseId } = await givenTitles();
    const after = { ...march, window: days('2026-03-01', '2026-04-10') };

    const answer = await replaceOffer(
      { ...given.licenseCommand(licenseId), before: march, after },
      given.unitOfWork,
    );

    expect(answer.version).toBe(3);
  });
});

describe('amending a license whose titles have offers of another', () => {
  it.each([
    ['a territory', { territories: ['DE', 'US'] }, { territories: ['US'] }],
    ['the rights type', { rightsType: 'AVOD' }, { rightsType: 'AVOD' }],
  ])('C2: so that they come to share %s is refused', async (_what, theirs, amended) => {
    const { given, licenseId, terms } = await givenApart(theirs);

    await given.refusal(TitlesClash, () =>
      amendLicense(
        {
          ...given.licenseCommand(licenseId),
          details: someDetails({ terms: { ...terms, ...amended } }),
        },
        given.unitOfWork,
      ),
    );
  });

  it('C2: so that they still share nothing is fine', async () => {
    const { given, licenseId, terms } = await givenApart({ territories: ['DE'] });
    const details = someDetails({ terms: { ...terms, territories: ['CA', 'MX'] } });

    const answer = await amendLicense(
      { ...given.licenseCommand(licenseId), details },
      given.unitOfWork,
    );

    expect(answer.version).toBe(3);
  });

  it('C2: is refused as the undoing of an amendment, too', async () => {
    const { given, licenseId, terms } = await givenApart({ territories: ['DE'] });
    const amend = (territories: string[]) =>
      amendLicense(
        {
          ...given.licenseCommand(licenseId),
          details: someDetails({ terms: { ...terms, territories } }),
        },
        given.unitOfWork,
      );
    await amend(['MX']);
    const otherId = await given.license([march], { territories: ['CA'] });
    await given.title([
      { licenseId, offer: march },
      { licenseId: otherId, offer: march },
    ]);

    await given.refusal(TitlesClash, () =>
      undoChange(given.licenseCommand(licenseId), given.unitOfWork),
    );
  });
});

/** A license with March and May, a title with the one and a title with both; another license of the same rights with April. */
async function givenTitles() {
  const given = await GivenTitles.begin();
  const licenseId = await given.license([march, may]);
  const otherId = await given.license([april]);
  const onlyMarch = await given.title([{ licenseId, offer: march }]);
  const both = await given.title([
    { licenseId, offer: march },
    { licenseId, offer: may },
  ]);
  return { given, licenseId, otherId, onlyMarch, both };
}

/** A title with March of two licenses: of one for SVOD in Canada, and of one with other terms. */
async function givenApart(theirs: object) {
  const given = await GivenTitles.begin();
  const terms = { rightsType: 'SVOD', territories: ['CA'] };
  const licenseId = await given.license([march], terms);
  const otherId = await given.license([march], { ...terms, ...theirs });
  await given.title([
    { licenseId, offer: march },
    { licenseId: otherId, offer: march },
  ]);
  return { given, licenseId, terms };
}
