import type { ContractCommands } from './contract-commands';
import type { Definition } from './definition';
import type { EventCommands } from './event-commands';
import type { ExportCommands } from './export-commands';
import type { ExportProfileCommands } from './export-profile-commands';
import type { ImportCommands } from './import-commands';
import type { LicenseCommands } from './license-commands';
import type { PeopleCommands } from './people-commands';
import type { BulkCommands } from './bulk-commands';
import { BULK_COMMANDS } from './bulk-commands';
import type { ClosingCommands } from './closing-commands';
import { CLOSING_COMMANDS } from './closing-commands';
import type { PricePlanCommands } from './price-plan-commands';
import { PRICE_PLAN_COMMANDS } from './price-plan-commands';
import type { PriceTableCommands } from './price-table-commands';
import type { ViewCommands } from './view-commands';
import { VIEW_COMMANDS } from './view-commands';
import type { TakedownCommands } from './takedown-commands';
import type { TitleCommands } from './title-commands';
import { CONTRACT_COMMANDS } from './contract-commands';
import { EVENT_COMMANDS } from './event-commands';
import { EXPORT_COMMANDS } from './export-commands';
import { EXPORT_PROFILE_COMMANDS } from './export-profile-commands';
import { IMPORT_COMMANDS } from './import-commands';
import { LICENSE_COMMANDS } from './license-commands';
import { PEOPLE_COMMANDS } from './people-commands';
import { PRICE_TABLE_COMMANDS } from './price-table-commands';
import { TAKEDOWN_COMMANDS } from './takedown-commands';
import { TITLE_COMMANDS } from './title-commands';

/** Every kind of command on what has a version and a history, by its name. */
export type VersionedCommands = LicenseCommands &
  TitleCommands &
  TakedownCommands &
  ClosingCommands &
  BulkCommands &
  ContractCommands &
  PriceTableCommands;

/** Every kind of command on what is stored without them. */
export type RecordCommands = PeopleCommands &
  EventCommands &
  ImportCommands &
  ExportCommands &
  ExportProfileCommands &
  PricePlanCommands &
  ViewCommands;

/** Every kind of command, by its name. */
export type Commands = VersionedCommands & RecordCommands;

export type VersionedKind = keyof VersionedCommands;
export type RecordKind = keyof RecordCommands;
export type CommandKind = keyof Commands;
export type InputOf<K extends CommandKind> = Commands[K]['input'];
export type DoneOf<K extends CommandKind> = Commands[K]['done'];
export type ConflictOf<K extends CommandKind> = Commands[K]['conflict'];

/** A command as plain data. */
export type NamedCommand<K extends CommandKind = CommandKind> = {
  readonly [P in K]: { readonly kind: P; readonly input: InputOf<P> };
}[K];

const RECORD_COMMANDS = {
  ...PEOPLE_COMMANDS,
  ...EVENT_COMMANDS,
  ...IMPORT_COMMANDS,
  ...EXPORT_COMMANDS,
  ...EXPORT_PROFILE_COMMANDS,
  ...PRICE_PLAN_COMMANDS,
  ...VIEW_COMMANDS,
};

/** What there is to say about each kind. */
export const COMMANDS: {
  readonly [P in CommandKind]: Definition<InputOf<P>, DoneOf<P>, ConflictOf<P>>;
} = {
  ...LICENSE_COMMANDS,
  ...TITLE_COMMANDS,
  ...TAKEDOWN_COMMANDS,
  ...CLOSING_COMMANDS,
  ...BULK_COMMANDS,
  ...CONTRACT_COMMANDS,
  ...PRICE_TABLE_COMMANDS,
  ...RECORD_COMMANDS,
};

/** Whether a kind is of what is stored without versions and a history. */
export function isRecordKind(kind: CommandKind): kind is RecordKind {
  return Object.hasOwn(RECORD_COMMANDS, kind);
}

/** A command from its parts. */
export function named<K extends CommandKind>(kind: K, input: InputOf<K>): NamedCommand<K> {
  return { kind, input };
}
