import { describe, expect, it } from 'vitest';
import { NoRightsThere, TakedownGone } from '../../../../src/domain/content/takedown-errors';
import {
  bringTitleBack,
  previewTakedown,
  takeDownTitle,
  takeDownTitles,
  undoTakedowns,
} from '../../../../src/service/content/takedown-service';
import { ChangedSince } from '../../../../src/service/changed-since';
import { NotFound, Stale } from '../../../../src/service/errors';
import { aCommand } from '../../../builders/command-builders';
import { anId, anOfferData, days } from '../../../builders/license-builders';
import { GivenTitles } from '../given-titles';

const march = anOfferData({ name: 'MAR', window: days('2026-03-01', '2026-03-31') });
const PLAN = {
  startsOn: '2026-03-11',
  territories: null,
  rightsTypes: null,
  reason: 'Rights dispute',
};

async function givenTitle() {
  const given = await GivenTitles.begin();
  const licenseId = await given.license([march]);
  const chosen = { licenseId, offer: march };
  const contentId = await given.title([chosen]);
  return { given, licenseId, chosen, contentId, on: { contentId, expectedVersion: 1 } };
}

describe('taking titles down', () => {
  it('stores it with one line of history, and nothing else changes', async () => {
    const { given, licenseId, contentId, on } = await givenTitle();

    const answer = await takeDownTitle({ ...aCommand(), ...on, plan: PLAN }, given.unitOfWork);

    expect(answer).toEqual({ id: contentId, version: 2, replayed: false });
    expect(given.history(contentId)).toHaveLength(2);
    expect(given.licenseVersion(licenseId)).toBe(2);
    expect(given.stored(contentId).assignments).toHaveLength(1);
  });

  it('of several, is all or nothing', async () => {
    const { given, chosen, contentId } = await givenTitle();
    const other = await given.title([chosen]);
    const down = (titles: readonly (readonly [string, number])[]) =>
      takeDownTitles(
        {
          ...aCommand(),
          plan: PLAN,
          titles: titles.map(([id, version]) => ({ contentId: id, expectedVersion: version })),
        },
        given.unitOfWork,
      );

    await expect(
      down([
        [contentId, 1],
        [anId(), 1],
      ]),
    ).rejects.toThrow(NotFound);
    expect(given.history(contentId)).toHaveLength(1);

    const answer = await down([
      [contentId, 1],
      [other, 1],
    ]);
    expect(answer.assigned.map(({ version }) => version)).toEqual([2, 2]);
    await expect(
      down([
        [other, 2],
        [contentId, 1],
      ]),
    ).rejects.toThrow(Stale);
    expect(given.history(other)).toHaveLength(2);
  });

  it('is shown before, and then nothing is stored', async () => {
    const { given, contentId, on } = await givenTitle();
    const preview = (plan: object) =>
      previewTakedown(
        { ...aCommand(), titles: [on], plan: { ...PLAN, ...plan } },
        given.unitOfWork,
      );

    const { effects } = await preview({});

    expect(effects).toMatchObject([
      { contentId, lost: [{ days: [{ startsOn: '2026-03-11', endsOn: '2026-04-01' }] }] },
    ]);
    expect((await preview({ startsOn: '2026-04-01' })).effects).toMatchObject([{ lost: [] }]);
    await expect(preview({ rightsTypes: ['FAST'] })).rejects.toThrow(NoRightsThere);
    expect(given.history(contentId)).toHaveLength(1);
  });
});

describe('bringing a title back', () => {
  it('ends its takedown, and a second time is refused', async () => {
    const { given, contentId, on } = await givenTitle();
    await takeDownTitle({ ...aCommand(), ...on, plan: PLAN }, given.unitOfWork);
    const back = (expectedVersion: number) =>
      bringTitleBack(
        { ...aCommand(), contentId, expectedVersion, takedown: 2, from: '2026-03-21' },
        given.unitOfWork,
      );

    expect(await back(2)).toMatchObject({ version: 3 });
    await expect(back(2)).rejects.toThrow(Stale);
    await expect(back(3)).rejects.toThrow(TakedownGone);
    await takeDownTitle(
      { ...aCommand(), contentId, expectedVersion: 3, plan: PLAN },
      given.unitOfWork,
    );
    expect(given.history(contentId)).toHaveLength(4);
  });
});

describe('undoing a takedown of several titles', () => {
  async function givenDown() {
    const { given, licenseId, chosen, contentId } = await givenTitle();
    const ids = [contentId, await given.title([chosen])];
    const { assigned } = await takeDownTitles(
      {
        ...{ ...aCommand(), plan: PLAN },
        titles: ids.map((id) => ({ contentId: id, expectedVersion: 1 })),
      },
      given.unitOfWork,
    );
    const titles = assigned.map(({ id, version }) => ({ contentId: id, expectedVersion: version }));
    const undo = () => undoTakedowns({ ...aCommand(), titles }, given.unitOfWork);
    return { given, licenseId, ids, undo };
  }

  it('is one command, after which it never applied', async () => {
    const { given, ids, undo } = await givenDown();

    const answer = await undo();

    expect(answer.assigned).toEqual(ids.map((id) => ({ id, version: 3 })));
    for (const id of ids) {
      expect(given.stored(id).takedowns).toEqual([]);
      expect(given.history(id).at(-1)?.change).toMatchObject({ after: null });
    }
  });

  it('names every title that has changed since, and brings none back', async () => {
    const { given, ids, undo } = await givenDown();
    for (const id of ids)
      await bringTitleBack(
        { ...given.command(id), takedown: 2, from: '2026-03-21' },
        given.unitOfWork,
      );

    const refusal = await given.refusal(ChangedSince, undo);

    expect(refusal.things).toEqual(
      ids.map((id) => ({ what: 'content', id, name: given.stored(id).details.title })),
    );
  });

  it('takes back nothing but takedowns', async () => {
    const { given, chosen } = await givenTitle();
    const contentId = await given.title([chosen]);

    await given.refusal(TakedownGone, () =>
      undoTakedowns(
        { ...aCommand(), titles: [{ contentId, expectedVersion: 1 }] },
        given.unitOfWork,
      ),
    );
  });
});
