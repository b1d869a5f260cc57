import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import next from 'next';
import type { Ending, Front } from '../src/web-process';
import { requests } from '../src/adapters/operations/request-context';
import { PROJECT } from './bootstrap/prepare.mjs';
import { believeForwarded } from './front/forwarded';
import { refuseEarly } from './front/refuse-early';

/*
 * The web process: Next behind a server of ours, which ends as Next's own does not. Asked to end (SIGTERM) it first says so
 * at /readyz, so that nobody sends it anything new; then it takes no more, ends the streams of events, finishes what it has
 * accepted, and goes. Asked again it does not go faster.
 */

/** Together with the grace before it, less than the 15 s after which whoever asked may lose patience. */
const FINISH_MS = 10_000;

/** So long connections are left open that nobody uses. */
const LINGER_MS = 1_000;

/** Until the app has told what stands in front: it reads the configuration with the first request, which asks for its health. */
const UNTOLD: Front = { trustedProxies: 0, url: 'http://127.0.0.1', requestMs: 30_000 };

/** In milliseconds: so often it is looked for requests that take too long to arrive. */
const TIMING = { connectionsCheckingInterval: 500 };

// Next's bundle and this server meet here.
const processWide = globalThis as {
  crmsEnding?: Ending;
  crmsFront?: Front;
  crmsIsDraining?: boolean;
};

const [host = '127.0.0.1', portText = ''] = process.argv.slice(2);
const port = Number(portText);

// What a redirect leads to Next fetches from itself, and not from wherever a request says that it was sent to.
process.env.__NEXT_PRIVATE_ORIGIN = `http://${host}:${port}`;

const app = next({ dev: false, dir: PROJECT, hostname: host, port });
await app.prepare();
const handle = app.getRequestHandler();

const server = createServer(TIMING, (request, response) => {
  const front = processWide.crmsFront ?? UNTOLD;
  server.requestTimeout = front.requestMs;
  server.headersTimeout = front.requestMs;
  believeForwarded(request.headers, request.socket.remoteAddress, front);
  // What a client calls itself is not to be found in our logs: names are ours.
  const requestId = randomUUID();
  request.headers['x-request-id'] = requestId;
  if (processWide.crmsIsDraining === true) response.setHeader('connection', 'close');
  if (refuseEarly(request, response)) return;
  requests().run({ requestId }, () => {
    handle(request, response).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) response.statusCode = 500;
      response.end();
    });
  });
});
// Longer than a load balancer keeps a connection that nobody uses, so that it is the one who closes it.
server.keepAliveTimeout = 65_000;
server.listen(port, host);

// Its logs are kept bounded from outside, so there is nothing to do, and by default it would end.
process.on('SIGHUP', () => {});

let ending = false;
for (const signal of ['SIGTERM', 'SIGINT']) {
  process.on(signal, () => {
    if (ending) return;
    ending = true;
    void end();
  });
}

async function end(): Promise<void> {
  processWide.crmsIsDraining = true;
  const graceMs = processWide.crmsEnding?.graceMs ?? 0;
  await sleep(graceMs);
  // Without more ado this would also cut connections on which somebody is just about to ask: they get one more answer.
  const finished = new Promise((resolve) => {
    NetServer.prototype.close.call(server, resolve);
  });
  await processWide.crmsEnding?.stop();
  await Promise.race([finished, sleep(Math.min(graceMs, LINGER_MS))]);
  const closing = setInterval(() => server.closeIdleConnections(), 50);
  server.closeIdleConnections();
  await Promise.race([finished, sleep(FINISH_MS)]);
  clearInterval(closing);
  server.closeAllConnections();
  await Promise.race([processWide.crmsEnding?.close(), sleep(1000)]);
  process.exit(0);
}
