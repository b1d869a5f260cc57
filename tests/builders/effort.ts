/**
 * How much of a random test is run: `CRMS_EFFORT` is a factor. `npm test` runs everything once, repeats a twentieth in
 * other time zones (what differs there differs in nearly every case), and `npm run test:long` asks for more.
 */
const EFFORT = Number(process.env.CRMS_EFFORT ?? '1');

/** So many runs of a property, or as many as the effort of this run makes of them. */
export function runs(usual: number): number {
  return Math.max(1, Math.round(usual * EFFORT));
}
