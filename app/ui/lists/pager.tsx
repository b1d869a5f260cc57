import type { Page } from '../../../src/service/page';
import { COUNT_LIMIT } from '../../../src/service/page';
import { LinkButton } from '../link-button';

/** Links to the previous and next page of a list, and its length. */
export function Pager({
  page: { rows, total, previous, next },
  noun,
  address,
}: {
  page: Page<unknown>;
  /** Noun for a row: "license". */
  noun: string;
  /** URL of the page at a cursor. */
  address: (cursor: string) => string;
}) {
  const label = total === 1 ? noun : `${noun}s`;
  const count =
    total > COUNT_LIMIT
      ? `more than ${COUNT_LIMIT.toLocaleString('en-US')}`
      : total.toLocaleString('en-US');
  return (
    <nav
      aria-label={`Pages of ${label}`}
      className="flex items-center gap-2 px-4 py-3 text-table text-ink-3"
    >
      <span className="me-auto">
        {rows.length} of {count} {label}
      </span>
      {previous !== null && (
        <LinkButton href={address(previous)} variant="secondary">
          Previous
        </LinkButton>
      )}
      {next !== null && (
        <LinkButton href={address(next)} variant="secondary">
          Next
        </LinkButton>
      )}
    </nav>
  );
}
