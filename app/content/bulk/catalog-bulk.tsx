'use client';

import { onDemand } from '@/ui/overlays/on-demand';
import { createContext, use, useState, type ReactNode } from 'react';
import type { SearchParameters } from '../../../src/wire/address';
import type { MeantLines } from '../../../src/wire/meant-lines';
import type { AssignedNews } from '../../licenses/titles/news/assigned-news';
import type { Way } from '../../licenses/titles/use-assigning';
import { Button } from '@/ui/button';
import { useRefresh } from '@/ui/use-refresh';
import { ChooseForm } from '../../exports/choose-form';

// Loaded when they are used: most who open the catalog change nothing.
const AssignChosenSheet = onDemand(() =>
  import('./assign-chosen-sheet').then((module) => module.AssignChosenSheet),
);
const Assigned = onDemand(() =>
  import('../../licenses/titles/news/assigned-news').then((module) => module.Assigned),
);

/** Which titles get an offer or lose it. */
interface Task {
  readonly way: Way;
  readonly choice: MeantLines;
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

/** The lines of the catalog to choose from: to export them or all that match, or to assign an offer to these, or take it away. */
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
  const open = use(AssignContext);
  return (
    <ChooseForm
      what="title"
      count={count}
      matching={{ total, search }}
      more={(meant, number) =>
        WAYS.map(([way, words]) => (
          <Button
            key={way}
            size="toolbar"
            onPress={() => {
              open({ way, choice: meant() });
            }}
          >
            {words} {number.toLocaleString('en-US')}
          </Button>
        ))
      }
    >
      {children}
    </ChooseForm>
  );
}
