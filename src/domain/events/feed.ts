import type { ContentKind } from '../content/content-kind';
import type { Actor } from '../people/actor';
import type { Revocation } from '../people/token';
import { contentKind } from '../content/content-kind';
import { DomainError } from '../errors';
import { shortText } from '../values/text';
import { quoted } from '../values/words';

/** What a feed can contain, with the words people choose it by. */
export const FEED_PARTS = {
  starts: 'Offers that start',
  ends: 'Offers that end',
  'going-dark': 'Titles going dark',
  gaps: 'Titles with a gap ahead',
  rights: 'Rights that end, takedowns and returns',
} as const;

export type FeedPart = keyof typeof FEED_PARTS;

/** A saved filter of the calendar, as people type it. */
export interface FeedDetails {
  readonly name: string;
  readonly studio: string | null;
  readonly kind: string | null;
  readonly parts: readonly string[];
}

/** A feed as it is stored. Its token is not part of it: only a digest of that is stored. */
export interface FeedData {
  /** UUID. */
  readonly id: string;
  readonly name: string;
  readonly studio?: string | undefined;
  readonly kind?: ContentKind | undefined;
  /** In the order of `FEED_PARTS`, without duplicates. */
  readonly parts: readonly FeedPart[];
  readonly madeBy: string;
  /** ISO 8601 in UTC. */
  readonly madeAt: string;
}

/** A calendar that other programs subscribe to. */
export class Feed {
  private constructor(
    readonly data: FeedData,
    private revocation: Revocation | null,
  ) {}

  /**
   * @param id UUID, made by the client for this intent
   * @param at ISO 8601 in UTC
   * @throws DomainError of a detail that is not valid
   */
  static make(id: string, details: FeedDetails, by: Actor, at: string): Feed {
    const { studio, kind } = details;
    return new Feed(
      {
        id,
        name: shortText(details.name, 'name', 'A feed’s name'),
        studio: studio === null ? undefined : shortText(studio, 'studio', 'A studio’s name'),
        kind: kind === null ? undefined : contentKind(kind),
        parts: feedParts(details.parts),
        madeBy: by.name,
        madeAt: at,
      },
      null,
    );
  }

  /** For repositories only: a feed as it was stored. */
  static reconstitute(data: FeedData, revocation: Revocation | null): Feed {
    return new Feed(data, revocation);
  }

  get revoked(): Revocation | null {
    return this.revocation;
  }

  /** @returns whether its address led somewhere until now */
  revoke(by: Actor, at: string): boolean {
    if (this.revocation !== null) return false;
    this.revocation = { by: by.name, at };
    return true;
  }

  /**
   * Checks that a repeated request, whose first answer was lost, asks for this feed.
   *
   * @throws FeedTaken for another feed, and for one that was revoked meanwhile
   */
  requireSame({ data: asked }: Feed): void {
    const { name, studio, kind, parts, madeBy } = this.data;
    const isSame =
      this.revocation === null &&
      name === asked.name &&
      studio === asked.studio &&
      kind === asked.kind &&
      madeBy === asked.madeBy &&
      parts.join() === asked.parts.join();
    if (!isSame) throw new FeedTaken();
  }
}

/** @throws InvalidFeedParts for none, or for an unknown one */
export function feedParts(names: readonly string[]): readonly FeedPart[] {
  const unknown = names.filter((name) => !Object.hasOwn(FEED_PARTS, name));
  if (names.length === 0 || unknown.length > 0) throw new InvalidFeedParts(unknown);
  return (Object.keys(FEED_PARTS) as FeedPart[]).filter((part) => names.includes(part));
}

export class InvalidFeedParts extends DomainError {
  readonly code = 'invalid-feed-parts';
  override readonly field = 'parts';

  constructor(unknown: readonly string[]) {
    super(
      unknown.length === 0
        ? 'Choose at least one kind of event.'
        : `${quoted(unknown)} is not a kind of event.`,
    );
  }
}

/** Another feed has this id. */
export class FeedTaken extends DomainError {
  readonly code = 'feed-taken';

  constructor() {
    super('This form was already sent with different values. Reload the page and send it again.');
  }
}
