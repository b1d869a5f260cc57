import { addWebhook } from '../../src/service/events/webhook-service';
import type { ProcessGroup } from '../../scripts/processes/process-group';
import { startJobs } from '../../scripts/processes/jobs-process';
import { JobQueue } from '../../src/adapters/jobs/job-queue';
import { webhookSettings } from '../../src/adapters/webhooks/signature';
import { openDatabase } from '../../src/adapters/postgres/connection/database';
import { PrismaRecordStore } from '../../src/adapters/postgres/record-store';
import { actor } from '../../src/domain/people/actor';
import { WEBHOOK_AGGREGATES } from '../../src/domain/events/webhook';
import { anId } from '../builders/license-builders';

const SECRET = 'only-for-tests-0123456789abcdef-0123456789';

/** The process that does jobs, as an operator runs it. */
export class JobsProcess {
  private group: ProcessGroup | null = null;
  /** How often it ended by itself. */
  ended = 0;

  /** @param url of the database */
  constructor(
    private readonly url: string,
    private readonly log: string,
  ) {}

  async start(): Promise<void> {
    const env = {
      DATABASE_URL: this.url,
      CRMS_DIRECT_DATABASE_URL: '',
      CRMS_EMBEDDED_DATABASE: '1',
      CRMS_SECRET: SECRET,
      CRMS_DEMO: '0',
    };
    const group = await startJobs({ env, log: this.log });
    this.group = group;
    void group.exited.then(() => {
      if (this.group === group) this.ended += 1;
    });
  }

  async kill(): Promise<void> {
    const { group } = this;
    this.group = null;
    await group?.stop({ signal: 'SIGKILL' });
    await group?.exited;
  }
}

/** Has a receiver told of everything that is committed from now on. */
export async function tell(databaseUrl: string, receiverUrl: string): Promise<void> {
  const database = openDatabase(databaseUrl, { connections: 2 });
  const queue = new JobQueue(database.pool);
  const settings = webhookSettings({ secret: SECRET, hasPrivateWebhooks: true });
  try {
    await addWebhook(
      {
        webhookId: anId(),
        details: {
          name: 'Storefront',
          url: receiverUrl,
          aggregates: Object.keys(WEBHOOK_AGGREGATES),
        },
        actor: actor('Ana'),
        at: new Date().toISOString(),
      },
      new PrismaRecordStore(database.prisma, queue, settings),
    );
  } finally {
    await queue.stop();
    await database.close();
  }
}
