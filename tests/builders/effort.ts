/*
 * How much of a random test is run. Both figures come from the command: `npm test` runs each property once at its usual
 * size and each campaign at a reduced one; `npm run test:long` runs ten times the cases and every campaign at full size.
 */

const EFFORT = Number(process.env.CRMS_EFFORT ?? '1');
const IS_FULL = process.env.CRMS_CAMPAIGNS === 'full';

/** The number of cases of a property, for a property that usually has so many. */
export function runs(usual: number): number {
  return Math.max(1, Math.round(usual * EFFORT));
}

export interface Campaign {
  /** Rounds, faults, seconds or sequences: whatever the campaign counts in. */
  readonly size: number;
  /** A whole number below 2³¹. */
  readonly seed: number;
}

interface Sizes {
  /** In `npm test`. */
  readonly usual: number;
  /** In `npm run test:long`. */
  readonly full: number;
}

/**
 * A campaign is a long test under load, faults or random commands. Its size and seed are printed; `CRMS_SEED` repeats it
 * with the same seed.
 */
export function campaign(name: string, sizes: Sizes): Campaign {
  const seed = chosenSeed();
  console.info(`${name}: seed ${seed} (CRMS_SEED=${seed} repeats it)`);
  return { size: campaignSize(name, sizes), seed };
}

/** The size of a campaign in which nothing is random. It is printed. */
export function campaignSize(name: string, { usual, full }: Sizes): number {
  const size = IS_FULL ? full : usual;
  console.info(`${name}: size ${size}`);
  return size;
}

function chosenSeed(): number {
  const given = process.env.CRMS_SEED;
  if (given === undefined || given === '') return Math.floor(Math.random() * 2 ** 31);
  if (!/^\d+$/.test(given)) throw new Error(`CRMS_SEED is no whole number: ${given}`);
  return Number(given) % 2 ** 31;
}
