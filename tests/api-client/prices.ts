import type { components } from './paths';

/** One wholesale price in dollars for all formats, as answers have it. */
export function dollars(minor: number): components['schemas']['Offer']['prices'] {
  return [{ format: null, kind: 'WSP', amount: { minor, currency: 'USD' }, tier: null }];
}
