import { failureOf } from './database-errors';
import type { Replica } from './replica';
import type { Replicas } from './replicas';
import type { Reads } from './transaction';

/** What the statements of one request share: all of them read in one place. */
export interface ReadingRequest {
  /** The replica that was chosen, `null` for the primary; nothing before the first statement, and after a change. */
  reads?: Promise<Replica | null> | undefined;
}

/** In milliseconds: so long a replica may take to show what was written last. */
const CATCHES_UP_WITHIN = 150;

/**
 * Reads on replicas, and on the primary where none is up to date, or where one fails: nobody is told of it.
 *
 * What a request reads is never older than its beginning. After a change of its own it chooses anew (`chooseAnew`).
 */
export class ReplicatedReads implements Reads {
  /**
   * @param request what is asked for now, if anything
   * @param noted is told where a statement was answered
   */
  constructor(
    private readonly primary: Reads,
    private readonly replicas: Replicas,
    private readonly request: () => ReadingRequest | undefined,
    private readonly noted: (server: 'primary' | 'replica') => void,
  ) {}

  async $queryRaw<T = unknown>(...query: Parameters<Reads['$queryRaw']>): Promise<T> {
    const replica = await this.chosen();
    if (replica === null) return this.onPrimary(query);
    try {
      const rows = await replica.prisma.$queryRaw<T>(...query);
      this.noted('replica');
      return rows;
    } catch (error) {
      const { kind } = failureOf(error);
      if (kind !== 'retry' && kind !== 'unknown') throw error;
      replica.rest('failing', error);
      const request = this.request();
      if (request !== undefined) request.reads = Promise.resolve(null);
      return this.onPrimary(query);
    }
  }

  /** After a change: what this request has read before is older. */
  chooseAnew(): void {
    const request = this.request();
    if (request !== undefined) request.reads = undefined;
  }

  private onPrimary<T>(query: Parameters<Reads['$queryRaw']>): Promise<T> {
    this.noted('primary');
    return this.primary.$queryRaw<T>(...query);
  }

  private chosen(): Promise<Replica | null> {
    const request = this.request();
    if (request === undefined) return this.replicas.upToDate(CATCHES_UP_WITHIN);
    request.reads ??= this.replicas.upToDate(CATCHES_UP_WITHIN);
    return request.reads;
  }
}
