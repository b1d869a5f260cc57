import type { LinePrice } from '../../src/domain/price-table/line-prices';
import { isMissing } from '../../src/domain/price-table/line-prices';
import { listed } from '../../src/domain/values/words';

/**
 * Which amounts a price table does not have yet, as `No amount for Tier 1, SD and UHD, CA yet`; `null` where it has all.
 *
 * @param place a territory's code, or words for several
 */
export function missingAmounts(prices: readonly LinePrice[], place: string): string | null {
  const formats = new Map<string, string[]>();
  for (const { tier, format } of prices.filter(isMissing))
    formats.set(tier ?? '', [...(formats.get(tier ?? '') ?? []), format ?? '']);
  if (formats.size === 0) return null;
  const cells = [...formats].map(([tier, some]) =>
    [tier, listed(some.filter(Boolean)), place].filter(Boolean).join(', '),
  );
  return `No amount for ${cells.join('; ')} yet`;
}
