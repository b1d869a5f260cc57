'use client';

import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from '@/ui/button';
import { ForEditors } from '@/ui/role';
import { Assigned, type AssignedNews } from './news/assigned-news';
import { TakenDown, type TakenDownNews } from './news/taken-down-news';
import { TITLES } from './titles-address';

export type TitlesNews = AssignedNews | TakenDownNews;

/** The titles of a license, below its offers, with what was just done with several of them. */
export function TitlesSection({
  news,
  canAssign,
  onAssign,
  children,
}: {
  /** What was just done with several titles. */
  news: TitlesNews | null;
  /** Whether there is an offer to assign. */
  canAssign: boolean;
  onAssign: () => void;
  /** The list itself. */
  children: ReactNode;
}) {
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (news !== null) section.current?.scrollIntoView({ block: 'nearest' });
  }, [news]);
  return (
    <section
      ref={section}
      id={TITLES}
      aria-labelledby="titles-heading"
      className="border-b border-line pb-2 print:break-before-page"
    >
      <div className="flex flex-wrap items-center gap-3 px-4 py-3">
        <h2 id="titles-heading" className="text-panel-title">
          Titles
        </h2>
        {canAssign && (
          <ForEditors>
            <Button variant="secondary" size="toolbar" onPress={onAssign}>
              Assign titles
            </Button>
          </ForEditors>
        )}
      </div>
      <div aria-live="polite" className="px-4 pb-3 empty:hidden">
        {news?.kind === 'assigned' && <Assigned key={news.titles[0]?.id} news={news} />}
        {news?.kind === 'taken-down' && <TakenDown key={news.titles[0]?.version} news={news} />}
      </div>
      {children}
    </section>
  );
}
