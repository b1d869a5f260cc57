import { LinkButton } from './link-button';

/** The ways to the neighboring pages of a long list, and how long it is. */
export function Pager({
  label,
  shown,
  total,
  limit,
  previous,
  next,
}: {
  /** What is listed: "licenses". */
  label: string;
  shown: number;
  total: number;
  /** Counted no further than this. */
  limit: number;
  previous: string | null;
  next: string | null;
}) {
  const count =
    total > limit ? `more than ${limit.toLocaleString('en-US')}` : total.toLocaleString('en-US');
  return (
    <nav
      aria-label={`Pages of ${label}`}
      className="flex items-center gap-2 px-4 py-3 text-table text-ink-3"
    >
      <span className="me-auto">
        {shown} of {count} {label}
      </span>
      {previous !== null && (
        <LinkButton href={previous} variant="secondary">
          Previous
        </LinkButton>
      )}
      {next !== null && (
        <LinkButton href={next} variant="secondary">
          Next
        </LinkButton>
      )}
    </nav>
  );
}
