import { describe, expect, it } from 'vitest';
import type { FeedDetails } from '../../../../src/domain/events/feed';
import { Feed, FeedTaken, InvalidFeedParts } from '../../../../src/domain/events/feed';
import { actor } from '../../../../src/domain/people/actor';
import { refusalOf } from '../../../builders/refusal';

const PRIYA = actor('Priya');
const AT = '2026-06-10T10:00:00Z';
const DETAILS: FeedDetails = {
  name: 'Ends',
  studio: null,
  kind: 'movie',
  parts: ['gaps', 'starts', 'gaps'],
};

function aFeed(details: Partial<FeedDetails> = {}, by = PRIYA, at = AT): Feed {
  return Feed.make('f1', { ...DETAILS, ...details }, by, at);
}

describe('a feed', () => {
  it('has its parts in order, once each, and knows all of them', () => {
    expect(aFeed().data.parts).toEqual(['starts', 'gaps']);
    refusalOf(InvalidFeedParts, () => aFeed({ parts: [] }));
    refusalOf(InvalidFeedParts, () => aFeed({ parts: ['starts', 'moves'] }));
  });

  it('is revoked once', () => {
    const feed = aFeed();

    expect(feed.revoke(actor('Marta'), AT)).toBe(true);
    expect(feed.revoke(PRIYA, AT)).toBe(false);
    expect(feed.revoked).toEqual({ by: 'Marta', at: AT });
  });

  it('is recognized when it is asked for again, at another moment', () => {
    expect(() => {
      aFeed().requireSame(aFeed({}, PRIYA, '2026-06-10T10:00:09Z'));
    }).not.toThrow();
  });

  it.each<[string, () => Feed]>([
    ['another name', () => aFeed({ name: 'Other' })],
    ['another studio', () => aFeed({ studio: 'Halcyon' })],
    ['another kind', () => aFeed({ kind: null })],
    ['other parts', () => aFeed({ parts: ['ends'] })],
    ['another person', () => aFeed({}, actor('Marta'))],
  ])('is not taken for one of %s', (_what, other) => {
    refusalOf(FeedTaken, () => {
      aFeed().requireSame(other());
    });
  });

  it('is not made again once it is revoked', () => {
    const feed = aFeed();
    feed.revoke(PRIYA, AT);

    refusalOf(FeedTaken, () => {
      feed.requireSame(aFeed());
    });
  });
});
