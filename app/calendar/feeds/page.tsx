import type { Metadata } from 'next';
import type { FeedData } from '../../../src/domain/events/feed';
import type { RevocableLine } from '@/ui/lists/revocable-list';
import { PageHeader } from '@/ui/shell/page-header';
import { instantWords } from '@/words/instant';
import { requirePerson } from '@/person';
import { contractViews, feedViews } from '../../../src/bootstrap';
import { KIND_OPTIONS } from '../../content/details/kind-options';
import { feedWords } from '../feed-words';
import { FeedForm } from './feed-form';
import { FeedList } from './feed-list';

export const metadata: Metadata = { title: 'Calendar feeds' };

export default async function FeedsPage() {
  await requirePerson('/calendar/feeds', 'editor');
  const [feeds, studios] = await Promise.all([feedViews().list(), contractViews().studios()]);
  return (
    <>
      <PageHeader breadcrumbs={[{ label: 'Calendar', href: '/calendar' }]} title="Calendar feeds">
        <p className="max-w-150 text-body text-ink-2">
          A feed is a URL that Google Calendar, Outlook and other calendar apps subscribe to. It
          lists starts, ends, titles going dark, gaps, rights that end and takedowns, from 30 days
          ago to a year ahead.
        </p>
      </PageHeader>
      <section aria-labelledby="feeds-there-are" className="border-b border-line pt-3">
        <h2 id="feeds-there-are" className="px-4 pb-2 text-panel-title">
          Feeds <span className="font-normal text-ink-3">{feeds.length}</span>
        </h2>
        {feeds.length === 0 && (
          <p className="px-4 pb-4 text-body text-ink-2">
            No feeds yet. Create the first one below, then copy its URL.
          </p>
        )}
        <FeedList feeds={feeds.map(feedLine)} />
      </section>
      <section aria-labelledby="new-feed" className="pt-3">
        <h2 id="new-feed" className="px-4 text-panel-title">
          New feed
        </h2>
        <FeedForm
          studios={studios.map((value) => ({ value, label: value }))}
          kinds={KIND_OPTIONS}
        />
      </section>
    </>
  );
}

function feedLine(feed: FeedData): RevocableLine {
  return {
    id: feed.id,
    name: feed.name,
    words: feedWords(feed),
    origin: `Created by ${feed.madeBy}, ${instantWords(feed.madeAt)}`,
  };
}
