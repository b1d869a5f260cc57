import { Link } from '@/ui/link';
import type { ReactNode } from 'react';
import type { IsoDate } from '../../../src/domain/values/date-range';
import type { OfferData } from '../../../src/domain/license/offer';
import type { ContentRow } from '../../../src/service/content/content-views';
import type { Page } from '../../../src/service/page';
import { Pager } from '@/ui/lists/pager';
import { ForEditors } from '@/ui/role';
import { formatDay } from '../../../src/domain/values/date-range';
import { ContentList } from '../../content/list/content-list';
import { stripSpan } from '../../timeline/strip-span';
import { ChooseTitles } from './choose-titles';
import { titlesAddress } from './titles-address';

/** Offers that the list can be narrowed to from its own head; the table of offers leads to the others. */
const MAX_CHOICES = 12;

/** The titles that have an offer of a license, or one of its offers, and how many have each. */
export function AssignedTitles({
  licenseId,
  offers,
  counts,
  page,
  startsOn,
  today,
}: {
  licenseId: string;
  /** In date order. */
  offers: readonly OfferData[];
  /** How many titles have each offer, by its first day. */
  counts: Readonly<Record<string, number>>;
  page: Page<ContentRow>;
  /** The first day of the offer that the list is narrowed to. */
  startsOn: string | undefined;
  today: IsoDate;
}) {
  const assigned = offers.filter(({ window }) => (counts[window.startsOn] ?? 0) > 0);
  const chosen = offers.find(({ window }) => window.startsOn === startsOn);
  const isNarrowed = startsOn !== undefined;
  if (!isNarrowed && page.rows.length === 0)
    return <NoTitles licenseId={licenseId} offers={offers} />;
  return (
    <>
      <nav
        aria-label="Titles of one offer"
        className="flex flex-wrap items-center gap-x-1 gap-y-1 border-b border-line px-3 pb-2 text-table"
      >
        <Choice href={titlesAddress(licenseId)} isChosen={!isNarrowed}>
          All titles
        </Choice>
        {choices(assigned, chosen).map((offer) => (
          <Choice
            key={offer.window.startsOn}
            href={titlesAddress(licenseId, offer.window.startsOn)}
            isChosen={offer.window.startsOn === startsOn}
            title={`From ${formatDay(offer.window.startsOn)}`}
          >
            {offer.name}{' '}
            <span className="text-ink-3">
              {(counts[offer.window.startsOn] ?? 0).toLocaleString('en-US')}
            </span>
          </Choice>
        ))}
        {assigned.length > MAX_CHOICES && (
          <span className="px-1 text-ink-3">
            Use the table above for the titles of {assigned.length - MAX_CHOICES} more offers.
          </span>
        )}
      </nav>
      {page.rows.length === 0 ? (
        <p className="px-4 py-4 text-table text-ink-2">
          {chosen === undefined ? (
            'No offer starts on this day any longer.'
          ) : (
            <>
              No title has {chosen.name} yet.
              <ForEditors> Assign titles, or show all titles.</ForEditors>
            </>
          )}
        </p>
      ) : (
        <>
          <ChooseTitles
            titles={page.rows.map(({ id, title, version }) => ({ id, title, version }))}
          >
            <div className="overflow-x-auto">
              <ContentList
                rows={page.rows}
                label="Titles"
                strip={stripSpan(today)}
                today={today}
                isChoosable
              />
            </div>
          </ChooseTitles>
          <Pager
            page={page}
            noun="title"
            address={(cursor) => titlesAddress(licenseId, startsOn, cursor)}
          />
        </>
      )}
    </>
  );
}

/** The first offers that titles have, and in any case the one that is chosen. */
function choices(assigned: readonly OfferData[], chosen: OfferData | undefined): OfferData[] {
  const first = assigned.slice(0, MAX_CHOICES);
  return chosen === undefined || first.includes(chosen) ? first : [...first, chosen];
}

function Choice({
  href,
  isChosen,
  title,
  children,
}: {
  href: string;
  isChosen: boolean;
  title?: string;
  children: ReactNode;
}) {
  return (
    <Link
      href={href}
      prefetch={false}
      scroll={false}
      title={title}
      aria-current={isChosen ? 'true' : undefined}
      className={`inline-flex min-h-7 max-w-60 items-center gap-1.5 truncate rounded-control border px-2 max-sm:min-h-9 ${isChosen ? 'border-line-strong bg-panel font-emphasis text-ink' : 'border-transparent text-ink-2 hover:bg-ink/5 hover:text-ink'}`}
    >
      {children}
    </Link>
  );
}

function NoTitles({ licenseId, offers }: { licenseId: string; offers: readonly OfferData[] }) {
  return (
    <p className="max-w-180 px-4 pb-4 text-table text-ink-2">
      {offers.length === 0 ? (
        <ForEditors otherwise="Titles are assigned to offers, and this license has no offers yet.">
          Titles are assigned to offers. Add the first offer to assign titles.
        </ForEditors>
      ) : (
        <>
          No titles have an offer of this license yet.
          <ForEditors>
            {' '}
            Assign titles that are in the catalog, or{' '}
            <Link
              href={`/content/new?license=${licenseId}`}
              className="inline-flex min-h-6 items-center text-ink underline underline-offset-2"
            >
              register a title
            </Link>{' '}
            with one of its offers.
          </ForEditors>
        </>
      )}
    </p>
  );
}
