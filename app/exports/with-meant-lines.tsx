'use client';

import { useState, type ReactNode } from 'react';
import type { SearchParameters } from '../../src/wire/address';
import type { MeantLines } from '../../src/wire/meant-lines';
import { NativeCheckbox } from '@/ui/fields/native-checkbox';
import { totalWords } from '@/words/total-words';

interface Meant {
  /** Tells the ids of the lines that are chosen, and how many these are. */
  readonly chosen: () => readonly string[];
  readonly number: number;
  /** What to do with the lines that are meant, given a function that tells them, and how many these are. */
  readonly children: (meant: () => MeantLines, number: number, isAll: boolean) => ReactNode;
}

/** What can be done with the chosen lines; where every line of the page is chosen and there are more, with all that match. */
export function WithMeantLines({
  count,
  total,
  search,
  ...meant
}: Meant & {
  /** How many lines the page has, and how many match in all. */
  readonly count: number;
  readonly total: number;
  /** The filters of the list. */
  readonly search: SearchParameters;
}) {
  // By its place in the page it forgets that all were meant once the choice is smaller.
  return meant.number === count && total > count ? (
    <ChosenOrAll total={total} search={search} {...meant} />
  ) : (
    meant.children(() => ({ kind: 'chosen', ids: [...meant.chosen()] }), meant.number, false)
  );
}

function ChosenOrAll({
  total,
  search,
  chosen,
  number,
  children,
}: Meant & { readonly total: number; readonly search: SearchParameters }) {
  const [isAll, setAll] = useState(false);
  return (
    <>
      <label className="flex min-h-9 items-center gap-2">
        <NativeCheckbox
          checked={isAll}
          onChange={({ target }) => {
            setAll(target.checked);
          }}
        />
        All {totalWords(total)} that match
      </label>
      {children(
        () => (isAll ? { kind: 'matching', search } : { kind: 'chosen', ids: [...chosen()] }),
        isAll ? total : number,
        isAll,
      )}
    </>
  );
}
