import { LinkButton } from '@/ui/link-button';

/** Leads on to the next page of a history, if there is one. */
export function EarlierChanges({
  address,
  next,
}: {
  /** The address of the history's first page. */
  address: string;
  /** Where the next page begins. */
  next: string | null;
}) {
  if (next === null) return null;
  return (
    <nav aria-label="Pages of history" className="flex justify-end px-4 py-3">
      <LinkButton href={`${address}?cursor=${next}`} variant="secondary">
        Earlier changes
      </LinkButton>
    </nav>
  );
}
