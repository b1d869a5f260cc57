import type { ComparedVersions } from './compare-address';
import type { DifferenceRow } from './compare-words';

/** What differs, row by row: its value in each version. */
export function DifferenceTable({
  label,
  rows,
  compared: { a, b },
}: {
  label: string;
  rows: readonly DifferenceRow[];
  compared: ComparedVersions;
}) {
  if (rows.length === 0) return null;
  return (
    <table aria-label={label} className="w-full table-fixed text-table">
      <thead className="max-sm:hidden">
        <tr className="h-10 text-start text-ink-3">
          {[label, `A v${a}`, `B v${b}`, 'Which means'].map((head) => (
            <th
              key={head}
              scope="col"
              className="border-b border-line-strong px-4 text-start font-normal"
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ what, before, after, means }, place) => (
          <tr key={`${what} ${place}`} className="max-sm:block max-sm:border-b max-sm:border-line">
            <th
              scope="row"
              className="px-4 py-2 text-start align-top font-emphasis break-words sm:border-b sm:border-line max-sm:block max-sm:pb-0"
            >
              {what}
            </th>
            <td className="px-4 py-2 align-top break-words sm:border-b sm:border-line max-sm:block max-sm:py-0.5">
              <span className="text-ink-3 sm:hidden">A </span>
              {before}
            </td>
            <td className="bg-sunken px-4 py-2 align-top font-emphasis break-words sm:border-b sm:border-line max-sm:block max-sm:py-0.5">
              <span className="font-normal text-ink-3 sm:hidden">B </span>
              {after}
            </td>
            <td className="px-4 py-2 align-top text-ink-2 sm:border-b sm:border-line max-sm:block max-sm:pt-0.5 max-sm:empty:hidden">
              {means}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
