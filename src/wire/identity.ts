import * as z from 'zod';

/** The id of a license, contract, title or anything else that has one: a UUID. */
export const Id = z.uuid();

/** The counter on an aggregate; 0 for one that was never saved. */
export const Version = z.int().min(0).max(2_147_483_647);

/** ISO 8601 in UTC. */
export const Instant = z.iso.datetime();
