import type { RateLimiterPostgres } from 'rate-limiter-flexible';
import type { Queries } from '../postgres/connection/transaction';
import { RateLimiterRes } from 'rate-limiter-flexible';
import { TooManyTries } from '../../domain/people/password';
import { rateLimiter } from '../postgres/rate-limiter';
import { written } from '../postgres/written';

/** So many tries within so many seconds; counted in the database, so that several processes count together. */
export interface Allowance {
  /** What is counted, as the beginning of the keys. */
  readonly name: string;
  readonly tries: number;
  readonly seconds: number;
}

/** Counts tries. Each is counted before it is made, so that parallel ones cannot slip through together. */
export class Throttle {
  private readonly limiter: RateLimiterPostgres;

  constructor(queries: Queries, { name, tries, seconds }: Allowance) {
    this.limiter = rateLimiter(queries, { keyPrefix: name, points: tries, duration: seconds });
  }

  /** @throws TooManyTries when there were too many already: this one is then not to be made; Busy, OutcomeUnknown */
  async count(key: string): Promise<void> {
    try {
      await written(this.limiter.consume(key));
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes)
        throw new TooManyTries(Math.ceil(refusal.msBeforeNext / 1000));
      throw refusal;
    }
  }

  /** Forgets the tries of who turned out to be welcome. */
  async forget(key: string): Promise<void> {
    await written(this.limiter.delete(key));
  }
}
