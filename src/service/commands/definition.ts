import type { ProposedChange } from '../../domain/license/license-change';
import type { Role } from '../../domain/people/role';
import type { Aggregate } from '../errors';
import type { Command, Outcome, UnitOfWork } from '../unit-of-work';
import type { ContentViews, ContractViews, LicenseViews } from '../views';

/** The types of one kind of command; a command without a version to be stale against has no conflict. */
export interface Kind<Input extends object, Done extends object, Conflict = never> {
  /** What is asked, without who asks and under which key. */
  readonly input: Input;
  /** What it answers when it is accepted. */
  readonly done: Done;
  /** What explains a stale one. */
  readonly conflict: Conflict;
}

/** The views that stale commands are explained from. */
export interface Views {
  readonly licenses: LicenseViews;
  readonly contents: ContentViews;
  readonly contracts: ContractViews;
}

/** Everything there is to say about one kind of command. */
export interface Definition<Input extends object, Done extends object, Conflict> {
  /** What it changes, or makes. */
  readonly aggregate: Aggregate;
  /** The lowest role that may give it. */
  readonly role: Role;
  readonly run: (command: Input & Command, unitOfWork: UnitOfWork) => Promise<Outcome<Done>>;
  /** What a stale one means on the latest version. */
  readonly explain?: (input: Input, views: Views) => Promise<Conflict>;
  /** The change of a license that it proposes; the alternatives to a refusal are derived from it. */
  readonly proposed?: (input: Input) => ProposedChange | null;
}

/** The input of a command type of the services, which carries the envelope as well. */
export type InputIn<C extends Command> = Omit<C, keyof Command>;
