import type { Page } from './page';

/** By what rows of a list are sorted, as text and numbers; no two rows have the same. */
export type RowKey = readonly (string | number)[];

/**
 * A page of a list that was worked out as a whole. A cursor names the row before or after it by its key, so that a page
 * neither repeats nor skips rows where others came or went meanwhile.
 *
 * @param rows in the order of their keys
 */
export function pageOfList<Row>(
  rows: readonly Row[],
  { cursor, pageSize }: { readonly cursor?: string | undefined; readonly pageSize: number },
  keyOf: (row: Row) => RowKey,
  compare: (a: RowKey, b: RowKey) => number,
): Page<Row> {
  const from = cursor === undefined ? null : read(cursor);
  const isUnknown = cursor !== undefined && from === null;
  const isAfter = (row: Row) => from === null || compare(keyOf(row), from.key) > 0;
  const isBefore = (row: Row) => from !== null && compare(keyOf(row), from.key) < 0;
  const end = from?.isBackwards === true ? rows.filter(isBefore).length : null;
  const start = end === null ? rows.findIndex(isAfter) : Math.max(0, end - pageSize);
  const first = start === -1 ? rows.length : start;
  const shown = rows.slice(first, end ?? first + pageSize);
  const [top, bottom] = [shown[0], shown.at(-1)];
  const before = top === undefined ? from?.key : keyOf(top);
  return {
    rows: shown,
    next:
      bottom !== undefined && first + shown.length < rows.length ? text('>', keyOf(bottom)) : null,
    previous: before !== undefined && first > 0 ? text('<', before) : null,
    total: rows.length,
    ...(isUnknown ? { isUnknownCursor: true } : {}),
  };
}

function text(direction: '<' | '>', key: RowKey): string {
  return `${direction}${JSON.stringify(key)}`;
}

function read(cursor: string): { readonly isBackwards: boolean; readonly key: RowKey } | null {
  if (!/^[<>]/.test(cursor)) return null;
  try {
    const key: unknown = JSON.parse(cursor.slice(1));
    return isKey(key) ? { isBackwards: cursor.startsWith('<'), key } : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function isKey(key: unknown): key is RowKey {
  return (
    Array.isArray(key) && key.every((part) => typeof part === 'string' || typeof part === 'number')
  );
}
