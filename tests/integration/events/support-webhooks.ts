import type { AddressInfo } from 'node:net';
import type { IncomingHttpHeaders } from 'node:http';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { onTestFinished } from 'vitest';
import { JobQueue } from '../../../src/adapters/jobs/job-queue';
import { WebhookDispatcher } from '../../../src/adapters/jobs/webhook-dispatcher';
import { actor } from '../../../src/domain/people/actor';
import type { WebhookDetails } from '../../../src/domain/events/webhook';
import { addWebhook } from '../../../src/service/events/webhook-service';
import { anId } from '../../builders/license-builders';
import { recordsOn } from '../support';
import { transactionsOn } from '../database/support-sql';
import { writeLines } from './support-history';
import type { TestDatabase } from '../support';

interface Got {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A receiver that responds with these statuses in turn, then with the last one. */
export async function aReceiver(...statuses: readonly number[]) {
  const got: Got[] = [];
  let noticed: () => void = () => undefined;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      const status = statuses[Math.min(got.length, statuses.length - 1)] ?? 204;
      got.push({ headers: request.headers, body });
      response.writeHead(status, { location: 'http://127.0.0.1:1/elsewhere' }).end();
      noticed();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    got,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/changes`,
    until: async (count: number) => {
      while (got.length < count)
        await new Promise<void>((resolve) => {
          noticed = resolve;
        });
    },
  };
}

/** Actor and time of a command. */
export function given() {
  return { actor: actor('Ana'), at: new Date().toISOString() };
}

/** Webhooks and their deliveries in a test file’s own database. */
export function webhooksOn(database: TestDatabase) {
  const { accepted } = transactionsOn(database);
  const jobs = new JobQueue(database.pool);
  const records = recordsOn(database, jobs);
  const dispatcher = new WebhookDispatcher(database.prisma, jobs);

  /** Adds a webhook as an admin. */
  function add(details: WebhookDetails, webhookId = anId()) {
    return addWebhook({ webhookId, details, ...given() }, records);
  }

  async function aWebhook(
    url: string,
    aggregates: readonly string[] = ['license', 'content', 'contract'],
  ): Promise<string> {
    const webhookId = anId();
    await add({ name: 'Storefront', url, aggregates }, webhookId);
    return webhookId;
  }

  async function write(
    ids: readonly string[],
    line: { version?: number; aggregate?: string } = {},
  ): Promise<void> {
    await accepted((sql) => writeLines(sql, ids, line));
  }

  return { accepted, records, dispatcher, add, aWebhook, write };
}
