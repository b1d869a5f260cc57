import type { Refusal } from '../refusal';
import * as z from 'zod';
import { contentKind } from '../../src/domain/content/content-kind';
import { shortText } from '../../src/domain/values/text';
import { feedParts } from '../../src/domain/events/feed';
import { checked, identity, several, typed } from '../../src/wire/forms/typed';

/** Form values of a new feed; studio and kind are '' for any. */
export const makeFeedInput = z
  .strictObject({ feedId: identity, name: typed, studio: typed, kind: typed, parts: several })
  .transform(({ feedId, ...input }, context) => {
    const name = checked(context, 'name', () => shortText(input.name, 'name', 'A feed’s name'));
    const studio =
      input.studio === ''
        ? null
        : checked(context, 'studio', () => shortText(input.studio, 'studio', 'A studio’s name'));
    const kind = input.kind === '' ? null : checked(context, 'kind', () => contentKind(input.kind));
    const parts = checked(context, 'parts', () => feedParts(input.parts));
    if (name === undefined || studio === undefined || kind === undefined || parts === undefined)
      return z.NEVER;
    return { feedId, details: { name, studio, kind, parts } };
  });

export const revokeFeedInput = z.strictObject({ feedId: identity });

export type MakeFeedInput = z.input<typeof makeFeedInput>;
export type RevokeFeedInput = z.input<typeof revokeFeedInput>;

/** Result of a command on a feed. Refusals are values; only bugs throw. */
export type FeedResult =
  /** `path` of the feed contains its secret and is returned only this once. */
  { readonly status: 'made'; readonly path: string } | { readonly status: 'revoked' } | Refusal;
