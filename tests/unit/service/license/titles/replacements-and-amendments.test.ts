import { describe, expect, it } from 'vitest';
import { TitlesClash } from '../../../../../src/domain/content/content-errors';
import { amendLicense, replaceOffer } from '../../../../../src/service/license/license-service';
import { undoChange } from '../../../../../src/service/license/undo-change';
import { days, prices, someDetails } from '../../../../builders/license-builders';
import { GivenTitles } from '../../given-titles';
import { march, april, givenTitles } from './support-titles';

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
