import * as z from 'zod';
import { ALL_TERRITORIES, territorySet } from '../domain/values/territory';
import { codeList } from './code-list';
import { valid } from './valid';

/** ISO 3166-1 alpha-2. */
export const Territory = codeList('Territory', ALL_TERRITORIES, (one) => territorySet([one]));

/** A set: the order says nothing, and a territory named twice is one. */
export const Territories = valid(z.array(Territory).max(300).readonly(), territorySet).meta({
  minItems: 1,
});
