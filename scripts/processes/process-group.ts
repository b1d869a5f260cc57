import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { UserFacingError } from '../bootstrap/failure.mjs';
import { hasErrno } from './errno';
import { processIdentity } from './process-identity';
import { onTerminalClosed } from './terminal';

/** Variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface StopOptions {
  readonly signal?: NodeJS.Signals;
  readonly graceMs?: number;
}

/** A program that leads a process group of its own. */
export interface ProcessGroup {
  readonly pid: number;
  readonly identity: string | null;
  readonly exited: Promise<Exit>;
  readonly stop: (how?: StopOptions) => Promise<void>;
}

export interface GroupOptions {
  /** The file its output goes to; our own output without one. */
  readonly log?: string | undefined;
  readonly cwd?: string;
  readonly env?: Environment;
  readonly uid?: number | undefined;
  readonly gid?: number | undefined;
  /** An open file to read from; or nothing, and no end of it before this has come to pass. Nothing without either. */
  readonly stdin?: number | Promise<unknown>;
  /** How this program is ended. */
  readonly stop?: (pid: number, how?: StopOptions) => Promise<void>;
  /** What it gets when we end without having had the time for that. */
  readonly partingSignal?: NodeJS.Signals;
}

const running = new Map<ProcessGroup, NodeJS.Signals>();

/**
 * Starts a program as the leader of a process group of its own: a Ctrl-C in the terminal then reaches only us, so that
 * we decide who stops when, and whatever the program itself starts can be ended with it. Its output never goes through a
 * pipe of ours, which would break the program when we are killed.
 *
 * @throws UserFacingError when the program cannot be run
 */
export async function startProcessGroup(
  command: string,
  args: readonly string[],
  {
    log,
    cwd,
    env = process.env,
    uid,
    gid,
    stdin,
    stop = stopProcessGroup,
    partingSignal = 'SIGKILL',
  }: GroupOptions = {},
): Promise<ProcessGroup> {
  const output = log === undefined ? 'inherit' : openSync(log, 'a');
  const child = spawn(command, args, {
    stdio: [stdin instanceof Promise ? 'pipe' : (stdin ?? 'ignore'), output, output],
    detached: true,
    cwd,
    env: env as NodeJS.ProcessEnv,
    // Naming one's own user is a privilege of root, too: leave both out rather than set them to oneself.
    ...(uid === undefined ? {} : { uid, gid }),
  });
  if (typeof output === 'number') closeSync(output);
  if (stdin instanceof Promise) endInput(child, stdin);
  const exited = new Promise<Exit>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  await once(child, 'spawn').catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UserFacingError(`${command} cannot be run: ${reason}.`, { cause });
  });
  const { pid = 0 } = child;
  const group = {
    pid,
    identity: processIdentity(pid),
    exited,
    stop: (how?: StopOptions) => stop(pid, how),
  };
  running.set(group, partingSignal);
  void exited.then(() => running.delete(group));
  return group;
}

/** Asks a group to end, and ends it when it has not by the end of the grace period. */
export async function stopProcessGroup(
  pid: number,
  { signal = 'SIGTERM', graceMs = 2000 }: StopOptions = {},
): Promise<void> {
  if (!signalGroup(pid, signal)) return;
  if (await groupIsGone(pid, graceMs)) return;
  signalGroup(pid, 'SIGKILL');
  await groupIsGone(pid, 1000);
}

/** The programs started last may need those started first: end them in that order. */
export async function stopEveryProcessGroup(how?: StopOptions): Promise<void> {
  for (const group of [...running.keys()].reverse()) await group.stop(how);
}

/** Ends what this command has started before the command itself ends, for whatever reason. */
export function endProcessGroupsWithCommand(): void {
  const end = () => void stopEveryProcessGroup().then(() => process.exit(1));
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, end);
  onTerminalClosed(end);
  process.on('exit', partFromEveryProcessGroup);
}

/** For an `exit` listener, when nothing asynchronous can happen any more. */
export function partFromEveryProcessGroup(): void {
  for (const [{ pid }, signal] of running) signalGroup(pid, signal);
}

/** Whoever made the promise hears of its failure; the program may then go on or be ended, but does not wait for ever. */
function endInput({ stdin }: ChildProcess, after: Promise<unknown>): void {
  // The program may have ended before its input did: its exit tells.
  stdin?.on('error', () => {});
  const end = () => stdin?.end();
  void after.then(end, end);
}

async function groupIsGone(pid: number, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (signalGroup(pid, 0)) {
    if (Date.now() > deadline) return false;
    await sleep(20);
  }
  return true;
}

function signalGroup(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(-pid, signal);
    return true;
  } catch (error) {
    // macOS answers EPERM for a group that holds nothing but a process waiting to be reaped.
    if (hasErrno(error, 'ESRCH', 'EPERM')) return false;
    throw error;
  }
}
