import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import compression from 'compression';
import next from 'next';
import { requests } from '../src/adapters/operations/request-context';
import { beginDraining, isDraining } from '../src/adapters/operations/readiness';
import { ownAddress } from './processes/own-address';
import { inProject, PROJECT } from './bootstrap/prepare.mjs';
import { BUILT_FILES, builtFiles } from './front/built-files';
import { editedProduct } from './front/edited-product';
import { believeForwarded } from './front/forwarded';
import { compiledProduct } from './front/product';
import { inputEnded } from './front/input-ended';
import { refuseEarly } from './front/refuse-early';
import { secureData, secureFile, securePage } from './front/security-headers';

/*
 * The web process: one server that gives the API its requests and Next all others, and ends as Next's own does not. Asked to
 * end (SIGTERM) it first says so at /readyz, so that nobody sends it anything new; then it takes no more, ends the streams of
 * events, finishes what it has accepted, and goes. Asked again it does not go faster.
 */

/** Together with the grace before it, less than the 15 s after which whoever asked may lose patience. */
const FINISH_MS = 10_000;

/** So long connections are left open that nobody uses. */
const LINGER_MS = 1_000;

/** In milliseconds: so often it is looked for requests that take too long to arrive. */
const TIMING = { connectionsCheckingInterval: 500 };

/** The API, but for the page that describes it. */
const API = /^\/api\/v1(?:[/?]|$)(?!docs(?:[/?.]|$))/;

// Named by whoever starts it, or by the configuration where nobody does.
const { CRMS_HOST, PORT } = process.env;
const [host = CRMS_HOST || '127.0.0.1', portText = PORT || '3000'] = process.argv.slice(2);
const port = Number(portText);
const dev = process.env.NODE_ENV === 'development';
const distDir = process.env.CRMS_DIST_DIR || '.next';

// What a redirect leads to Next fetches from itself, and not from wherever a request says that it was sent to.
process.env.__NEXT_PRIVATE_ORIGIN = `http://${ownAddress(host)}:${port}`;

// What the build was configured with. Without it Next compiles the configuration anew, with packages that only builds need.
if (!dev) {
  const built = readFileSync(inProject(`${distDir}/required-server-files.json`), 'utf8');
  const { config } = JSON.parse(built) as { config: object };
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config);
}

const product = dev ? await editedProduct() : compiledProduct;
const app = next({ dev, dir: PROJECT, hostname: host, port });
const prepared = app.prepare();
const { beginWebProcess } = await product();
await inputEnded();
const [{ ending, front }] = await Promise.all([beginWebProcess(), prepared]);
const answerPage = app.getRequestHandler();
const compress = compression();
const answerFile = dev ? answerPage : builtFiles(distDir);

const answerApi = getRequestListener(
  async (request, { incoming }) =>
    (await product()).answerApi(request, String(incoming.headers['x-forwarded-for'])),
  { hostname: host },
);

const server = createServer(TIMING, (request, response) => {
  believeForwarded(request.headers, request.socket.remoteAddress, front);
  // What a client calls itself is not to be found in our logs: names are ours.
  const requestId = randomUUID();
  request.headers['x-request-id'] = requestId;
  response.setHeader('x-request-id', requestId);
  if (isDraining()) response.setHeader('connection', 'close');
  if (refuseEarly(request, response)) return;
  requests().run({ requestId }, () => answer(request, response));
});
server.requestTimeout = front.requestMs;
server.headersTimeout = front.requestMs;
// Longer than a load balancer keeps a connection that nobody uses, so that it is the one who closes it.
server.keepAliveTimeout = 65_000;
server.listen(port, host);

function answer(request: IncomingMessage, response: ServerResponse): void {
  const { url = '' } = request;
  if (API.test(url)) {
    secureData(response);
    compress(request, response, () => void answerApi(request, response));
    return;
  }
  const isFile = url.startsWith(BUILT_FILES);
  if (isFile) secureFile(response);
  else securePage(request, response);
  (isFile ? answerFile : answerPage)(request, response).catch((error: unknown) => {
    console.error(error);
    if (!response.headersSent) response.statusCode = 500;
    response.end();
  });
}

// Its logs are kept bounded from outside, so there is nothing to do, and by default it would end.
process.on('SIGHUP', () => {});

let isEnding = false;
for (const signal of ['SIGTERM', 'SIGINT']) {
  process.on(signal, () => {
    if (isEnding) return;
    isEnding = true;
    void end();
  });
}

async function end(): Promise<void> {
  beginDraining();
  await sleep(ending.graceMs);
  // Without more ado this would also cut connections on which somebody is just about to ask: they get one more answer.
  const finished = new Promise((resolve) => {
    NetServer.prototype.close.call(server, resolve);
  });
  await ending.stop();
  await Promise.race([finished, sleep(Math.min(ending.graceMs, LINGER_MS))]);
  const closing = setInterval(() => server.closeIdleConnections(), 50);
  server.closeIdleConnections();
  await Promise.race([finished, sleep(FINISH_MS)]);
  clearInterval(closing);
  server.closeAllConnections();
  await Promise.race([ending.close(), sleep(1000)]);
  process.exit(0);
}
