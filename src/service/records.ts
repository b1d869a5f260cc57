import type { Delivery } from '../domain/events/delivery';
import type { Feed } from '../domain/events/feed';
import type { Webhook, WebhookPlaces } from '../domain/events/webhook';
import type { Export } from '../domain/export/export';
import type { ExportProfile, StoredExportProfile } from '../domain/export/export-profile';
import type { Actor } from '../domain/people/actor';
import type { Import } from '../domain/import/import';
import type { ActiveAdmins, Person } from '../domain/people/person';
import type { Token } from '../domain/people/token';
import type { PricePlan, StoredPricePlan } from '../domain/price-plan/price-plan';
import type { SavedView, StoredView, ViewedList } from '../domain/views/saved-view';
import type { Command, Outcome } from './unit-of-work';
import type { JobsByQueue } from './jobs';

/** What a handler needs to know of who gives its command, and when. */
export type Given = Pick<Command, 'actor' | 'at'>;

/**
 * Everything that is stored without a version and a history: as it is now. What is read stays as it is until the
 * transaction commits; what is stored is guarded by what was read.
 */
export interface Records {
  readonly people: PeopleRepository;
  readonly tokens: TokenRepository;
  readonly feeds: FeedRepository;
  readonly webhooks: WebhookRepository;
  readonly deliveries: DeliveryRepository;
  readonly imports: ImportRepository;
  readonly exports: ExportRepository;
  readonly exportProfiles: ExportProfileRepository;
  readonly pricePlans: PricePlanRepository;
  readonly views: ViewRepository;
  readonly jobs: Jobs;
}

export interface PeopleRepository {
  /** Everybody who is an admin now. */
  activeAdmins(): Promise<ActiveAdmins>;
  get(id: string): Promise<Person | null>;
  /** @param email in lower case */
  hasEmail(email: string): Promise<boolean>;
  add(person: Person): Promise<void>;
  save(person: Person): Promise<void>;
  /**
   * Makes a one-time link with which somebody chooses a password, in place of the earlier ones.
   *
   * @returns its token, which is told this once
   */
  newLink(personId: string): Promise<string>;
  /** Ends somebody's sessions. @returns how many there were */
  endSessions(personId: string): Promise<number>;
}

export interface TokenRepository {
  get(id: string): Promise<Token | null>;
  /** Stores a new token. @returns the secret that programs show, which is told this once */
  add(token: Token): Promise<string>;
  /** Gives a token another secret; the earlier one is no longer valid. @returns the new secret */
  renewSecret(token: Token): Promise<string>;
  saveRevocation(token: Token): Promise<void>;
}

export interface FeedRepository {
  get(id: string): Promise<Feed | null>;
  /** Stores a new feed. @returns the token that its address consists of, which is told this once */
  add(feed: Feed): Promise<string>;
  /** Gives a feed another token; the earlier address leads nowhere. @returns the new token */
  renewToken(feed: Feed): Promise<string>;
  saveRevocation(feed: Feed): Promise<void>;
}

export interface WebhookRepository {
  /** Where webhooks of this installation may lead. */
  readonly places: WebhookPlaces;
  /** The secret of a webhook, by its id. It is not stored: it follows from the secret of the installation. */
  secretOf(webhookId: string): string;
  get(id: string): Promise<Webhook | null>;
  /** Stores a new webhook, which is told of everything committed from now on. */
  add(webhook: Webhook): Promise<void>;
  saveRemoval(webhook: Webhook): Promise<void>;
}

export interface DeliveryRepository {
  get(id: string): Promise<Delivery | null>;
  /** The message of a delivery. */
  body(id: string): Promise<object>;
  save(delivery: Delivery): Promise<void>;
}

export interface ImportRepository {
  get(id: string): Promise<Import | null>;
  /** Stores a new import with its file. */
  add(one: Import, bytes: Uint8Array): Promise<void>;
  save(one: Import): Promise<void>;
  /** Whether the file of an import has these bytes. */
  isFile(id: string, bytes: Uint8Array): Promise<boolean>;
  /** Whether anything in the review of an import can be saved. */
  hasWork(id: string): Promise<boolean>;
  /**
   * Leaves a change of the review out, or brings it back.
   *
   * @returns whether the review has such a change that nothing stands against
   */
  leaveOut(id: string, change: number, isLeftOut: boolean): Promise<boolean>;
  /** Whether anything in the review of an import is saved. */
  hasSaved(id: string): Promise<boolean>;
  /** Notes that the work on an import waits to begin, and that nobody asked for it to be stopped. */
  startProgress(id: string): Promise<void>;
  /** Asks that the work on an import be stopped; does nothing when nobody works on it. */
  askToStop(id: string): Promise<void>;
}

export interface ExportRepository {
  get(id: string): Promise<Export | null>;
  add(one: Export): Promise<void>;
  save(one: Export): Promise<void>;
  /** Stores a finished export with its file. */
  saveFile(one: Export, bytes: Uint8Array): Promise<void>;
  /** Takes the files of exports away that were finished before an instant (ISO 8601 in UTC); the exports stay. */
  forgetFilesBefore(instant: string): Promise<void>;
}

export interface ExportProfileRepository {
  get(id: string): Promise<StoredExportProfile | null>;
  /** The profile of a receiver, however its name is spelt. */
  named(name: string): Promise<StoredExportProfile | null>;
  /** Stores a profile, in place of the one with its id. @param at ISO 8601 in UTC */
  save(profile: ExportProfile, by: Actor, at: string): Promise<void>;
  /** @returns whether there was one */
  remove(id: string): Promise<boolean>;
}

export interface PricePlanRepository {
  /** All of them. Until the transaction ends, no other is saved or removed. */
  all(): Promise<readonly StoredPricePlan[]>;
  /** Stores a plan, in place of the one with its id. @param at ISO 8601 in UTC */
  save(plan: PricePlan, by: Actor, at: string): Promise<void>;
  remove(id: string): Promise<void>;
}

export interface ViewRepository {
  get(id: string): Promise<StoredView | null>;
  /** The views of a list that a person made. */
  ofOwner(ownerId: string, list: ViewedList): Promise<readonly StoredView[]>;
  /** Stores a view, in place of the one with its id. @param at ISO 8601 in UTC */
  save(view: SavedView, by: Actor, at: string): Promise<void>;
  remove(id: string): Promise<void>;
}

/** Work for another process. */
export interface Jobs {
  /** Sends a job: it is there when the transaction commits. */
  send<Queue extends keyof JobsByQueue>(queue: Queue, job: JobsByQueue[Queue]): Promise<void>;
}

/**
 * Where commands on records decide and write: in one transaction, which holds what it reads. So of two commands on one
 * record the second finds what the first has done.
 */
export interface RecordStore {
  /**
   * Returning commits everything done through the records; throwing undoes it. Nothing is stored under the command's key:
   * for answers with secrets, and for commands that are recognized by what they ask.
   *
   * @param work may be run again from the start when the database asks for a retry
   * @throws Busy when nothing was written, OutcomeUnknown when nobody knows, and whatever the work throws
   */
  transact<T>(work: (records: Records) => Promise<T>): Promise<T>;
  /**
   * The same, and stores the answer under the command's key: the same command again gets that answer. It names the import or
   * export that it is about, which the checker looks for in the place of a line of history.
   *
   * @param command all that the key stands for; binary parts count by their hash
   * @throws KeyReused when the key was accepted for another command or actor
   */
  transactOnce<T extends { readonly importId: string } | { readonly exportId: string }>(
    command: Command,
    work: (records: Records) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>>;
}
