import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { lastLines } from './log-file.mjs';
import { UserFacingError } from './user-facing-error.mjs';
import { startProcessGroup } from './process-group.mjs';
import { PROJECT } from '../setup/project.mjs';

/** Only this machine can reach a newcomer's instance. */
const HOST = '127.0.0.1';
const READY_TIMEOUT_MS = 60_000;

/**
 * How large the heap of a server may become, in megabytes. The garbage of a command is a few kilobytes of JavaScript that
 * hold on to half a megabyte which the engine does not see; with the limit it would take from the machine's memory (4 GB on
 * many) it collects so rarely that a server grows to 700 MB and more in 1,200 commands, and with this one it stays below
 * 350. Of 100 MB in use that leaves plenty.
 */
const MAX_HEAP_MB = 1_024;

export function webPort(text = '3000') {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new UserFacingError(`PORT must be a number from 1 to 65535, and this is "${text}".`);
}

export async function refuseUnlessPortIsFree(port) {
  await new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (cause) => reject(portRefusal(port, cause)));
    probe.listen(port, HOST, () => probe.close(resolve));
  });
}

function portRefusal(port, cause) {
  if (cause.code === 'EADDRINUSE') {
    return new UserFacingError(
      `Port ${port} is in use by another program; choose another with PORT, or stop that program.`,
      { cause },
    );
  }
  return new UserFacingError(
    `This user may not serve at port ${port} (${cause.code}); choose another with PORT.`,
    {
      cause,
    },
  );
}

/** Starts Next (`mode` is its own word for how: start or dev) and returns when it answers. */
export async function startWebServer({ mode, port, distDir, env, log, onStarted = () => {} }) {
  const group = await startProcessGroup(
    process.execPath,
    [
      // What compiles while it serves knows better how much it needs.
      ...(mode === 'start' ? [`--max-old-space-size=${MAX_HEAP_MB}`] : []),
      ...(mode === 'start'
        ? ['scripts/serve.mjs', HOST, String(port)]
        : ['node_modules/next/dist/bin/next', mode, '-H', HOST, '-p', String(port)]),
    ],
    {
      log,
      cwd: PROJECT,
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
  onStarted(group);
  const address = `http://${HOST}:${port}`;
  try {
    await untilItAnswers(group, address, log);
  } catch (error) {
    await group.stop();
    throw error;
  }
  return { ...group, address };
}

async function untilItAnswers(group, address, log) {
  let ended = null;
  group.exited.then((how) => {
    ended = how;
  });
  const deadline = Date.now() + READY_TIMEOUT_MS;
  for (;;) {
    if (ended !== null) {
      throw new UserFacingError(
        `The web server ended before it was ready (${ended.signal ?? ended.code}).`,
        {
          details: log === undefined ? '' : lastLines(log),
        },
      );
    }
    if (await isHealthy(address)) return;
    if (Date.now() > deadline) {
      throw new UserFacingError(`The web server does not answer at ${address}/healthz.`, {
        details: log === undefined ? '' : lastLines(log),
      });
    }
    await sleep(50);
  }
}

async function isHealthy(address) {
  try {
    const response = await fetch(`${address}/healthz`, { signal: AbortSignal.timeout(20_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    // Not listening yet, or not answering in time: the deadline of whoever asks decides.
    return false;
  }
}
