import { expect, it } from 'vitest';
import * as z from 'zod';
import { complaintsOf, type Place } from '../../../../api/problems/complaints';

const body = z.strictObject({
  studio: z.string(),
  price: z.strictObject({ minor: z.int() }),
  devices: z.array(z.string()),
});
const RIGHT = { studio: 'Aurora', price: { minor: 499 }, devices: ['tv'] };

function said(schema: z.ZodType, sent: unknown, place: Place): readonly string[] {
  const issues = schema.safeParse(sent).error?.issues ?? [];
  return complaintsOf(issues, place, sent).map(({ detail }) => detail);
}

it('calls a value missing only where none was sent', () => {
  expect(said(body, { ...RIGHT, studio: undefined }, 'json')).toEqual([
    'This is missing: send a text.',
  ]);
  expect(said(body, { ...RIGHT, price: {} }, 'json')).toEqual(['This is missing: send a number.']);
  expect(said(body, RIGHT, 'json')).toEqual([]);
});

it.each([
  ['a number for a text', { ...RIGHT, studio: 5 }, 'This is not a text.'],
  ['null for a text', { ...RIGHT, studio: null }, 'This is not a text.'],
  ['a fraction', { ...RIGHT, price: { minor: 1.5 } }, 'This is not a whole number.'],
  ['a text for a list', { ...RIGHT, devices: 'tv' }, 'This is not a list.'],
  ['a list for an object', [], 'This is not an object.'],
])('says what a value of another type is not: %s', (_what, sent, words) => {
  expect(said(body, sent, 'json')).toEqual([words]);
});

it('says that a parameter was sent twice', () => {
  const query = z.strictObject({ limit: z.string() });
  expect(said(query, { limit: ['1', '2'] }, 'query')).toEqual([
    'This stands in the address more than once. Send it once.',
  ]);
});
