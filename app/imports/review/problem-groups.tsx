import { Link } from '@/ui/link';
import type { Problem } from '../../../src/domain/avails/sheet-row';
import type { ProblemGroup } from '../../../src/service/import/import-views';
import type { ImportQuery } from '../import-address';
import { StateMark } from '@/ui/state-mark';
import { partAddress } from '../import-address';
import { countOf } from './review-words';

/** So many groups are on a page, and so many rows of each, until more are asked for. */
const GROUPS = 25;
const ROWS = 3;

/** What is wrong with the file, by what repairs it: errors first, each with the rows it stops. */
export function ProblemGroups({
  importId,
  groups,
  query,
}: {
  importId: string;
  groups: readonly ProblemGroup[];
  query: ImportQuery;
}) {
  if (groups.length === 0)
    return (
      <p className="max-w-148 px-4 py-6 text-body text-ink-2">
        No problems: every row was read. Open the review to see the changes.
      </p>
    );
  const from = Math.min(query.from ?? 0, groups.length - 1);
  const isSheetNamed = new Set(groups.flatMap(sheetsOf)).size > 1;
  return (
    <section aria-label="Problems">
      <ol>
        {groups.slice(from, from + GROUPS).map((group, place) => (
          <Group
            key={from + place}
            number={from + place}
            group={group}
            importId={importId}
            from={query.from}
            isWhole={query.group === from + place}
            isSheetNamed={isSheetNamed}
          />
        ))}
      </ol>
      <GroupsPager importId={importId} from={from} total={groups.length} />
    </section>
  );
}

function sheetsOf({ problems }: ProblemGroup): readonly string[] {
  return problems.flatMap(({ sheet }) => (sheet === null ? [] : [sheet]));
}

function Group({
  number,
  group,
  importId,
  from,
  isWhole,
  isSheetNamed,
}: {
  number: number;
  group: ProblemGroup;
  importId: string;
  from: number | undefined;
  /** Whether all its rows are shown, as far as they are kept. */
  isWhole: boolean;
  isSheetNamed: boolean;
}) {
  const { code, severity, message, remedy, count, problems } = group;
  // Rows that one thing repairs may each be told something of their own: then what repairs them heads them.
  const isAlike = problems.every((problem) => problem.message === message);
  const heading = isAlike ? message : remedy;
  const id = `problem-${number}`;
  const shown = isWhole ? problems : problems.slice(0, ROWS);
  const isError = severity === 'error';
  return (
    <li
      id={id}
      aria-labelledby={`${id}-message`}
      className="grid gap-x-8 gap-y-2 border-b border-line px-4 py-3 xl:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]"
    >
      <div>
        <div className="flex flex-wrap items-center gap-x-3 text-table text-ink-3">
          <StateMark state={isError ? 'refused' : 'attention'}>
            {countOf(count, isError ? 'error' : 'warning')}
          </StateMark>
          <span className="font-mono text-label">{code}</span>
        </div>
        <h2 id={`${id}-message`} className="mt-0.5 break-words text-body font-heading">
          {heading}
        </h2>
        {isAlike && <p className="break-words text-body text-ink-2">{remedy}</p>}
      </div>
      <div>
        {shown.some(isPlaced) && (
          <Places label={heading} problems={shown} isSheetNamed={isSheetNamed} isAlike={isAlike} />
        )}
        {problems.length > ROWS && (
          <p className="mt-1 text-table">
            <Link
              href={`${partAddress(importId, 'problems', {
                from,
                ...(isWhole ? {} : { group: number }),
              })}#${id}`}
              scroll={false}
              prefetch={false}
              aria-expanded={isWhole}
              aria-label={`${isWhole ? 'Show fewer rows' : `Show ${rowsWords(group)}`}: ${heading}`}
              className="inline-flex min-h-6 items-center text-ink underline underline-offset-2 max-sm:min-h-9"
            >
              {isWhole ? 'Show fewer rows' : `Show ${rowsWords(group)}`}
            </Link>
          </p>
        )}
        {isWhole && count > problems.length && (
          <p className="text-table text-ink-3">
            Showing the first {problems.length.toLocaleString('en-US')} of{' '}
            {count.toLocaleString('en-US')}.
          </p>
        )}
      </div>
    </li>
  );
}

function rowsWords({ count, problems }: ProblemGroup): string {
  return count > problems.length
    ? `the first ${problems.length} of ${count.toLocaleString('en-US')} rows`
    : `all ${count} rows`;
}

/** Whether it is about a place in the file, or has a value to show. */
function isPlaced({ sheet, row, column, value }: Problem): boolean {
  return sheet !== null || row !== null || column !== null || value !== '';
}

function Places({
  label,
  problems,
  isSheetNamed,
  isAlike,
}: {
  label: string;
  problems: readonly Problem[];
  isSheetNamed: boolean;
  /** Whether what is wrong is the same with all of them, and said already. */
  isAlike: boolean;
}) {
  return (
    <table aria-label={`Rows: ${label}`} className="w-full table-fixed text-table">
      <thead className="text-start text-ink-3">
        <tr className="border-b border-line-strong">
          {isSheetNamed && (
            <th scope="col" className="w-32 py-1 pe-3 text-start font-normal max-sm:w-20">
              Sheet
            </th>
          )}
          <th scope="col" className="w-14 py-1 pe-3 text-start font-normal">
            Row
          </th>
          <th
            scope="col"
            className={`${isAlike ? 'w-2/5' : 'w-1/4'} py-1 pe-3 text-start font-normal`}
          >
            Column
          </th>
          <th scope="col" className="py-1 text-start font-normal">
            Value
          </th>
          {!isAlike && (
            <th scope="col" className="w-2/5 py-1 ps-3 text-start font-normal">
              Problem
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {problems.map(({ sheet, row, column, value, message: problem }, place) => (
          <tr key={place} className="border-b border-line align-baseline last:border-b-0">
            {isSheetNamed && <td className="py-1 pe-3 break-words text-ink-2">{sheet ?? '–'}</td>}
            <td className="py-1 pe-3 text-ink">{row ?? '–'}</td>
            <td className="py-1 pe-3 break-words text-ink-2">
              <ColumnName column={column} />
            </td>
            <td className="py-1 break-words whitespace-pre-wrap text-ink">
              <Value column={column} value={value} />
            </td>
            {!isAlike && <td className="py-1 ps-3 break-words text-ink-2">{problem}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What stands in a cell; a problem of a whole row has none. */
function Value({ column, value }: Pick<Problem, 'column' | 'value'>) {
  if (value !== '') return value;
  return <span className="text-ink-3">{column === null ? '–' : 'blank'}</span>;
}

/** A column's group and name; a narrow page breaks the line between them. */
function ColumnName({ column }: { column: string | null }) {
  if (column === null) return '–';
  const [group = '', ...name] = column.split('/');
  if (name.length === 0) return column;
  return (
    <>
      <span className="text-ink-3">{group}/</span>
      <wbr />
      {name.join('/')}
    </>
  );
}

function GroupsPager({ importId, from, total }: { importId: string; from: number; total: number }) {
  if (total <= GROUPS) return null;
  const address = (place: number) => partAddress(importId, 'problems', { from: place });
  const look = 'inline-flex min-h-8 items-center text-ink underline underline-offset-2';
  return (
    <nav
      aria-label="Pages of problems"
      className="flex items-center gap-4 px-4 py-3 text-table text-ink-3"
    >
      <span className="me-auto">
        Kinds of problems {from + 1} to {Math.min(from + GROUPS, total)} of{' '}
        {total.toLocaleString('en-US')}
      </span>
      {from > 0 && (
        <Link href={address(Math.max(from - GROUPS, 0))} className={look}>
          Previous
        </Link>
      )}
      {from + GROUPS < total && (
        <Link href={address(from + GROUPS)} className={look}>
          Next
        </Link>
      )}
    </nav>
  );
}
