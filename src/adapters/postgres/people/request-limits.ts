import type { RateLimiterPostgres } from 'rate-limiter-flexible';
import { RateLimiterRes } from 'rate-limiter-flexible';
import type { Allowance, RequestLimits } from '../../../service/people/request-limits';
import type { Queries } from '../connection/transaction';
import { Busy } from '../../../service/errors';
import { rateLimiter } from '../rate-limiter';

/** How many in how many seconds. */
export interface RequestLimitNumbers {
  readonly requests: number;
  readonly failures: number;
  readonly seconds: number;
}

/** Enough for a program that works through a catalog, too little for one that has lost its way. */
export const REQUEST_LIMITS: RequestLimitNumbers = { requests: 3_000, failures: 20, seconds: 60 };

/** A part of the limit that a process takes at once, so that it need not ask the database for every request. */
const LOT = 50;

interface Lot {
  left: number;
  /** What others had left when it was taken. */
  readonly beyond: number;
  /** Nothing was left to take. */
  readonly isNone: boolean;
  /** In milliseconds since 1970. */
  readonly until: number;
}

/**
 * Limits on PostgreSQL. Of what a token may ask, a process takes some at a time and counts these by itself: together the
 * processes never let more through than the limit, and the last requests of a minute may be refused where another process
 * has not used up what it took.
 */
export class PostgresRequestLimits implements RequestLimits {
  private readonly requests: RateLimiterPostgres;
  private readonly failures: RateLimiterPostgres;
  private readonly lots = new Map<string, Lot>();
  private readonly taking = new Map<string, Promise<void>>();
  private readonly lotSize: number;

  constructor(
    queries: Queries,
    private readonly numbers: RequestLimitNumbers = REQUEST_LIMITS,
    private readonly now: () => number = Date.now,
  ) {
    const { requests, failures, seconds } = numbers;
    this.requests = rateLimiter(queries, { keyPrefix: 'api', points: requests, duration: seconds });
    this.failures = rateLimiter(queries, {
      keyPrefix: 'api-failure',
      points: failures,
      duration: seconds,
      inMemoryBlockOnConsumed: failures,
    });
    this.lotSize = Math.min(LOT, Math.ceil(numbers.requests / 20));
  }

  async request(tokenId: string): Promise<Allowance> {
    const { requests } = this.numbers;
    for (;;) {
      const lot = this.lots.get(tokenId);
      if (lot !== undefined && lot.until > this.now()) {
        if (lot.isNone) return this.allowance(false, requests, 0, lot.until);
        if (lot.left > 0) {
          lot.left -= 1;
          return this.allowance(true, requests, lot.left + lot.beyond, lot.until);
        }
      }
      await this.nextLot(tokenId);
    }
  }

  /** Takes the next lot, once for all who wait for it. */
  private nextLot(tokenId: string): Promise<void> {
    const underWay = this.taking.get(tokenId);
    if (underWay !== undefined) return underWay;
    const taking = this.takeLot(tokenId).finally(() => this.taking.delete(tokenId));
    this.taking.set(tokenId, taking);
    return taking;
  }

  private async takeLot(tokenId: string): Promise<void> {
    const { isAllowed, left, until } = await consume(this.requests, tokenId, this.lotSize);
    for (const [id, { until: end }] of this.lots) if (end <= this.now()) this.lots.delete(id);
    this.lots.set(tokenId, {
      left: isAllowed ? this.lotSize : 0,
      beyond: left,
      isNone: !isAllowed,
      until: this.now() + until,
    });
  }

  async failure(address: string): Promise<Allowance> {
    const { isAllowed, left, until } = await consume(this.failures, address.slice(0, 100), 1);
    return this.allowance(isAllowed, this.numbers.failures, left, this.now() + until);
  }

  private allowance(
    isAllowed: boolean,
    limit: number,
    remaining: number,
    until: number,
  ): Allowance {
    const resetsIn = Math.max(1, Math.ceil((until - this.now()) / 1_000));
    return { isAllowed, limit, window: this.numbers.seconds, remaining, resetsIn };
  }
}

async function consume(limiter: RateLimiterPostgres, key: string, points: number) {
  try {
    const { remainingPoints, msBeforeNext } = await limiter.consume(key, points);
    return { isAllowed: true, left: remainingPoints, until: msBeforeNext };
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes)
      return { isAllowed: false, left: 0, until: refusal.msBeforeNext };
    throw new Busy({ cause: refusal });
  }
}
