import type { ContractCommands } from './contract-commands';
import type { Definition } from './definition';
import type { LicenseCommands } from './license-commands';
import type { TitleCommands } from './title-commands';
import { CONTRACT_COMMANDS } from './contract-commands';
import { LICENSE_COMMANDS } from './license-commands';
import { TITLE_COMMANDS } from './title-commands';

/** Every kind of command on an aggregate with a version, by its name. */
export type Commands = LicenseCommands & TitleCommands & ContractCommands;

export type CommandKind = keyof Commands;
export type InputOf<K extends CommandKind> = Commands[K]['input'];
export type DoneOf<K extends CommandKind> = Commands[K]['done'];
export type ConflictOf<K extends CommandKind> = Commands[K]['conflict'];

/** A command as plain data. */
export type NamedCommand<K extends CommandKind = CommandKind> = {
  readonly [P in K]: { readonly kind: P; readonly input: InputOf<P> };
}[K];

/** What there is to say about each kind. */
export const COMMANDS: {
  readonly [P in CommandKind]: Definition<InputOf<P>, DoneOf<P>, ConflictOf<P>>;
} = { ...LICENSE_COMMANDS, ...TITLE_COMMANDS, ...CONTRACT_COMMANDS };

/** A command from its parts. TypeScript cannot see that a kind and its input belong together: this is the one place that says so. */
export function named<K extends CommandKind>(kind: K, input: InputOf<K>): NamedCommand {
  return { kind, input } as NamedCommand;
}
