import type { Actor } from '../people/actor';
import type { Revocation } from '../people/token';
import { DomainError } from '../errors';
import { shortText } from '../values/text';

/** What a webhook can be told of, with the words people choose it by. */
export const WEBHOOK_AGGREGATES = {
  contract: 'Contracts',
  license: 'Licenses and their offers',
  content: 'Titles and their assignments',
  'price-table': 'Price tables',
} as const;

export type WebhookAggregate = keyof typeof WEBHOOK_AGGREGATES;

/** A webhook as people type it. */
export interface WebhookDetails {
  readonly name: string;
  readonly url: string;
  readonly aggregates: readonly string[];
}

/** A webhook as it is stored. */
export interface WebhookData {
  /** UUID. */
  readonly id: string;
  readonly name: string;
  readonly url: string;
  /** In the order of `WEBHOOK_AGGREGATES`, without duplicates. */
  readonly aggregates: readonly WebhookAggregate[];
  readonly madeBy: string;
  /** ISO 8601 in UTC. */
  readonly madeAt: string;
}

/** Where webhooks may lead. */
export interface WebhookPlaces {
  /** Whether programs on the same machine, and on private networks, may be told: on a machine where somebody tries it. */
  readonly mayBePrivate: boolean;
}

/** A program elsewhere that is told of changes, until it is removed. */
export class Webhook {
  private constructor(
    readonly data: WebhookData,
    private removal: Revocation | null,
  ) {}

  /**
   * @param id UUID, made by the client for this intent
   * @param at ISO 8601 in UTC
   * @throws InvalidText, InvalidWebhookUrl, InvalidWebhookParts
   */
  static add(
    id: string,
    details: WebhookDetails,
    places: WebhookPlaces,
    by: Actor,
    at: string,
  ): Webhook {
    return new Webhook(
      {
        id,
        name: shortText(details.name, 'name', 'A webhook’s name'),
        url: webhookUrl(details.url, places),
        aggregates: webhookAggregates(details.aggregates),
        madeBy: by.name,
        madeAt: at,
      },
      null,
    );
  }

  /** For repositories only: a webhook as it was stored. */
  static reconstitute(data: WebhookData, removal: Revocation | null): Webhook {
    return new Webhook(data, removal);
  }

  get removed(): Revocation | null {
    return this.removal;
  }

  /** From now on it is told nothing, not even what was ordered. @returns whether it was told until now */
  remove(by: Actor, at: string): boolean {
    if (this.removal !== null) return false;
    this.removal = { by: by.name, at };
    return true;
  }

  /**
   * Checks that a repeated request, whose first answer was lost, asks for this webhook.
   *
   * @throws WebhookTaken for another webhook, and for one that was removed meanwhile
   */
  requireSame({ data: asked }: Webhook): void {
    const { name, url, aggregates, madeBy } = this.data;
    const isSame =
      this.removal === null &&
      name === asked.name &&
      url === asked.url &&
      madeBy === asked.madeBy &&
      aggregates.join() === asked.aggregates.join();
    if (!isSame) throw new WebhookTaken();
  }
}

const MAX_URL_LENGTH = 2_000;
const ADDRESS =
  /^(https?):\/\/(?:\[([\da-f:.]+)\]|([^\s/?#@[\]:]+))(?::\d{1,5})?(?:[/?][^\s#]*)?$/i;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/i;

/**
 * The address of a webhook, as it is stored. What a name leads to is looked at again whenever something is sent.
 *
 * @throws InvalidWebhookUrl
 */
export function webhookUrl(text: string, { mayBePrivate }: WebhookPlaces): string {
  const url = text.trim();
  const [, scheme = '', ip, name] = ADDRESS.exec(url) ?? [];
  const host = ip ?? name;
  if (host === undefined || url.length > MAX_URL_LENGTH)
    throw new InvalidWebhookUrl('Enter a URL that begins with https://.');
  if (scheme.toLowerCase() === 'https') return url;
  if (mayBePrivate && LOOPBACK.test(host)) return url;
  throw new InvalidWebhookUrl('Enter a URL that begins with https://. Events are not public.');
}

/** @throws InvalidWebhookParts for none, or for an unknown one */
export function webhookAggregates(names: readonly string[]): readonly WebhookAggregate[] {
  const known = Object.keys(WEBHOOK_AGGREGATES) as WebhookAggregate[];
  const isUnknown = names.some((name) => !known.some((one) => one === name));
  if (names.length === 0 || isUnknown) throw new InvalidWebhookParts();
  return known.filter((one) => names.includes(one));
}

export class InvalidWebhookUrl extends DomainError {
  readonly code = 'invalid-webhook-url';
  override readonly field = 'url';
}

export class InvalidWebhookParts extends DomainError {
  readonly code = 'invalid-webhook-parts';
  override readonly field = 'aggregates';

  constructor() {
    super('Choose at least one kind of event.');
  }
}

/** Another webhook has this id. */
export class WebhookTaken extends DomainError {
  readonly code = 'webhook-taken';

  constructor() {
    super('This form was already sent with different values. Reload the page and send it again.');
  }
}
