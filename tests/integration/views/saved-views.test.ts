import { expect, it } from 'vitest';
import type { SaveView } from '../../../src/service/views/saved-views';
import { PrismaSavedViews } from '../../../src/adapters/postgres/views/view-repository';
import { actor } from '../../../src/domain/people/actor';
import {
  MAX_VIEWS,
  NotYourView,
  TooManyViews,
  ViewChanged,
  ViewNameTaken,
} from '../../../src/domain/views/saved-view';
import { NotFound } from '../../../src/service/errors';
import {
  removeSharedView,
  removeView,
  saveSharedView,
  saveView,
} from '../../../src/service/views/saved-views';
import { aName, anId } from '../../builders/license-builders';
import { testDatabase } from '../support';
import { PeopleDriver } from '../people/support-people';

const database = await testDatabase();
const people = new PeopleDriver(database);
const views = new PrismaSavedViews(database.prisma);

async function aPerson() {
  const name = aName('Person');
  const email = `${anId()}@example.org`;
  await people.invite({ personId: anId(), name, email, role: 'editor' });
  const id = (await people.list()).find((one) => one.email === email)?.id ?? '';
  return { id, given: { actor: actor(name, id), at: '2026-06-01T00:00:00Z' } };
}

const ada = await aPerson();
const bo = await aPerson();

const aView = (parts: Partial<SaveView> = {}): SaveView => ({
  ...{ viewId: anId(), list: 'licenses', name: aName('View'), search: 'rights=TVOD', revision: 0 },
  ...parts,
});
const save = (by: typeof ada, view: SaveView) =>
  saveView({ ...view, ...by.given }, database.records);
const share = (by: typeof ada, view: SaveView) =>
  saveSharedView({ ...view, ...by.given }, database.records);
const seenBy = async ({ id }: typeof ada) => (await views.of('licenses', id)).map((one) => one.id);

it('a private view is seen by its owner alone, a shared one by everybody, own ones first', async () => {
  const own = aView();
  const shared = aView();
  await save(ada, own);
  await share(bo, shared);

  expect(await seenBy(ada)).toEqual([own.viewId, shared.viewId]);
  expect(await seenBy(bo)).toEqual([shared.viewId]);
  expect(await views.of('content', ada.id)).toEqual([]);
  await expect(share(bo, { ...own, revision: 1 })).rejects.toThrow(NotYourView);
  await expect(
    removeSharedView({ viewId: own.viewId, revision: 1, ...bo.given }, database.records),
  ).rejects.toThrow(NotYourView);
  await expect(save(bo, { ...shared, list: 'content', revision: 1 })).resolves.toBeDefined();
  expect(await seenBy(ada)).toEqual([own.viewId]);
});

it('saving the same twice changes nothing, and another filter is the next revision', async () => {
  const view = aView();
  expect((await save(ada, view)).revision).toBe(1);
  expect((await save(ada, view)).revision).toBe(1);
  const next = await save(ada, { ...view, search: 'rights=EST&cursor=1', revision: 1 });

  expect(next.revision).toBe(2);
  const [stored] = (await views.of('licenses', ada.id)).filter(({ id }) => id === view.viewId);
  expect(stored).toMatchObject({ search: 'rights=EST', revision: 2, isShared: false });
});

it('of two people who change a shared view, the slower one is told, and can replace it', async () => {
  const view = aView({ name: 'Going dark' });
  await share(ada, view);
  await share(bo, { ...view, search: 'dark=30', revision: 1 });
  const slower = { ...view, search: 'dark=7', revision: 1 };

  const refusal = await share(ada, slower).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(ViewChanged);
  expect((refusal as ViewChanged).message).toContain(`${bo.given.actor.name} saved the view`);
  await expect(
    removeSharedView({ viewId: view.viewId, revision: 1, ...ada.given }, database.records),
  ).rejects.toThrow(ViewChanged);
  expect((await share(ada, { ...slower, revision: 2 })).revision).toBe(3);
});

it('two at once on one revision: one is saved, the other told', async () => {
  const view = aView();
  await share(ada, view);
  const answers = await Promise.allSettled(
    [ada, bo].map((by, index) => share(by, { ...view, search: `free=${index}`, revision: 1 })),
  );

  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

it('a person has one view of a list by each name, however it is spelt', async () => {
  const view = aView({ name: 'Café' });
  await save(ada, view);
  await expect(save(ada, aView({ name: 'CAFE' }))).rejects.toThrow(ViewNameTaken);
  await save(ada, aView({ name: 'Cafe', list: 'content' }));
  await save(bo, aView({ name: 'Cafe' }));
  const answers = await Promise.allSettled(
    [1, 2, 3].map(() => save(bo, aView({ name: 'At once' }))),
  );
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

it('a person has so many views of a list at most', async () => {
  const cy = await aPerson();
  for (let count = 0; count < MAX_VIEWS; count += 1) await save(cy, aView());
  await expect(save(cy, aView())).rejects.toThrow(TooManyViews);
  await save(cy, aView({ list: 'content' }));
});

it('is deleted by its owner, and a shared one by everybody', async () => {
  const [own, shared] = [aView(), aView()];
  await save(ada, own);
  await share(ada, shared);
  await removeView({ viewId: own.viewId, revision: 1, ...ada.given }, database.records);
  await removeSharedView({ viewId: shared.viewId, revision: 1, ...bo.given }, database.records);

  expect(await seenBy(ada)).not.toContain(own.viewId);
  await expect(
    removeView({ viewId: own.viewId, revision: 1, ...ada.given }, database.records),
  ).rejects.toThrow(NotFound);
});
