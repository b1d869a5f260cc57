/** The name of the field of a price without an amount, such as `Tier 2`. */
export function priceField(key: string): string {
  return `price of ${key}`;
}
