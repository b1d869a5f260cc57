import type { Actor } from '../../domain/people/actor';
import type { Aggregate } from '../errors';
import { DomainError } from '../../domain/errors';
import { shortText } from '../../domain/values/text';

/** What a webhook can be told of, with the words people choose it by. */
export const WEBHOOK_AGGREGATES = {
  contract: 'Contracts',
  license: 'Licenses and their offers',
  content: 'Titles and their assignments',
} as const satisfies Record<Aggregate, string>;

/** A program elsewhere that is told of changes. */
export interface Webhook {
  /** UUID. */
  readonly id: string;
  readonly name: string;
  readonly url: string;
  /** In the order of `WEBHOOK_AGGREGATES`, without duplicates. */
  readonly aggregates: readonly Aggregate[];
  readonly madeBy: string;
  /** ISO 8601 in UTC. */
  readonly madeAt: string;
}

export type DeliveryState = 'waiting' | 'delivered' | 'failed';

/** One change on its way to one webhook. */
export interface Delivery {
  /** UUID: what the other side knows a repetition by. */
  readonly id: string;
  readonly state: DeliveryState;
  /** What it is about. */
  readonly aggregate: Aggregate;
  readonly aggregateId: string;
  readonly version: number;
  readonly words: string;
  /** How often it was tried. */
  readonly tries: number;
  /** What the last try was answered with; `null` before the first. */
  readonly answer: string | null;
  readonly orderedAt: string;
  readonly finishedAt: string | null;
}

/** A webhook in the list. */
export interface WebhookSummary extends Webhook {
  /** How many of its deliveries of the last 30 days are in each state. */
  readonly deliveries: Readonly<Record<DeliveryState, number>>;
}

export interface WebhookDesk {
  /**
   * Keeps a webhook, which is told of everything committed from now on. The same webhook again is not a second one.
   *
   * @returns the secret that what it is sent is signed with
   * @throws WebhookTaken when there is another webhook with this id; Busy, OutcomeUnknown
   */
  add(webhook: Webhook): Promise<{ readonly secret: string }>;
  /** Those that are not removed, by name. */
  list(): Promise<readonly WebhookSummary[]>;
  /** @returns `null` for one that is removed or never was */
  get(id: string): Promise<WebhookSummary | null>;
  /** The newest deliveries first. */
  deliveries(webhookId: string, most: number): Promise<readonly Delivery[]>;
  /** Orders a delivery that is over once more; nothing for one that is under way. @throws NoSuchDelivery */
  sendAgain(deliveryId: string): Promise<void>;
  /** From now on it is told nothing, not even what was ordered. */
  remove(id: string, by: Actor, at: string): Promise<void>;
}

/** A webhook as people type it. */
export interface WebhookDetails {
  readonly name: string;
  readonly url: string;
  readonly aggregates: readonly string[];
}

export interface AddWebhook {
  /** Made by the client for this intent: however often it is sent, it is one webhook. */
  readonly webhookId: string;
  readonly details: WebhookDetails;
  readonly actor: Actor;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** Where webhooks may lead. */
export interface WebhookPlaces {
  /** Whether programs on the same machine, and on private networks, may be told: on a machine where somebody tries it. */
  readonly mayBePrivate: boolean;
}

/** @throws InvalidText, InvalidWebhookUrl, InvalidWebhookParts, WebhookTaken */
export function addWebhook(
  { webhookId, details, actor, at }: AddWebhook,
  desk: WebhookDesk,
  places: WebhookPlaces,
): Promise<{ readonly secret: string }> {
  return desk.add({
    id: webhookId,
    name: shortText(details.name, 'name', 'A webhook’s name'),
    url: webhookUrl(details.url, places),
    aggregates: webhookAggregates(details.aggregates),
    madeBy: actor.name,
    madeAt: at,
  });
}

const MAX_URL_LENGTH = 2_000;
const ADDRESS =
  /^(https?):\/\/(?:\[([\da-f:.]+)\]|([^\s/?#@[\]:]+))(?::\d{1,5})?(?:[/?][^\s#]*)?$/i;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/i;

/**
 * The address of a webhook, as it is kept. What a name leads to is looked at again whenever something is sent.
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

/** @throws InvalidWebhookParts for none, or one there is not */
export function webhookAggregates(names: readonly string[]): readonly Aggregate[] {
  const known = Object.keys(WEBHOOK_AGGREGATES) as Aggregate[];
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

/** There is another webhook with this id. */
export class WebhookTaken extends DomainError {
  readonly code = 'webhook-taken';

  constructor() {
    super('This form was already sent with different values. Reload the page and send it again.');
  }
}

export class NoSuchDelivery extends DomainError {
  readonly code = 'no-such-delivery';

  constructor() {
    super('This delivery no longer exists, or its webhook was removed.');
  }
}
