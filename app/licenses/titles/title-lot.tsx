import { Link } from '@/ui/link';
import type { ReactNode } from 'react';
import type { DarkPlace } from '../../../src/domain/content/coverage';
import type { NamedTitle } from '../../../src/service/license/withdrawal-preview';
import { formatDay } from '../../../src/domain/values/date-range';
import { placesWords } from '../../words/covered-places';

/** Titles of which the same is said, each a way to its page; those beyond the first are counted. */
export function TitleLot<T extends NamedTitle>({
  heading,
  titles,
  total,
  about,
}: {
  heading: ReactNode;
  titles: readonly T[];
  total: number;
  about?: (title: T) => string;
}) {
  return (
    <section className="flex flex-col gap-1">
      <h3 className="text-body font-heading">{heading}</h3>
      <ul className="flex flex-col">
        {titles.map((title) => (
          <li key={title.contentId} className="border-t border-line py-1 first:border-t-0">
            <Link
              href={`/content/${title.contentId}`}
              target="_blank"
              prefetch={false}
              className="inline-flex min-h-6 max-w-full items-center break-words text-ink underline-offset-2 hover:underline"
            >
              {title.title}
            </Link>
            {about !== undefined && <span className="block text-ink-3">{about(title)}</span>}
          </li>
        ))}
        {total > titles.length && (
          <li className="py-1 text-ink-3">
            and {(total - titles.length).toLocaleString('en-US')} more
          </li>
        )}
      </ul>
    </section>
  );
}

/** Where a title goes dark, and from when. */
export function darkWords({ places }: { readonly places: readonly DarkPlace[] }): string {
  return places.map((place) => `${placesWords([place])} from ${formatDay(place.from)}`).join('; ');
}
