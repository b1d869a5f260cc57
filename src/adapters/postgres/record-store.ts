import type { Records, RecordStore } from '../../service/records';
import type { Command, Outcome } from '../../service/unit-of-work';
import type { PrismaClient } from '../generated/prisma/client';
import type { JobQueue } from '../jobs/job-queue';
import type { WebhookSettings } from './events/webhook-repository';
import type { PrismaTransaction } from './connection/transaction';
import { PrismaFeedRepository } from './events/feed-repository';
import { PrismaDeliveryRepository, PrismaWebhookRepository } from './events/webhook-repository';
import { PrismaExportProfiles } from './export/export-profiles';
import { PrismaExportRepository } from './export/export-repository';
import { runOnce } from './idempotent';
import { PrismaImportRepository } from './import/import-repository';
import { PrismaPricePlans } from './price-plan/price-plans';
import { PrismaPeopleRepository } from './people/people-repository';
import { PrismaTokenRepository } from './people/token-repository';
import { PrismaViewRepository } from './views/view-repository';
import { inTransaction } from './connection/transaction';

/** Records on PostgreSQL: each command in one transaction. */
export class PrismaRecordStore implements RecordStore {
  constructor(
    private readonly prisma: PrismaClient,
    private readonly jobs: JobQueue,
    private readonly webhooks: WebhookSettings,
  ) {}

  transact<T>(work: (records: Records) => Promise<T>): Promise<T> {
    return inTransaction(this.prisma, (transaction) => work(this.recordsIn(transaction)));
  }

  transactOnce<T extends { readonly importId: string } | { readonly exportId: string }>(
    command: Command,
    work: (records: Records) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    return runOnce(this.prisma, command, (transaction) => work(this.recordsIn(transaction)));
  }

  private recordsIn(transaction: PrismaTransaction): Records {
    return {
      people: new PrismaPeopleRepository(transaction),
      tokens: new PrismaTokenRepository(transaction),
      feeds: new PrismaFeedRepository(transaction),
      webhooks: new PrismaWebhookRepository(transaction, this.webhooks),
      deliveries: new PrismaDeliveryRepository(transaction),
      imports: new PrismaImportRepository(transaction),
      exports: new PrismaExportRepository(transaction),
      exportProfiles: new PrismaExportProfiles(transaction),
      pricePlans: new PrismaPricePlans(transaction),
      views: new PrismaViewRepository(transaction),
      jobs: { send: (queue, job) => this.jobs.send(queue, job, transaction) },
    };
  }
}
