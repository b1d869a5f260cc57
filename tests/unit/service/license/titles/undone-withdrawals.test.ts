import { describe, expect, it } from 'vitest';
import { TitlesClash } from '../../../../../src/domain/content/content-errors';
import { assignOffer } from '../../../../../src/service/content/content-service';
import { withdrawOffers } from '../../../../../src/service/license/license-service';
import { generateOffers } from '../../../../../src/service/license/generate-offers';
import { undoChange } from '../../../../../src/service/license/undo-change';
import { days } from '../../../../builders/license-builders';
import { march, may, april, givenTitles } from './support-titles';

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
