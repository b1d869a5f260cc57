/*
 * The extent of random tests, which the command sets: `npm test` runs each property once at its usual size and each
 * campaign at a reduced one; `npm run test:long` runs ten times the cases and every campaign at full size.
 */

const EFFORT = Number(process.env.CRMS_EFFORT ?? '1');
const IS_FULL = process.env.CRMS_CAMPAIGNS === 'full';

/**
 * The number of cases of a property.
 *
 * @param usual the number in `npm test`
 */
export function runs(usual: number): number {
  return Math.max(1, Math.round(usual * EFFORT));
}

export interface Campaign {
  /** In the unit of the campaign: rounds, faults, seconds or sequences. */
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

/** The size of a campaign without randomness. It is printed. */
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
