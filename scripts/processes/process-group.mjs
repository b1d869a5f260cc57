import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { UserFacingError } from './user-facing-error.mjs';
import { processIdentity } from './process-identity.mjs';

const running = new Set();

/**
 * Starts a program as the leader of a process group of its own: a Ctrl-C in the terminal then reaches only us, so that
 * we decide who stops when, and whatever the program itself starts can be ended with it.
 *
 * Its output goes to the file `log` (never to a pipe of ours, which would break the program when we are killed), or to
 * our own output without one. It reads from the open file `stdin`, or nothing. `stop` is how this program wants to be
 * ended, `partingSignal` what it gets when we end without having had the time for that.
 */
export async function startProcessGroup(command, args, options = {}) {
  const {
    log,
    cwd,
    env,
    uid,
    gid,
    stdin = 'ignore',
    stop = stopProcessGroup,
    partingSignal = 'SIGKILL',
  } = options;
  const output = log === undefined ? 'inherit' : openSync(log, 'a');
  const child = spawn(command, args, {
    stdio: [stdin, output, output],
    detached: true,
    cwd,
    env: env ?? process.env,
    // Naming one's own user is a privilege of root, too: leave both out rather than set them to oneself.
    ...(uid === undefined ? {} : { uid, gid }),
  });
  if (typeof output === 'number') closeSync(output);

  const group = {
    pid: child.pid,
    identity: null,
    partingSignal,
    stop: (how) => stop(child.pid, how),
  };
  group.exited = new Promise((resolve) => {
    child.once('exit', (code, signal) => {
      running.delete(group);
      resolve({ code, signal });
    });
  });

  await new Promise((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (cause) => {
      reject(new UserFacingError(`${command} cannot be run: ${cause.message}.`, { cause }));
    });
  });
  running.add(group);
  group.identity = processIdentity(child.pid);
  return group;
}

/** Asks a group to end, and ends it when it has not by the end of the grace period. */
export async function stopProcessGroup(pid, { signal = 'SIGTERM', graceMs = 2000 } = {}) {
  if (!signalGroup(pid, signal)) return;
  if (await groupIsGone(pid, graceMs)) return;
  signalGroup(pid, 'SIGKILL');
  await groupIsGone(pid, 1000);
}

/** The programs started last may need those started first: end them in that order. */
export async function stopEveryProcessGroup(how) {
  for (const group of [...running].reverse()) await group.stop(how);
}

/** For the moment when nothing asynchronous can happen any more. */
export function partFromEveryProcessGroup() {
  for (const group of running) signalGroup(group.pid, group.partingSignal);
}

async function groupIsGone(pid, withinMs) {
  const deadline = Date.now() + withinMs;
  while (signalGroup(pid, 0)) {
    if (Date.now() > deadline) return false;
    await sleep(20);
  }
  return true;
}

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
    return true;
  } catch (error) {
    if (error.code === 'ESRCH') return false;
    // macOS answers EPERM for a group that holds nothing but a process waiting to be reaped.
    if (error.code === 'EPERM') return false;
    throw error;
  }
}
