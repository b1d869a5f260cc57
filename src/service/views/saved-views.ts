import type { StoredView, ViewedList } from '../../domain/views/saved-view';
import type { Given, RecordStore } from '../records';
import type { Outcome } from '../unit-of-work';
import {
  isSameView,
  MAX_VIEWS,
  NotYourView,
  savedView,
  TooManyViews,
  ViewChanged,
  ViewNameTaken,
} from '../../domain/views/saved-view';
import { isSameName } from '../../domain/names/folding';
import { NotFound } from '../errors';

export interface SaveView {
  /** Made by the client for a new view: however often it is sent, it is one. */
  readonly viewId: string;
  readonly list: ViewedList;
  readonly name: string;
  readonly search: string;
  /** The revision that the change was made against; 0 for a new view. */
  readonly revision: number;
}

export interface RemoveView {
  readonly viewId: string;
  readonly revision: number;
}

/** What became of a command on a view. */
export interface ViewSaved {
  readonly viewId: string;
  readonly revision: number;
}

/** Reads what people have saved. */
export interface SavedViewViews {
  /** A person's views of a list and the shared ones, by name: their own first. */
  of(list: ViewedList, personId: string): Promise<readonly StoredView[]>;
}

/**
 * Saves a private view of a person. Nothing changes where it is stored so already.
 *
 * @throws as `saveSharedView`
 */
export function saveView(command: SaveView & Given, records: RecordStore) {
  return save(command, false, records);
}

/**
 * Saves a view for everybody, or changes one that is shared, whoever made it.
 *
 * @throws InvalidText, ViewTooLong, ViewNameTaken, TooManyViews; NotYourView for a private view of somebody else, or to make
 *   theirs private; ViewChanged when the stored one is of another revision than the one that the change was made against
 */
export function saveSharedView(command: SaveView & Given, records: RecordStore) {
  return save(command, true, records);
}

function save(
  { viewId, list, name, search, revision, actor, at }: SaveView & Given,
  isShared: boolean,
  records: RecordStore,
): Promise<Outcome<ViewSaved>> {
  const personId = idOf(actor);
  return records.transact(async ({ views }) => {
    const stored = await views.get(viewId);
    const latest = stored === null ? null : requireChangeable(stored, personId, isShared);
    const ownerId = latest?.ownerId ?? personId;
    const next = savedView({
      ...{ id: viewId, ownerId, list: latest?.list ?? list, name, search, isShared },
      revision: (latest?.revision ?? 0) + 1,
    });
    if (latest !== null && isSameView(latest, next))
      return { viewId, revision: latest.revision, replayed: false };
    if (latest !== null && revision !== latest.revision) throw new ViewChanged(latest);
    const others = await views.ofOwner(ownerId, next.list);
    if (others.some((one) => one.id !== viewId && isSameName(one.name, next.name)))
      throw new ViewNameTaken(next.name);
    if (latest === null && others.length >= MAX_VIEWS) throw new TooManyViews();
    await views.save(next, actor, at);
    return { viewId, revision: next.revision, replayed: false };
  });
}

/** Deletes a private view. @throws NotFound, NotYourView */
export function removeView(command: RemoveView & Given, records: RecordStore) {
  return remove(command, false, records);
}

/** Deletes a shared view, whoever made it. @throws NotFound, NotYourView, ViewChanged */
export function removeSharedView(command: RemoveView & Given, records: RecordStore) {
  return remove(command, true, records);
}

function remove(
  { viewId, revision, actor }: RemoveView & Given,
  isShared: boolean,
  records: RecordStore,
): Promise<Outcome<ViewSaved>> {
  return records.transact(async ({ views }) => {
    const latest = await views.get(viewId);
    if (latest === null) throw new NotFound('view', viewId);
    requireChangeable(latest, idOf(actor), isShared);
    if (latest.revision !== revision) throw new ViewChanged(latest);
    await views.remove(viewId);
    return { viewId, revision, replayed: false };
  });
}

/** A shared view is changed by the commands on shared ones; a private one by its owner. */
function requireChangeable(view: StoredView, personId: string, isShared: boolean): StoredView {
  const isOwn = view.ownerId === personId;
  if (isOwn || (view.isShared && isShared)) return view;
  throw new NotYourView();
}

function idOf({ id }: Given['actor']): string {
  if (id === undefined) throw new Error('Only somebody with an id has views.');
  return id;
}
