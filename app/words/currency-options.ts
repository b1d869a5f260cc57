import type { Option } from '@/ui/fields/select-field';
import { CURRENCIES } from '../../src/domain/values/money';

const COMMON = ['USD', 'EUR', 'GBP', 'CAD', 'AUD', 'JPY'];

/** All currencies: the most common first, then the others by code. */
export const CURRENCY_OPTIONS: readonly Option[] = [
  ...COMMON,
  ...CURRENCIES.filter((currency) => !COMMON.includes(currency)),
].map((code) => ({ value: code, label: code }));
