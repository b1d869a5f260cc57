import type { Page } from '../../../src/service/views';
import { COUNT_LIMIT } from '../../../src/service/views';
import { LinkButton } from '../link-button';

/** The ways to the neighboring pages of a long list, and how long it is. */
export function Pager({
  page: { rows, total, previous, next },
  noun,
  address,
}: {
  page: Page<unknown>;
  /** What one row is: "license". */
  noun: string;
  /** Where the page is that a cursor leads to. */
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
