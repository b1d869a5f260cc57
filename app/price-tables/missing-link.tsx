import { Link } from '@/ui/link';
import { missingAddress } from './price-address';

/** Leads from a missing amount to everything that the studio's price table misses. */
export function MissingLink({ studio }: { studio: string }) {
  return (
    <Link
      href={missingAddress({ studio })}
      prefetch={false}
      className="inline-flex min-h-6 items-center font-emphasis text-ink underline underline-offset-2"
    >
      Missing amounts
    </Link>
  );
}
