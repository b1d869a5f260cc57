import { DomainError } from '../errors';
import { shortText } from '../values/text';

/** The lists and boards that views are saved of, with their paths. */
export const VIEWED_LISTS = {
  licenses: '/licenses',
  content: '/content',
  contracts: '/contracts',
  'missing-amounts': '/price-tables/missing',
  imports: '/imports',
  history: '/history',
  calendar: '/calendar',
  'going-dark': '/today/going-dark',
  gaps: '/today/gaps',
  availability: '/availability',
} as const;

export type ViewedList = keyof typeof VIEWED_LISTS;

/** Parameters of every list that say where in it a person is: its page, and the view that is open. */
const PLACES = ['cursor', 'view'];

/** Parameters of a list that say where in it a person is, besides those of every list. */
const PLACES_IN: Partial<Record<ViewedList, readonly string[]>> = {
  calendar: ['month', 'day', 'starts', 'ends', 'rights', 'dark', 'gaps'],
  availability: ['why'],
};

/** A named set of filters of a list, private to a person or shared with everybody. */
export interface SavedView {
  /** UUID. */
  readonly id: string;
  /** The person who made it. */
  readonly ownerId: string;
  readonly list: ViewedList;
  readonly name: string;
  /** The filters, as the query string of the list without the place in it. */
  readonly search: string;
  readonly isShared: boolean;
  /** 1 for a new one; every change that is saved raises it by one. */
  readonly revision: number;
}

/** A view as it is stored. */
export interface StoredView extends SavedView {
  readonly changedBy: string;
}

/** The longest query string that is kept. */
export const MAX_SEARCH_LENGTH = 2_000;
/** As many views a person has of one list at most. */
export const MAX_VIEWS = 50;
const MAX_VIEW_NAME = 60;

/** @throws InvalidText for the name, ViewTooLong */
export function savedView(view: SavedView): SavedView {
  return {
    ...view,
    name: shortText(view.name, 'name', 'A view’s name', MAX_VIEW_NAME),
    search: viewSearch(view.search, view.list),
  };
}

/**
 * The filters of a list's query string, in its order: without the page, the month or the cell that a person had turned to.
 *
 * @throws ViewTooLong
 */
export function viewSearch(search: string, list: ViewedList): string {
  const parameters = new URLSearchParams(search);
  for (const name of [...PLACES, ...(PLACES_IN[list] ?? [])]) parameters.delete(name);
  const text = parameters.toString();
  if (text.length > MAX_SEARCH_LENGTH) throw new ViewTooLong();
  return text;
}

/** Whether two query strings filter alike: the order of their parameters does not matter. */
export function filterAlike(one: string, other: string): boolean {
  return inOrder(one) === inOrder(other);
}

function inOrder(search: string): string {
  const parameters = [...new URLSearchParams(search)].filter(([name]) => !PLACES.includes(name));
  return JSON.stringify(parameters.map((pair) => JSON.stringify(pair)).sort());
}

/** Whether two views of one list are called the same, filter alike and are seen by the same people. */
export function isSameView(one: SavedView, other: SavedView): boolean {
  return (
    one.name === other.name &&
    one.isShared === other.isShared &&
    filterAlike(one.search, other.search)
  );
}

/** A person has one view of a list by each name. */
export class ViewNameTaken extends DomainError {
  readonly code = 'view-name-taken';
  override readonly field = 'name';

  constructor(name: string) {
    super(`You have a view named ${name} already. Enter another name.`);
  }
}

/** A person has at most `MAX_VIEWS` of a list. */
export class TooManyViews extends DomainError {
  readonly code = 'too-many-views';

  constructor() {
    super(`You have ${MAX_VIEWS} views of this list. Delete one first.`);
  }
}

/** A query string that is too long to be kept. */
export class ViewTooLong extends DomainError {
  readonly code = 'view-too-long';

  constructor() {
    super('These are too many filters to save. Remove some first.');
  }
}

/** The shared view is no longer as it was when a person began to change it. */
export class ViewChanged extends DomainError {
  readonly code = 'view-changed';

  constructor(readonly latest: StoredView) {
    super(
      `${latest.changedBy} saved the view ${latest.name} while you were looking. Save again to replace that, or open the view to see it.`,
    );
  }
}

/** Nobody changes the private view of somebody else, nor makes their shared view private. */
export class NotYourView extends DomainError {
  readonly code = 'not-your-view';

  constructor() {
    super('This view belongs to someone else. Save a view of your own.');
  }
}
