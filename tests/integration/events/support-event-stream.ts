import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import { Readable } from 'node:stream';
import { onTestFinished } from 'vitest';
import type { Listener } from '../../../api/events/event-stream';
import { eventStream } from '../../../api/events/event-stream';
import { Problem } from '../../../api/problems/problem';
import type { PostgresChangeFeed } from '../../../src/adapters/postgres/events/change-feed';
import type { Change } from '../../../src/service/events/events';

export type Timing = Parameters<typeof eventStream>[3];

/** Serves the feed over HTTP, as Next.js does, until the test ends. */
export async function served(
  feed: PostgresChangeFeed,
  listener: Listener,
  timing: Timing,
): Promise<string> {
  const server = createServer((incoming, outgoing) => {
    const gone = new AbortController();
    outgoing.on('close', () => {
      gone.abort();
    });
    const headers = new Headers(incoming.headers as Record<string, string>);
    const request = new Request(`http://localhost${incoming.url ?? ''}`, {
      headers,
      signal: gone.signal,
    });
    void eventStream(request, feed, listener, timing)
      .catch((error: unknown) => {
        if (error instanceof Problem) return error.toResponse();
        throw error;
      })
      .then(async ({ status, headers: sent, body }) => {
        outgoing.writeHead(status, Object.fromEntries(sent));
        if (body === null) return outgoing.end();
        const reader = Readable.fromWeb(body as never);
        reader.on('error', () => undefined);
        outgoing.on('close', () => reader.destroy());
        return reader.pipe(outgoing);
      });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    await feed.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1/events`;
}

interface Told {
  readonly event: string;
  readonly id: string | null;
  readonly change: Change;
}

/** A client that parses server-sent events by the standard. */
export class Client {
  readonly events: Told[] = [];
  /** Number of keep-alive comments received. */
  heartbeats = 0;
  lastId = '';
  isOver = false;
  status = 0;
  private noticed: () => void = () => undefined;
  private readonly cutting = new AbortController();

  static async of(address: string, since = ''): Promise<Client> {
    const client = new Client();
    const response = await fetch(address, {
      headers: since === '' ? {} : { 'last-event-id': since },
      signal: client.cutting.signal,
    });
    client.status = response.status;
    onTestFinished(() => {
      client.cut();
    });
    void client.read(response);
    if (response.ok) await client.until(() => client.lastId !== '' || client.isOver);
    return client;
  }

  cut(): void {
    this.cutting.abort();
  }

  async until(holds: () => boolean): Promise<void> {
    while (!holds())
      await new Promise<void>((resolve) => {
        this.noticed = resolve;
      });
  }

  private async read({ body }: Response): Promise<void> {
    let text = '';
    try {
      for await (const chunk of body ?? []) {
        text += Buffer.from(chunk).toString();
        const blocks = text.split('\n\n');
        text = blocks.pop() ?? '';
        blocks.forEach((block) => {
          this.take(block);
        });
        this.noticed();
      }
    } catch {
      // The connection was cut.
    }
    this.isOver = true;
    this.noticed();
  }

  private take(block: string): void {
    if (block.startsWith(':')) this.heartbeats += 1;
    const fields = new Map(
      block
        .split('\n')
        .filter((line) => !line.startsWith(':'))
        .map((line) => line.split(/: (.*)/s, 2) as [string, string]),
    );
    const id = fields.get('id') ?? null;
    if (id !== null) this.lastId = id;
    const data = fields.get('data');
    if (data === undefined) return;
    this.events.push({
      event: fields.get('event') ?? '',
      id,
      change: JSON.parse(data) as Change,
    });
  }
}
