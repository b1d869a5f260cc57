import { randomUUID } from 'node:crypto';
import type { GenerateOffers } from '../../src/service/license/generate-offers';
import { onePrice } from '../../src/domain/license/price-list';
import { addDays, isoDate } from '../../src/domain/values/date-range';
import { DEVICES } from '../../src/domain/values/device';
import { versionWith } from './measured/bulk-loading';

/** Gives commands that each generate the next week's offer, license after license, so that none waits for another. */
export class CommandQueue {
  private given = 0;

  constructor(
    private readonly licenses: readonly string[],
    private readonly from: string,
    private readonly offersEach: number,
  ) {}

  next(): GenerateOffers {
    const turn = Math.floor(this.given / this.licenses.length);
    const licenseId = this.licenses[this.given % this.licenses.length];
    if (licenseId === undefined) throw new Error('There are no licenses.');
    this.given += 1;
    const start = addDays(isoDate(this.from), (this.offersEach + turn) * 7);
    return {
      key: randomUUID(),
      actor: { name: 'Bench' },
      at: new Date().toISOString(),
      licenseId,
      expectedVersion: versionWith(this.offersEach) + turn,
      plan: {
        kind: 'at',
        offers: [{ ...OFFER, window: { startsOn: start, endsOn: addDays(start, 7) } }],
      },
    };
  }
}

const OFFER = { name: 'Week', prices: onePrice({ minor: 499, currency: 'USD' }), devices: DEVICES };
