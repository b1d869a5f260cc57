import type { Role } from '../../domain/people/role';
import type { Aggregate } from '../errors';

/** What is stored as a record: without a version and a history. */
export type RecordName =
  | 'person'
  | 'token'
  | 'webhook'
  | 'delivery'
  | 'feed'
  | 'import'
  | 'export'
  | 'export-profile'
  | 'price-plan'
  | 'view';

/** What a command changes, or makes. */
export type Target = Aggregate | RecordName;

/** Whom or what a command is about, by ids: operators read it, so it contains nothing that they may not know. */
export interface Subject {
  readonly what: RecordName;
  readonly id: string;
  /** The role it was given. */
  readonly role?: Role | undefined;
}
