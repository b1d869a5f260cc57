/** How much somebody may still ask. */
export interface Allowance {
  readonly isAllowed: boolean;
  /** So many requests, or failures, in so many seconds. */
  readonly limit: number;
  readonly window: number;
  /** How many are left, and in how many seconds there are all of them again. */
  readonly remaining: number;
  readonly resetsIn: number;
}

/** Counts what programs ask, over all processes together. */
export interface RequestLimits {
  /** Counts one request of a token. @throws Busy when it cannot be counted */
  request(tokenId: string): Promise<Allowance>;
  /** Counts one token from an address that was no token. @throws Busy */
  failure(address: string): Promise<Allowance>;
}
