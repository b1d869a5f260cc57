import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { digestOf } from '../../src/adapters/postgres/secrets';
import { BareDriver, BareReads, type RepeatedCommand, type Statement } from './bare-driver';

/*
 * The ceiling: the least a server can do that answers what the API answers. Node's own HTTP server and the bare driver send
 * the very SQL of the product, look the token up too, and check nothing. It is started with the address of a database, is
 * told what to send, tells its port, and ends when its parent lets go of it.
 */

/** What the product sent to the database for one request of each kind. */
export interface RecordedRequests {
  readonly token: { readonly statements: readonly Statement[]; readonly secret: string };
  readonly read: { readonly statements: readonly Statement[]; readonly id: string };
  readonly change: { readonly statements: readonly Statement[]; readonly model: RepeatedCommand };
}

interface ChangeBody {
  readonly offers: readonly [Pick<RepeatedCommand, 'window'>];
}

const CONNECTIONS = 10;
const [url = ''] = process.argv.slice(2);

process.once('message', ({ token, read, change }: RecordedRequests) => {
  const tokens = new BareReads(url, token.statements, digestOf(token.secret), 2);
  const reads = new BareReads(url, read.statements, read.id, CONNECTIONS);
  const changes = new BareDriver(url, change.statements, change.model, CONNECTIONS);

  async function answer(request: IncomingMessage): Promise<unknown> {
    const [found] = await tokens.rows(digestOf(request.headers.authorization?.slice(7) ?? ''));
    if (found === undefined) throw new Error('The token is unknown.');
    const [, , , , licenseId = ''] = request.url?.split('/') ?? [];
    if (request.method === 'GET') return (await reads.rows(licenseId))[0];
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const [offer] = (JSON.parse(Buffer.concat(pieces).toString()) as ChangeBody).offers;
    const expectedVersion = Number(request.headers['if-match']?.slice(1, -1));
    const key = String(request.headers['idempotency-key']);
    await changes.oneByOne({ key, licenseId, expectedVersion, window: offer.window });
    return { id: licenseId, version: expectedVersion + 1 };
  }

  const server = createServer((request, response) => {
    answer(request).then(
      (body) => {
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      },
      (error: unknown) => {
        response.writeHead(500).end(String(error));
      },
    );
  });
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
});

process.on('disconnect', () => process.exit());
