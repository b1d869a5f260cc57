import { ratingValues } from '../../../../src/domain/avails/vocabulary/rating-systems';
import { CURRENCIES } from '../../../../src/domain/values/money';
import { ALL_TERRITORIES } from '../../../../src/domain/values/territory';

/** Whether a text is one country, a part of one, a UN region, the world or the European Union; not a list. */
export function isTerritory(text: string): boolean {
  if (text.length !== 2) return /^([A-Z]{2}-[A-Z0-9]+|\d{3})$/.test(text);
  return text === 'ZZ' || text === 'EU' || (ALL_TERRITORIES as readonly string[]).includes(text);
}

export function isCurrency(text: string): boolean {
  return CURRENCIES.includes(text);
}

/** Whether a text is one RFC 5646 tag, without the suffixes of release 1.7.3. */
export function isLanguage(text: string): boolean {
  return /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text);
}

export function isRating(system: string, value: string): boolean {
  return ratingValues(system)?.includes(value) ?? false;
}
