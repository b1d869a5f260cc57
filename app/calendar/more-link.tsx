import { LinkButton } from '@/ui/link-button';

/** Goes on to the next page of a board; nothing on the last. */
export function MoreLink({ next }: { next: string | null }) {
  if (next === null) return null;
  return (
    <div className="px-4 py-2">
      <LinkButton href={next} size="toolbar">
        More
      </LinkButton>
    </div>
  );
}
