import type { ProposedChange } from '../../domain/license/license-change';
import type { Actor } from '../../domain/people/actor';
import type { Role } from '../../domain/people/role';
import type { RecordStore } from '../records';
import type { Command, Outcome, UnitOfWork } from '../unit-of-work';
import type { NameViews } from '../export/chosen-names';
import type { ContentViews } from '../content/content-views';
import type { ChangesSince } from '../history-views';
import type { ContractViews } from '../contract/contract-views';
import type { LicenseViews } from '../license/license-views';
import type { PricePlanViews } from '../price-plan/price-plan-views';
import type { PriceTableViews } from '../price-table/price-table-views';
import type { InputPart } from './refused-part';
import type { Subject, Target } from './subject';

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
  readonly priceTables: PriceTableViews;
  readonly pricePlans: PricePlanViews;
  readonly history: ChangesSince;
}

/** What commands are run on. */
export interface Ports {
  /** For licenses, titles, contracts and price tables: what has versions and a history. */
  readonly unitOfWork: UnitOfWork;
  /** For everything else. */
  readonly records: RecordStore;
  /** Where the names are read that describe what a command chose. */
  readonly names: NameViews;
}

/** Everything there is to say about one kind of command. */
export interface Definition<Input extends object, Done extends object, Conflict> {
  /** What it changes, or makes. */
  readonly aggregate: Target;
  /** The lowest role that may give it. */
  readonly role: Role;
  readonly run: (command: Input & Command, ports: Ports) => Promise<Outcome<Done>>;
  /** Whom or what it is about, for operators. */
  readonly subject?: (input: Input, actor: Actor) => Subject;
  /** What a stale one means on the latest version, at an instant, ISO 8601 in UTC. */
  readonly explain?: (input: Input, views: Views, at: string) => Promise<Conflict>;
  /** The same of one that is stale because of something beside what it changes, as a license of a contract. */
  readonly explainBeside?: (input: Input, views: Views) => Promise<Conflict>;
  /** The change of a license that it proposes; the alternatives to a refusal are derived from it. */
  readonly proposed?: (input: Input) => ProposedChange | null;
  /** The parts of the input that a refusal can be about, the likeliest first. */
  readonly parts?: (input: Input) => readonly InputPart[];
}

/** The definitions of some kinds. */
export type Definitions<
  Kinds extends { readonly [K in keyof Kinds]: Kind<object, object, unknown> },
> = {
  readonly [K in keyof Kinds]: Definition<
    Kinds[K]['input'],
    Kinds[K]['done'],
    Kinds[K]['conflict']
  >;
};

/** Runs a service function on the unit of work. */
export function onVersions<C, Done extends object>(
  handle: (command: C, unitOfWork: UnitOfWork) => Promise<Outcome<Done>>,
): (command: C, ports: Ports) => Promise<Outcome<Done>> {
  return (command, { unitOfWork }) => handle(command, unitOfWork);
}

/** Runs a service function on the records. */
export function onRecords<C, Done extends object>(
  handle: (command: C, records: RecordStore) => Promise<Outcome<Done>>,
): (command: C, ports: Ports) => Promise<Outcome<Done>> {
  return (command, { records }) => handle(command, records);
}

/** The input of a command type of the services, which carries the envelope as well. */
export type InputIn<C extends Command> = Omit<C, keyof Command>;
