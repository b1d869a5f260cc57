import { expect, it } from 'vitest';
import { PrismaContentViews } from '../../../src/adapters/postgres/content/content-views';
import { inSnapshot } from '../../../src/adapters/postgres/consistency-source';
import { findingsInTitle } from '../../../src/domain/consistency/title-consistency';
import { TitlesClash } from '../../../src/domain/content/content-errors';
import { assignOffer } from '../../../src/service/content/content-service';
import { undoChange } from '../../../src/service/license/undo-change';
import { withdrawOffers } from '../../../src/service/license/license-service';
import { previewWithdrawal } from '../../../src/service/license/withdrawal-preview';
import { aCommand } from '../../builders/command-builders';
import { days } from '../../builders/license-builders';
import { refusalFrom } from '../../builders/refusal';
import { testDatabase } from '../support';
import { offerFor, SeedData } from '../support-titles';

const database = await testDatabase();
const { unitOfWork } = database;
const views = new PrismaContentViews(database.prisma);
const seed = new SeedData(unitOfWork);

const spring = offerFor('Spring', days('2026-03-01', '2026-03-31'));
const fall = offerFor('Fall', days('2026-09-01', '2026-09-30'));

it('is previewed, done, and undone together with its titles', async () => {
  const licenseId = await seed.license({ offers: [spring, fall] });
  const both = [licenseId, spring] as const;
  const ids = [];
  for (let count = 0; count < 3; count += 1)
    ids.push(await seed.title({ offers: [both, [licenseId, fall]] }));
  const untouched = await seed.title({ offers: [[licenseId, spring]] });
  const before = await stateOf([...ids, untouched]);
  const on = (expectedVersion: number) => ({ ...aCommand(), licenseId, expectedVersion });

  const { withdrawal } = await previewWithdrawal(
    { ...on(2), offers: [fall], today: '2026-02-01' },
    unitOfWork,
  );
  expect(withdrawal).toMatchObject({ titles: 3, darkTitles: 3, strandedTitles: 0 });
  expect(withdrawal.dark[0]?.places).toEqual([
    { rightsType: 'TVOD', territories: ['CA', 'US'], from: '2026-04-01' },
  ]);

  await withdrawOffers({ ...on(2), offers: [fall] }, unitOfWork);
  expect((await stateOf(ids)).map(({ starts }) => starts)).toEqual(ids.map(() => ['2026-03-01']));

  expect(await undoChange(on(3), unitOfWork)).toMatchObject({ version: 4, offers: [fall] });

  const after = await stateOf([...ids, untouched]);
  expect(after.map(({ starts, coverage }) => ({ starts, coverage }))).toEqual(
    before.map(({ starts, coverage }) => ({ starts, coverage })),
  );
  expect(after.map(({ version }) => version)).toEqual([4, 4, 4, 1]);
  expect(await findings()).toEqual([]);
});

it('is not undone partially: if a title has another offer there by now, nothing changes', async () => {
  const licenseId = await seed.license({ offers: [spring, fall] });
  const instead = offerFor('Instead', days('2026-09-10', '2026-09-20'));
  const otherId = await seed.license({ offers: [instead] });
  const ids = [];
  for (let count = 0; count < 2; count += 1)
    ids.push(
      await seed.title({
        offers: [
          [licenseId, spring],
          [licenseId, fall],
        ],
      }),
    );
  await withdrawOffers(
    { ...aCommand(), licenseId, expectedVersion: 2, offers: [fall] },
    unitOfWork,
  );
  const [first = ''] = ids;
  const chosen = { licenseId: otherId, offer: instead };
  await assignOffer({ ...aCommand(), contentId: first, expectedVersion: 3, chosen }, unitOfWork);
  const before = await stateOf(ids);

  const refusal = await refusalFrom(
    TitlesClash,
    undoChange({ ...aCommand(), licenseId, expectedVersion: 3 }, unitOfWork),
  );

  expect(refusal.clashes).toMatchObject([{ titles: 1, clash: { with: { licenseId: otherId } } }]);
  expect(await stateOf(ids)).toEqual(before);
});

async function stateOf(ids: readonly string[]) {
  return Promise.all(
    ids.map(async (id) => {
      const view = await views.content(id);
      const starts = (view?.assigned ?? []).map(({ offer }) => offer.window.startsOn);
      return { version: view?.version, starts, coverage: view?.coverage };
    }),
  );
}

async function findings(): Promise<string[]> {
  return inSnapshot(database.url, async (source) => {
    const words: string[] = [];
    for await (const title of source.titles())
      words.push(...findingsInTitle(title).map((finding) => finding.words));
    return words;
  });
}
