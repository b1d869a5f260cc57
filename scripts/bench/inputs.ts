import { randomUUID } from 'node:crypto';
import type { Command } from '../../src/service/unit-of-work';
import { onePrice } from '../../src/domain/license/price-list';

/** What every command carries. */
export function command(): Command {
  return { key: randomUUID(), actor: { name: 'Bench' }, at: new Date().toISOString() };
}

/** An offer of 4.99 US dollars on television. */
export function offer(
  name: string,
  window: { readonly startsOn: string; readonly endsOn: string },
) {
  return { name, prices: onePrice({ minor: 499, currency: 'USD' }), window, devices: ['tv'] };
}

/** A movie, told from others by its number. */
export function detailsOf(number: number) {
  return {
    ...{ title: `Title ${number}`, kind: 'movie', studio: 'Bench', releaseYear: 2026 },
    ...{ parentId: null, position: null, identifiers: [], notes: '' },
  };
}
