import { Link } from '@/ui/link';
import type { TodayRow, Tone } from './section-data';
import { classes } from '@/ui/classes';
import { ForEditors } from '@/ui/role';

const INKS: Record<Tone, string> = {
  straw: 'text-straw-ink',
  tide: 'text-tide-ink',
  plum: 'text-plum-ink',
  clay: 'text-clay-ink',
};

/** One line of a section in two lines of text: what and where, when, and the one press that puts it right. */
export function SectionRow({ row }: { row: TodayRow }) {
  const { name, about, when, tone, href } = row;
  return (
    <li
      data-row
      className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 border-t border-line px-4 py-1 text-table hover:bg-ink/5 has-focus-visible:bg-ink/5"
    >
      <Link
        href={href}
        prefetch={false}
        data-open
        className="min-w-0 truncate self-center font-emphasis text-ink hover:underline"
        title={name}
      >
        {name}
      </Link>
      <span className={classes('self-center text-end', INKS[tone])}>{when}</span>
      <span className="min-w-0 truncate self-center text-ink-2" title={about}>
        {about}
      </span>
      <RepairLink
        row={row}
        className="min-h-6 justify-self-end text-ink underline underline-offset-2"
      />
    </li>
  );
}

/** The press that puts a row right, for those who may; else it opens what the row is about. */
export function RepairLink({
  row: { name, repair, href },
  className,
}: {
  row: TodayRow;
  className: string;
}) {
  const look = classes('inline-flex items-center font-emphasis whitespace-nowrap', className);
  const open = (
    <Link href={href} prefetch={false} data-verb aria-label={`Open ${name}`} className={look}>
      Open
    </Link>
  );
  if (repair === null) return open;
  return (
    <ForEditors otherwise={open}>
      <Link
        href={repair.href}
        prefetch={false}
        data-verb
        aria-label={`${repair.label}: ${name}`}
        className={look}
      >
        {repair.label}
      </Link>
    </ForEditors>
  );
}
