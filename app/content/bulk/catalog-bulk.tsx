'use client';

import dynamic from 'next/dynamic';
import { createContext, use, useState, type ReactNode } from 'react';
import type { SearchParameters } from '../../../src/wire/address';
import type { AssignedNews } from '../../licenses/titles/news/assigned-news';
import type { Way } from '../../licenses/titles/use-assigning';
import type { TitleChoice } from './matching-titles';
import { Button } from '@/ui/button';
import { NativeCheckbox } from '@/ui/fields/native-checkbox';
import { useRefresh } from '@/ui/use-refresh';
import { ChooseForm } from '../../exports/choose-form';

// Loaded when they are used: most who open the catalog change nothing.
const AssignChosenSheet = dynamic(() =>
  import('./assign-chosen-sheet').then((module) => module.AssignChosenSheet),
);
const Assigned = dynamic(() =>
  import('../../licenses/titles/news/assigned-news').then((module) => module.Assigned),
);

/** Which titles get an offer or lose it. */
interface Task {
  readonly way: Way;
  readonly choice: TitleChoice;
}

const WAYS = [
  ['assign', 'Assign an offer to'],
  ['unassign', 'Unassign an offer from'],
] as const;

const AssignContext = createContext<(task: Task) => void>(() => undefined);

/** The catalog with the sheet that assigns an offer to many titles at once or takes it from them, and what that has done. */
export function CatalogBulk({ children }: { children: ReactNode }) {
  const { refresh } = useRefresh();
  const [task, setTask] = useState<Task | null>(null);
  const [news, setNews] = useState<AssignedNews | null>(null);
  return (
    <AssignContext value={setTask}>
      <div className="flex min-w-0 flex-1">
        <div className="flex min-w-0 flex-1 flex-col">
          {news !== null && (
            <div role="status" className="px-4 pt-3">
              <Assigned key={news.titles[0]?.version} news={news} onUndone={refresh} />
            </div>
          )}
          {children}
        </div>
        {task !== null && (
          <AssignChosenSheet
            key={JSON.stringify(task)}
            {...task}
            onDone={(done) => {
              setNews(done);
              setTask(null);
              refresh();
            }}
            onClose={() => {
              setTask(null);
            }}
          />
        )}
      </div>
    </AssignContext>
  );
}

/** The lines of the catalog to choose from: to export them, or to assign an offer to them or to all that match, or take it away. */
export function ChooseCatalogTitles({
  count,
  total,
  search,
  children,
}: {
  /** How many lines there are, and how many titles match in all. */
  count: number;
  total: number;
  /** The filters of the catalog. */
  search: SearchParameters;
  children: ReactNode;
}) {
  return (
    <ChooseForm
      what="title"
      count={count}
      more={(chosen, number) => {
        const isPage = number === count && total > count;
        const all = isPage ? { total, search } : null;
        return <Tasks key={String(isPage)} chosen={chosen} number={number} all={all} />;
      }}
    >
      {children}
    </ChooseForm>
  );
}

/** What can be done with the titles that are chosen, or with all that match. */
function Tasks({
  chosen,
  number,
  all,
}: {
  chosen: () => readonly string[];
  /** How many are chosen. */
  number: number;
  /** All that match, where they can be meant: every line of the page is chosen, and there are more. */
  all: { readonly total: number; readonly search: SearchParameters } | null;
}) {
  const open = use(AssignContext);
  const [isAll, setAll] = useState(false);
  const meant = isAll ? all : null;
  return (
    <>
      {all !== null && (
        <label className="flex min-h-9 items-center gap-2">
          <NativeCheckbox
            checked={isAll}
            onChange={({ target }) => {
              setAll(target.checked);
            }}
          />
          All {all.total.toLocaleString('en-US')} that match
        </label>
      )}
      {WAYS.map(([way, words]) => (
        <Button
          key={way}
          size="toolbar"
          onPress={() => {
            open({
              way,
              choice:
                meant === null
                  ? { kind: 'chosen', ids: [...chosen()] }
                  : { kind: 'matching', search: meant.search },
            });
          }}
        >
          {words} {(meant?.total ?? number).toLocaleString('en-US')}
        </Button>
      ))}
    </>
  );
}
