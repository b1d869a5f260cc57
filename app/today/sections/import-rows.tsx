import { Link } from '@/ui/link';
import type { WaitingImport } from './other-sections';
import { buttonLook } from '@/ui/button-look';
import { RepairLink } from './section-row';

/** Imports that wait, each with what its review has and the press that goes on with it. */
export function ImportRows({
  imports,
  nothing,
}: {
  imports: readonly WaitingImport[];
  nothing: string;
}) {
  if (imports.length === 0)
    return <p className="px-4 pt-2 text-table text-ink-2 max-sm:hidden">{nothing}</p>;
  return (
    <ul className="mt-2 max-sm:hidden">
      {imports.map(({ row, parts, by }) => (
        <li
          key={row.key}
          data-row
          className="border-t border-line px-4 py-2 text-table hover:bg-ink/5 has-focus-visible:bg-ink/5"
        >
          <span className="flex items-baseline gap-3">
            <Link
              href={row.href}
              prefetch={false}
              data-open
              title={row.name}
              className="min-h-6 min-w-0 flex-1 truncate font-emphasis text-ink hover:underline"
            >
              {row.name}
            </Link>
            <span className="text-straw-ink">{row.when}</span>
          </span>
          <span className="block truncate text-ink-2">{row.about}</span>
          <span className="block truncate text-ink-3">{parts.join(' · ')}</span>
          <span className="flex flex-wrap items-center gap-x-3 pt-1.5">
            <RepairLink row={row} className={buttonLook('secondary', 'toolbar')} />
            <span className="min-w-0 truncate text-ink-3">{by}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
