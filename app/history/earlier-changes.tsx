import { LinkButton } from '@/ui/link-button';

/** Link to the next page of a history, if any. */
export function EarlierChanges({
  address,
  next,
}: {
  /** Of the history's first page. */
  address: string;
  /** Cursor of the next page. */
  next: string | null;
}) {
  if (next === null) return null;
  return (
    <nav aria-label="Pages of history" className="flex justify-end px-4 py-3">
      <LinkButton
        href={`${address}${address.includes('?') ? '&' : '?'}cursor=${next}`}
        variant="secondary"
      >
        Earlier changes
      </LinkButton>
    </nav>
  );
}
