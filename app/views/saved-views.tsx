import type { ViewedList } from '../../src/domain/views/saved-view';
import { filterAlike, VIEWED_LISTS, viewSearch } from '../../src/domain/views/saved-view';
import { isDomainError } from '../../src/domain/errors';
import { savedViews } from '../../src/bootstrap';
import { COUNT_LIMIT } from '../../src/service/page';
import { totalWords } from '../words/total-words';
import type { ViewTab } from './view-tab';
import { ViewTabs } from './view-tabs';

/** So many views have a tab of their own, with how much they hold. */
const MAX_TABS = 6;

/**
 * The saved views of a list as tabs, and what there is to do with them. Nothing where nothing is filtered and no view is saved.
 *
 * @param countOf how many things a view holds; left out where that is not counted
 */
export async function SavedViews({
  list,
  personId,
  search,
  all,
  countOf,
}: {
  list: ViewedList;
  personId: string;
  /** The query parameters of the page. */
  search: Readonly<Record<string, string | string[] | undefined>>;
  /** The list without filters: `All licenses`. */
  all: string;
  countOf?: ((search: Readonly<Record<string, string[]>>) => Promise<number>) | undefined;
}) {
  const asked = parametersOf(search);
  const opened = asked.get('view');
  const current = viewSearchOf(asked.toString(), list);
  const views = await savedViews().of(list, personId);
  if (views.length === 0 && (current === null || current === '')) return null;
  const active =
    views.find(({ id }) => id === opened) ??
    views.find((view) => current !== null && current !== '' && filterAlike(view.search, current));
  // The one that is open is among the tabs.
  const inOrder = [...views.slice(0, MAX_TABS), ...views.slice(MAX_TABS)];
  const counts = await Promise.all(
    inOrder.slice(0, MAX_TABS).map(async (view) => {
      const parameters = new URLSearchParams(view.search);
      const count = await countOf?.(
        Object.fromEntries(
          [...new Set(parameters.keys())].map((name) => [name, parameters.getAll(name)]),
        ),
      );
      return [view.id, count] as const;
    }),
  );
  const countById = new Map(counts);
  const tabs = inOrder.map((view): ViewTab => {
    const count = countById.get(view.id);
    return {
      ...view,
      address: viewAddress(list, view.search, view.id),
      count: count === undefined ? null : totalWords(Math.min(count, COUNT_LIMIT + 1)),
    };
  });
  return (
    <ViewTabs
      list={list}
      all={{ label: all, address: VIEWED_LISTS[list] }}
      tabs={tabs.slice(0, MAX_TABS)}
      more={tabs.slice(MAX_TABS)}
      activeId={active?.id ?? null}
      current={current}
      isChanged={active !== undefined && current !== null && !filterAlike(active.search, current)}
    />
  );
}

function viewAddress(list: ViewedList, search: string, id: string): string {
  const parameters = new URLSearchParams(search);
  parameters.set('view', id);
  return `${VIEWED_LISTS[list]}?${parameters.toString()}`;
}

/** The filters of an address; `null` where they are too many to be saved. */
function viewSearchOf(search: string, list: ViewedList): string | null {
  try {
    return viewSearch(search, list);
  } catch (refusal) {
    if (!isDomainError(refusal)) throw refusal;
    return null;
  }
}

function parametersOf(
  search: Readonly<Record<string, string | string[] | undefined>>,
): URLSearchParams {
  return new URLSearchParams(
    Object.entries(search).flatMap(([name, value]) =>
      (value === undefined ? [] : [value].flat()).map((one): [string, string] => [name, one]),
    ),
  );
}
