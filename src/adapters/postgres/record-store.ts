import type { Records, RecordStore } from '../../service/records';
import type { PrismaClient } from '../generated/prisma/client';
import type { PrismaTransaction } from './transaction';
import { PrismaFeedRepository } from './events/feed-repository';
import { PrismaTokenRepository } from './people/token-repository';
import { inTransaction } from './transaction';

/** Records on PostgreSQL: each command in one transaction. */
export class PrismaRecordStore implements RecordStore {
  constructor(private readonly prisma: PrismaClient) {}

  transact<T>(work: (records: Records) => Promise<T>): Promise<T> {
    return inTransaction(this.prisma, (transaction) => work(this.recordsIn(transaction)));
  }

  private recordsIn(transaction: PrismaTransaction): Records {
    return {
      tokens: new PrismaTokenRepository(transaction),
      feeds: new PrismaFeedRepository(transaction),
    };
  }
}
