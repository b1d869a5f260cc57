import * as z from 'zod';
import { commandKey, expectedVersion, identity } from '../../domain-input';
import { offerInput } from '../license-input';

// What the browser may send about one offer and many titles. How many are too many, the service says.

const chosen = z.strictObject({ licenseId: identity, offer: offerInput });

export const tryAssigningInput = z.strictObject({
  key: commandKey,
  chosen,
  contentIds: z.array(identity),
});
export const assignTitlesInput = z.strictObject({
  key: commandKey,
  chosen,
  titles: z.array(z.strictObject({ contentId: identity, expectedVersion })),
});

export const unassignTitlesInput = z.strictObject({
  key: commandKey,
  assignment: z.strictObject({ licenseId: identity, startsOn: z.iso.date() }),
  titles: z.array(z.strictObject({ contentId: identity, expectedVersion })),
});

export type UnassignTitlesInput = z.input<typeof unassignTitlesInput>;
export type TryAssigningInput = z.input<typeof tryAssigningInput>;
export type AssignTitlesInput = z.input<typeof assignTitlesInput>;
