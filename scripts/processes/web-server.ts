import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PartOptions } from './jobs-process';
import type { Exit, ProcessGroup } from './process-group';
import { UserFacingError } from '../bootstrap/failure.mjs';
import { inProject, PROJECT } from '../bootstrap/prepare.mjs';
import { errnoOf } from './errno';
import { lastLines } from './log-file';
import { ownAddress } from './own-address';
import { startProcessGroup } from './process-group';

/** Only this machine can reach a newcomer's instance. */
const LOOPBACK = '127.0.0.1';
const READY_TIMEOUT_MS = 60_000;

/**
 * How large the heap of a server may become, in megabytes. The garbage of a command is a few kilobytes of JavaScript that
 * hold on to half a megabyte which the engine does not see; with the limit it would take from the machine's memory (4 GB on
 * many) it collects so rarely that a server grows to 700 MB and more in 1,200 commands, and with this one it stays below
 * 350. Of 100 MB in use that leaves plenty.
 */
const MAX_HEAP_MB = 1_024;

/** What is built (`start`), or the sources as they are edited (`dev`). */
export type Mode = 'start' | 'dev';

/** A server that answers, or is being started. */
export interface WebServer extends ProcessGroup {
  readonly address: string;
}

export function webPort(text = '3000'): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new UserFacingError(`PORT must be a number from 1 to 65535, and this is "${text}".`);
}

export async function refuseUnlessPortIsFree(host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (cause) => reject(portRefusal(host, port, cause)));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

function portRefusal(host: string, port: number, cause: Error): UserFacingError {
  const code = errnoOf(cause);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new UserFacingError(`CRMS_HOST is ${host}, which is no address of this machine.`, {
      cause,
    });
  const sentence =
    code === 'EADDRINUSE'
      ? `Port ${port} is in use by another program; choose another with PORT, or stop that program.`
      : `This user may not serve at port ${port} (${code}); choose another with PORT.`;
  return new UserFacingError(sentence, { cause });
}

/** Starts the web server and returns when it answers; it loads, and begins no work, before `begins` has come to pass. */
export async function startWebServer({
  mode,
  host = LOOPBACK,
  port,
  distDir,
  env,
  log,
  onStarted,
  begins,
}: PartOptions & {
  readonly mode: Mode;
  readonly host?: string | undefined;
  readonly port: number;
  readonly distDir: string;
  readonly begins?: Promise<unknown> | undefined;
}): Promise<WebServer> {
  const group = await startProcessGroup(
    process.execPath,
    [
      // Without source maps when it is built: Node would read those of all of Next's chunks.
      mode === 'start' ? `--max-old-space-size=${MAX_HEAP_MB}` : '--enable-source-maps',
      ...[inProject('dist/serve.js'), host, String(port)],
    ],
    {
      log,
      cwd: PROJECT,
      ...(begins === undefined ? {} : { stdin: begins }),
      env: {
        ...process.env,
        NODE_ENV: mode === 'dev' ? 'development' : 'production',
        CRMS_DIST_DIR: distDir,
        PORT: String(port),
        NEXT_TELEMETRY_DISABLED: '1',
        // Threads that share glibc's arenas leave fewer holes in them: a fifth less memory in the end.
        MALLOC_ARENA_MAX: '2',
        ...env,
      },
    },
  );
  onStarted?.(group);
  const address = `http://${ownAddress(host)}:${port}`;
  try {
    await begins;
    await untilItAnswers(group, address, log);
  } catch (error) {
    await group.stop();
    throw error;
  }
  return { ...group, address };
}

async function untilItAnswers(
  group: ProcessGroup,
  address: string,
  log: string | undefined,
): Promise<void> {
  const state: { ended: Exit | null } = { ended: null };
  void group.exited.then((how) => (state.ended = how));
  const deadline = Date.now() + READY_TIMEOUT_MS;
  while (!(await isHealthy(address))) {
    const { ended } = state;
    if (ended !== null)
      throw new UserFacingError(
        `The web server ended before it was ready (${ended.signal ?? ended.code ?? ''}).`,
        { details: lastLines(log) },
      );
    if (Date.now() > deadline)
      throw new UserFacingError(`The web server does not answer at ${address}/healthz.`, {
        details: lastLines(log),
      });
    await sleep(50);
  }
}

async function isHealthy(address: string): Promise<boolean> {
  try {
    const response = await fetch(`${address}/healthz`, { signal: AbortSignal.timeout(20_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    // Not listening yet, or not answering in time: the deadline of whoever asks decides.
    return false;
  }
}
