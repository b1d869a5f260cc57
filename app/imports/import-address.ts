import type { ReviewQuery } from '../../src/service/import/import-views';
import { addressWith } from '@/ui/lists/query-text';

/** The parts of what is known of a checked file. */
export const PARTS = ['decisions', 'problems', 'review', 'rules'] as const;

export type ImportPart = (typeof PARTS)[number];

/** What the address of an import asks for. */
export interface ImportQuery {
  readonly part?: ImportPart | undefined;
  readonly what?: ReviewQuery['what'];
  /** Without one, what there is to look at. */
  readonly outcome?: ReviewQuery['outcome'] | 'all';
  /** Where the review goes on. */
  readonly cursor?: string | undefined;
  /** The first group of problems that is shown, counted from 0. */
  readonly from?: number | undefined;
  /** The group of problems all of whose rows are shown. */
  readonly group?: number | undefined;
}

export const IMPORTS = '/imports';

/** URL of the list of imports; `isWaiting` for those that wait for a decision. */
export function importsAddress({
  isWaiting,
  view,
  cursor,
}: {
  readonly isWaiting: boolean;
  /** The saved view that is open, whose filters may have been changed since. */
  readonly view?: string | undefined;
  readonly cursor?: string | undefined;
}): string {
  return addressWith(IMPORTS, { waiting: isWaiting ? 'yes' : undefined, view, cursor });
}

export function importAddress(importId: string): string {
  return `${IMPORTS}/${importId}`;
}

/** Where its rejected rows are taken away as a workbook. */
export function rejectedRowsAddress(importId: string): string {
  return `${importAddress(importId)}/rejected.xlsx`;
}

/** A part of an import, and what is shown of it. */
export function partAddress(
  importId: string,
  part: ImportPart,
  query: Omit<ImportQuery, 'part'> = {},
): string {
  const search = new URLSearchParams({ part });
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') search.set(name, String(value));
  return `${importAddress(importId)}?${search.toString()}`;
}
