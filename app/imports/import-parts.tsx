import { Link } from '@/ui/link';
import type { ImportView } from '../../src/service/import/import-views';
import type { ImportPart } from './import-address';
import { classes } from '@/ui/classes';
import { partAddress, PARTS } from './import-address';
import { openQuestions } from './import-words';
import { lines } from './review/review-words';

const NAMES: Record<ImportPart, string> = {
  decisions: 'Decisions',
  problems: 'Problems',
  review: 'Review',
  rules: 'Rules',
};

/** The ways to what the check found, what would become of it, and by which rules it was read. */
export function ImportParts({ view, open }: { view: ImportView; open: ImportPart }) {
  const counts: Record<ImportPart, number | null> = {
    decisions: openQuestions(view),
    problems: view.errors + view.warnings,
    review: lines(view.counts, {}),
    rules: null,
  };
  return (
    <nav
      id="parts"
      aria-label="Parts of this import"
      className="flex items-stretch gap-1 border-b border-line-strong px-2.5"
    >
      {PARTS.map((part) => (
        <Link
          key={part}
          href={partAddress(view.id, part)}
          scroll={false}
          aria-current={part === open ? 'page' : undefined}
          className={classes(
            '-mb-px flex min-h-10 items-center gap-1.5 border-b-2 px-2 text-body focus-visible:-outline-offset-2',
            part === open
              ? 'border-ink font-emphasis text-ink'
              : 'border-transparent text-ink-2 hover:text-ink',
          )}
        >
          {NAMES[part]}
          {counts[part] !== null && (
            <span className="font-normal text-ink-3">{counts[part].toLocaleString('en-US')}</span>
          )}
        </Link>
      ))}
    </nav>
  );
}
